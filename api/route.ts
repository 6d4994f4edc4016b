import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Action } from '../domain/permissions/actions';
import type { ServiceContext } from '../services/context';
import type { CurrentOfficer } from '../services/officers/current-officer';

/** What a handler gets: the parsed input, the officer, and the key under which the request may be repeated. */
export interface HandlerInput<Params, Query, Body> {
  readonly context: ServiceContext;
  readonly officer: CurrentOfficer;
  readonly key: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Tells the audit what the request turned out to be about, where the path does not name it. */
  readonly about: (found: { readonly caseId?: string | null; readonly subjectId?: string }) => void;
  readonly request: Request;
  readonly response: Response;
}

type Schema = z.ZodType;
type Out<S> = S extends Schema ? z.output<S> : undefined;

/**
 * One route: path, permission, audit event and schemas in one declaration. What validates is what OpenAPI shows.
 * `answer: 'file'` or `'svg'` and `upload` are of the routes whose body is not JSON.
 */
export interface Route<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  A = unknown,
> {
  readonly method: 'get' | 'post' | 'put';
  /** Express path below /api/v1. */
  readonly path: string;
  readonly summary: string;
  readonly permission: Action;
  readonly auditEvent: string;
  /** Changes a rule: nobody does it without a fresh login. */
  readonly stepUp?: true;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** What OpenAPI shows in place of `body`, where only the case tells which form a body must have. */
  readonly bodyForms?: Schema;
  readonly upload?: true;
  readonly answer: z.ZodType<A> | 'file' | 'svg';
  readonly status?: 200 | 201;
  readonly handle: (input: HandlerInput<Out<P>, Out<Q>, Out<B>>) => Promise<A>;
}

/** Checks a declaration against its own schemas and forgets them, so that routes can stand in one list. */
export function route<P extends Schema, Q extends Schema, B extends Schema, A>(
  declared: Route<P, Q, B, A>,
): Route {
  return declared as unknown as Route;
}
