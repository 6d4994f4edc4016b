/** Why a command is refused. The API turns each into a problem with a status; see api/problems. */
export const refusalCodes = [
  'already-open',
  'cannot-proceed',
  'case-closed',
  'not-open',
  'already-decided',
  'unknown-outcome',
  'reason-missing',
  'content-changed',
  'content-signed-out',
  'four-eyes',
  'wrong-role',
  'officer-disabled',
  'task-held',
  'not-your-task',
  'not-allocatable',
  'not-substitute',
  'already-substituted',
  'substitution-cycle',
  'substitution-over',
  'substitute-not-eligible',
  'in-the-future',
  'before-its-cause',
  'proof-missing',
  'items-missing',
  'limit-date-missing',
  'limit-date-too-early',
  'item-not-asked',
  'already-asked',
  'document-unknown',
  'register-refused',
  'suspended',
  'not-suspended',
  'correction-pending',
  'outcome-fixed',
  'voting-not-open',
  'voting-closed',
  'already-voted',
  'member-has-voted',
  'seat-recused',
  'recusal-by-member',
  'not-your-seat',
  'ballot-open',
  'not-your-decision',
  'acted-on',
  'person-surrendered',
  'officer-not-eligible',
  'already-over',
  'dates-changed',
  'no-other-side',
  'question-withdrawn',
  'answer-missing',
  'document-missing',
  'limit-over',
  'not-transmitted',
  'already-linked',
  'not-linked',
  'linked-to-itself',
  'nobody-to-ask',
  'candidates-undecided',
  'candidate-is-known',
  'warrant-in-use',
  'barred-by-refusal',
  'signed-protocol',
  'law-unchanged',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export type RefusalParams = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * A terminal answer to a command: nothing was written, repeating it changes nothing. `params` hold codes, ids and
 * dates for the reader's text, never personal data, because they pass through Temporal.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: RefusalParams = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
