import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { hasText, preferredLanguage, text } from '../locales';
import { InvalidInputError, NotFoundError, ServiceError, UnreadableInputError } from '../services/errors';
import { isRegisterUnavailable } from '../services/register-unavailable';
import { challengeOf } from './challenge';
import { faultsOf, faultText } from './input-faults';
import { requestIdOf } from './request-id';

/** An answer that is a problem (RFC 9457). */
interface Problem {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly errors?: InvalidInputError['faults'];
}

/** Errors of Express's body reader that are the caller's. */
const bodyErrors: Readonly<Record<string, Pick<Problem, 'status' | 'code'>>> = {
  'entity.parse.failed': { status: 400, code: 'not-json' },
  'entity.too.large': { status: 413, code: 'too-large' },
  'encoding.unsupported': { status: 415, code: 'wrong-type' },
  'charset.unsupported': { status: 415, code: 'wrong-type' },
};

/** `key` is the Idempotency-Key that the answer carries: the one under which a write may be repeated. */
function problemOf(error: unknown, key?: string): Problem {
  if (error instanceof InvalidInputError) {
    return { status: error.status, code: error.code, params: {}, errors: error.faults };
  }
  if (error instanceof UnreadableInputError) {
    return { status: error.status, code: error.code, params: {}, errors: faultsOf(error.errors) };
  }
  if (error instanceof ServiceError) return { status: error.status, code: error.code, params: error.params };
  const { type, status } = (error ?? {}) as { type?: unknown; status?: unknown };
  const bodyError = bodyErrors[String(type)];
  if (bodyError) return { ...bodyError, params: {} };
  if (typeof status === 'number' && status >= 400 && status < 500)
    return { status, code: 'bad-request', params: {} };
  if (isRegisterUnavailable(error)) {
    return { status: 503, code: 'register-unavailable', params: key ? { idempotencyKey: key } : {} };
  }
  return { status: 500, code: 'internal', params: {} };
}

/** The HTTP status with which an error is answered. */
export function statusOf(error: unknown): number {
  return problemOf(error).status;
}

/** Answers a path that is not there as a case that may not be seen is answered. */
export function noSuchPage(_request: Request, _response: Response, next: NextFunction): void {
  next(new NotFoundError('page'));
}

/** Answers every error as application/problem+json, in the reader's language, without a stack; logs what is ours. */
export function handleError(log: Logger) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, code, params, errors } = problemOf(error, response.get('Idempotency-Key'));
    const instance = requestIdOf(response);
    if (status >= 500) log.error({ requestId: instance, code, fault: faultOf(error) }, 'a request failed');
    const language = preferredLanguage(request.get('accept-language'));
    const key = `problem.${code}`;
    const title = hasText(key) ? text(language, key) : code;
    response.status(status).type('application/problem+json').setHeader('Content-Language', language);
    const challenge = challengeOf(error);
    if (challenge !== null) response.setHeader('WWW-Authenticate', challenge);
    response.json({
      type: `urn:taslim:problem:${code}`,
      title,
      status,
      instance: `urn:uuid:${instance}`,
      ...params,
      ...(errors
        ? { errors: errors.map((fault) => ({ ...fault, detail: faultText(fault, language) })) }
        : {}),
    });
  };
}

/** Name and stack without the message, which may quote what a person wrote. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return [
    error.name,
    ...(error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at ')),
  ].join('\n');
}
