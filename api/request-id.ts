import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** Names every request, for the log, the audit and the problem that a caller may report. */
export function requestId(_request: Request, response: Response, next: NextFunction): void {
  const id = randomUUID();
  response.locals.requestId = id;
  response.setHeader('X-Request-Id', id);
  next();
}

/** The name given by `requestId`. */
export function requestIdOf(response: Response): string {
  return String(response.locals.requestId);
}
