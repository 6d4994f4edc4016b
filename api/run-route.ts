import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { mayDo } from '../domain/permissions/actions';
import { writeAudit } from '../services/audit';
import type { ServiceContext } from '../services/context';
import { ForbiddenError, InvalidInputError } from '../services/errors';
import { type CurrentOfficer, findCurrentOfficer } from '../services/officers/current-officer';
import { bearerTokenOf, type TokenVerifier } from './authenticate';
import { faultsOf } from './input-faults';
import { statusOf } from './problems';
import { requestIdOf } from './request-id';
import type { Route } from './route';

interface Parts {
  readonly context: ServiceContext;
  readonly verify: TokenVerifier;
  readonly log: Logger;
}

/**
 * The handlers of one route, in the one order: who is it, may he at all, read the body, is the input right, do it,
 * write the audit. Nothing of the body is read for somebody who may not.
 */
export function runRoute(
  declared: Route,
  parts: Parts,
  readBody: readonly RequestHandler[],
): RequestHandler[] {
  const admit = async (request: Request, response: Response, next: NextFunction) => {
    await audited(declared, parts, request, response, async () => {
      const subject = await parts.verify(bearerTokenOf(request));
      const officer = await findCurrentOfficer(parts.context, subject);
      response.locals.officer = officer;
      if (!mayDo(declared.permission, officer.roles)) throw new ForbiddenError(declared.permission);
    });
    next();
  };
  const answer = (request: Request, response: Response) =>
    audited(declared, parts, request, response, () => handle(declared, parts, request, response));
  return [admit, ...readBody, answer];
}

async function handle(
  declared: Route,
  { context }: Parts,
  request: Request,
  response: Response,
): Promise<void> {
  const officer = response.locals.officer as CurrentOfficer;
  const key = idempotencyKeyOf(request);
  const { params, query, body } = parseInput(declared, request);
  if (declared.method !== 'get') response.setHeader('Idempotency-Key', key);
  const result = await declared.handle({ context, officer, key, params, query, body, request, response });
  if (declared.answer !== 'file') response.status(declared.status ?? 200).json(result);
}

/** Runs a part of a request; what fails in it is audited with its status, and what succeeds in the last part too. */
async function audited(
  declared: Route,
  { context, log }: Parts,
  request: Request,
  response: Response,
  work: () => Promise<void>,
): Promise<void> {
  const officer = () => (response.locals.officer as CurrentOfficer | undefined)?.id ?? null;
  const entry = {
    event: declared.auditEvent,
    requestId: requestIdOf(response),
    caseId: String(request.params.caseId ?? ''),
  };
  try {
    await work();
  } catch (error) {
    const status = statusOf(error);
    await writeAudit(context, { ...entry, officerId: officer(), status }).catch((fault: unknown) => {
      log.error(
        { requestId: entry.requestId, fault: String(fault) },
        'the audit of a failed request was not written',
      );
    });
    throw error;
  }
  if (!response.headersSent) return;
  await writeAudit(context, { ...entry, officerId: officer(), status: response.statusCode });
}

function idempotencyKeyOf(request: Request): string {
  const key = request.get('idempotency-key');
  if (key === undefined) return randomUUID();
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new InvalidInputError([
      { pointer: '/headers/Idempotency-Key', detail: '1 to 200 visible ASCII characters' },
    ]);
  }
  return key;
}

/** Validates all parts and reports every fault at once. @throws InvalidInputError */
function parseInput(declared: Route, request: Request) {
  const parsed = {
    params: declared.params?.safeParse(request.params),
    query: declared.query?.safeParse(request.query),
    body: declared.body?.safeParse(request.body ?? {}),
  };
  const faults = Object.values(parsed).flatMap((result) => (result?.error ? faultsOf(result.error) : []));
  if (faults.length > 0) throw new InvalidInputError(faults);
  return { params: parsed.params?.data, query: parsed.query?.data, body: parsed.body?.data };
}
