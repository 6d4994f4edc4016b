import { Refusal } from '../../domain/case/refusal';
import { ClockInputError } from '../../domain/law/clock/errors';

/** SQLSTATE class of violated constraints. */
const integrityViolation = /^23/;

/**
 * The refusal that an error of the write step is, also where a constraint or a trigger of the database spoke it; null
 * for everything that a later try may cure. A command that can never be written must not stand in the way of the next.
 */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof ClockInputError) return new Refusal('register-refused', { why: error.code });
  const words = JSON.stringify(error, Object.getOwnPropertyNames(error ?? {}));
  const spoken = /taslim:([a-z-]+)/.exec(words)?.[1];
  if (spoken === 'four-eyes') return new Refusal('four-eyes', { why: 'register' });
  if (spoken === 'task-held' || spoken === 'not-substitute' || spoken === 'officer-disabled')
    return new Refusal(spoken);
  if (spoken !== undefined) return new Refusal('register-refused', { why: spoken });
  if (words.includes('Case_open_warrant_key')) return new Refusal('warrant-in-use');
  if (words.includes('CaseLink_once')) return new Refusal('already-linked');
  return isIntegrityViolation(error) ? new Refusal('register-refused', { why: 'constraint' }) : null;
}

/** Prisma's own codes for unique, foreign key and other constraints, or the database's behind its driver. */
function isIntegrityViolation(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { code, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  const known = ['P2002', 'P2003', 'P2004', 'P2011'].includes(String(code));
  if (known || integrityViolation.test(String(originalCode)) || integrityViolation.test(String(code)))
    return true;
  return [cause, meta, driverAdapterError].some((inner) => isIntegrityViolation(inner, depth + 1));
}
