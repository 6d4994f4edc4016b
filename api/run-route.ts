import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { type AuditRecord, writeAudit } from '../services/audit';
import type { ServiceContext } from '../services/context';
import { InvalidInputError } from '../services/errors';
import { admit, type CurrentOfficer, findCurrentOfficer } from '../services/officers/current-officer';
import { requireFreshLogin } from '../services/officers/fresh-login';
import { bearerTokenOf, type TokenVerifier } from './authenticate';
import { faultsOf } from './input-faults';
import { nameRoute } from './observe';
import { statusOf } from './problems';
import { requestIdOf } from './request-id';
import type { HandlerInput, Route } from './route';
import { type FileAnswer, sendFile } from './send-file';
import { type PictureAnswer, sendPicture } from './send-picture';

/** What every route works with. */
export interface RouteParts {
  readonly context: ServiceContext;
  readonly verify: TokenVerifier;
  readonly log: Logger;
  readonly readJson: RequestHandler;
}

/**
 * The handler of one route, in the one order: who is it, may he at all and is his login fresh enough, read the body, is the input right, do it,
 * write the audit, answer. Nothing of the body is read for somebody who may not, and nothing is answered that is not
 * in the audit. A request that nobody stands behind is not audited: it is only refused.
 */
export function runRoute(declared: Route, parts: RouteParts): RequestHandler {
  return async (request, response) => {
    nameRoute(response, declared.path);
    const { subject, authenticatedAt } = await parts.verify(bearerTokenOf(request));
    const key = idempotencyKeyOf(request);
    // Before the register is asked: whoever is told to repeat a write must know under which key.
    if (key !== undefined && declared.method !== 'get') response.setHeader('Idempotency-Key', key);
    const officer = await findCurrentOfficer(parts.context, subject, authenticatedAt);
    let record = recordOf(declared, request, response, officer);
    try {
      admit(officer, declared.permission);
      if (declared.stepUp) requireFreshLogin(parts.context, officer);
      const about = (found: { readonly caseId?: string | null; readonly subjectId?: string }) => {
        record = {
          ...record,
          caseId: found.caseId ?? record.caseId,
          subjectId: found.subjectId ?? record.subjectId,
        };
      };
      const result = await handle(declared, parts, officer, { request, response, key, about });
      await writeAudit(parts.context, { ...record, status: declared.status ?? 200 });
      await answer(declared, response, result);
    } catch (error) {
      if (!response.headersSent) await auditFailure(parts, { ...record, status: statusOf(error) });
      throw error;
    }
  };
}

async function handle(
  declared: Route,
  { context, readJson }: RouteParts,
  officer: CurrentOfficer,
  {
    request,
    response,
    key,
    about,
  }: Pick<HandlerInput<unknown, unknown, unknown>, 'request' | 'response' | 'about'> & {
    readonly key: string | undefined;
  },
): Promise<unknown> {
  if (declared.body) await readBody(readJson, request, response);
  if (key === undefined) throw new InvalidInputError([invalidKey]);
  const { params, query, body } = parseInput(declared, request);
  return await declared.handle({ context, officer, key, params, query, body, about, request, response });
}

async function answer(declared: Route, response: Response, result: unknown): Promise<void> {
  if (declared.answer === 'file') await sendFile(response, result as FileAnswer);
  else if (declared.answer === 'svg') sendPicture(response, result as PictureAnswer);
  else response.status(declared.status ?? 200).json(result);
}

function readBody(readJson: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    readJson(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });
}

function recordOf(
  declared: Route,
  request: Request,
  response: Response,
  officer: CurrentOfficer,
): AuditRecord {
  const { caseId, taskId, documentId, requestId } = request.params;
  return {
    event: declared.auditEvent,
    requestId: requestIdOf(response),
    officerId: officer.id,
    caseId: String(caseId ?? ''),
    subjectId: String(taskId ?? documentId ?? requestId ?? ''),
    status: 0,
  };
}

/** The failure itself is what the caller must hear of; that its audit failed too goes to the log. */
async function auditFailure({ context, log }: RouteParts, record: AuditRecord): Promise<void> {
  await writeAudit(context, record).catch((fault: unknown) => {
    const name = fault instanceof Error ? fault.name : typeof fault;
    log.error({ requestId: record.requestId, fault: name }, 'the audit of a failed request was not written');
  });
}

const invalidKey = { pointer: '/headers/Idempotency-Key', code: 'idempotency-key' };

/** The caller's key, a new one where he gave none, undefined where his is not valid. */
function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.get('idempotency-key') ?? randomUUID();
  return /^[\x21-\x7e]{1,200}$/.test(key) ? key : undefined;
}

/** Validates all parts and reports every fault at once. @throws InvalidInputError */
function parseInput(declared: Route, request: Request) {
  const parsed = {
    params: declared.params?.safeParse(request.params, { reportInput: true }),
    query: declared.query?.safeParse(request.query, { reportInput: true }),
    body: declared.body?.safeParse(request.body ?? {}, { reportInput: true }),
  };
  const faults = Object.values(parsed).flatMap((result) => (result?.error ? faultsOf(result.error) : []));
  if (faults.length > 0) throw new InvalidInputError(faults);
  return { params: parsed.params?.data, query: parsed.query?.data, body: parsed.body?.data };
}
