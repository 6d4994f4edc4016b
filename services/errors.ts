import type { z } from 'zod';
import type { Refusal } from '../domain/case/refusal';
import type { Difference } from '../domain/directory/differences';
import type { OfficerRefusal } from '../domain/directory/officer-rules';

/** One fault of the input: where it is (JSON Pointer) and what is wrong, as the code of a text. */
export interface InputFault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** Answers of the use cases that are not a result. Each knows its HTTP status and the code of its problem type. */
export abstract class ServiceError extends Error {
  abstract readonly status: number;
  abstract readonly code: string;
  readonly params: Readonly<Record<string, unknown>> = {};
}

/** No token or session, or a token that does not verify. */
export class NotSignedInError extends ServiceError {
  readonly status = 401;
  readonly code = 'not-signed-in';
  constructor(
    message: string,
    /** Whether a token was shown at all. */
    readonly tokenShown: boolean,
  ) {
    super(message);
  }
}

/** The act is one of the gravest, and the officer's login is too old for it. */
export class StepUpNeededError extends ServiceError {
  readonly status = 401;
  readonly code = 'step-up-needed';
  override readonly params: { readonly maxAge: number };
  constructor(maxAgeSeconds: number) {
    super('a fresh login is needed');
    this.params = { maxAge: maxAgeSeconds };
  }
}

/** The identity provider did not say who it is, or not in the sign-in that this browser began. */
export class SignInFailedError extends ServiceError {
  readonly status = 400;
  readonly code = 'sign-in-failed';
}

/** A form that no page of the session made, or that another site sent. */
export class ForeignFormError extends ServiceError {
  readonly status = 403;
  readonly code = 'foreign-form';
}

/** The token is good, but names nobody here, or somebody whose account is disabled. */
export class OfficerUnknownError extends ServiceError {
  readonly status = 403;
  constructor(readonly code: 'officer-unknown' | 'officer-disabled') {
    super(code);
  }
}

/** The officer's roles do not allow the action at all. */
export class ForbiddenError extends ServiceError {
  readonly status = 403;
  readonly code = 'forbidden';
}

/** It does not exist, or may not be seen by this officer: the answer is the same. */
export class NotFoundError extends ServiceError {
  readonly status = 404;
  readonly code = 'not-found';
}

/** The input has faults; all of them at once. */
export class InvalidInputError extends ServiceError {
  readonly status = 422;
  readonly code = 'invalid-input';
  constructor(readonly faults: readonly InputFault[]) {
    super('invalid input');
  }
}

/** The input of a form that only its case tells: what zod found wrong with it. */
export class UnreadableInputError extends ServiceError {
  readonly status = 422;
  readonly code = 'invalid-input';
  constructor(readonly errors: z.ZodError) {
    super('unreadable input');
  }
}

/** An upload that is too large, or whose content is not of an accepted type. */
export class DocumentRefusedError extends ServiceError {
  constructor(
    readonly status: 413 | 415 | 422,
    readonly code: 'too-large' | 'wrong-type' | 'bad-file-name',
    override readonly params: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** The key was used before with another body or on another route. */
export class IdempotencyKeyReusedError extends ServiceError {
  readonly status = 409;
  readonly code = 'idempotency-key-reused';
}

/** Somebody has changed an entry of the directory since the caller read it; says what there is now. */
export class DirectoryChangedError extends ServiceError {
  readonly status = 409;
  readonly code = 'directory-changed';
  override readonly params: Readonly<Record<string, unknown>>;
  constructor(version: number, differs: readonly Difference[]) {
    super('the entry has changed');
    this.params = { version, differs };
  }
}

/** A rule of the directory forbids the change as things are. */
export class DirectoryRefusedError extends ServiceError {
  readonly status = 409;
  constructor(readonly code: OfficerRefusal) {
    super(code);
  }
}

/** Somebody has changed the committee since the caller read it. */
export class CommitteeChangedError extends ServiceError {
  readonly status = 409;
  readonly code = 'committee-changed';
  override readonly params: Readonly<Record<string, unknown>>;
  constructor(revision: number) {
    super('the committee has changed');
    this.params = { revision };
  }
}

/** The case cannot do what was asked in its present state. */
export class RefusedError extends ServiceError {
  readonly status: number;
  readonly code: string;
  override readonly params: Readonly<Record<string, unknown>>;
  constructor(
    readonly refusal: Pick<Refusal, 'code' | 'params'>,
    more: Readonly<Record<string, unknown>> = {},
  ) {
    const { code, params } = refusal;
    super(code);
    this.code = code;
    this.status = refusalStatus[code] ?? 409;
    this.params = { ...params, ...more };
  }
}

const refusalStatus: Partial<Record<Refusal['code'], number>> = {
  'cannot-proceed': 422,
  'unknown-outcome': 422,
  'reason-missing': 422,
  'in-the-future': 422,
  'before-its-cause': 422,
  'proof-missing': 422,
  'limit-date-missing': 422,
  'limit-date-too-early': 422,
  'item-not-asked': 422,
  'answer-missing': 422,
  'document-missing': 422,
  'document-unknown': 422,
  'register-refused': 422,
  'outcome-fixed': 422,
  'officer-not-eligible': 422,
  'linked-to-itself': 422,
  'nobody-to-ask': 422,
  'recusal-by-member': 422,
  'not-your-seat': 403,
  'not-your-decision': 403,
  'substitute-not-eligible': 422,
  'not-substitute': 403,
  'four-eyes': 403,
  'wrong-role': 403,
  'officer-disabled': 403,
};

/** No worker took the command in time. It may still be written: repeat it with the same key. */
export class UnavailableError extends ServiceError {
  readonly status = 503;
  readonly code = 'no-worker';
  override readonly params: Readonly<Record<string, unknown>>;
  constructor(idempotencyKey: string) {
    super('no worker');
    this.params = { idempotencyKey };
  }
}

/** The identity provider does not answer, so nobody can be recognised. */
export class IdentityUnavailableError extends ServiceError {
  readonly status = 503;
  readonly code = 'identity-unavailable';
}
