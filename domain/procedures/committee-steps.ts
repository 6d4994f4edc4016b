import { z } from 'zod';
import type { PartyName } from '../case/parties';
import { ballotOutcomes } from '../committee/ballot';
import { prose } from '../input';
import type { Next, StepDeclaration } from './step';

const policy = 'house policy: no source states how the committee decides (Law 28/2012 art. 2 sets it up)';

/** What the fact steps of a decision of the committee say of their own; spread into the `details` of `factForms`. */
export const committeeFacts = {
  'committee-minutes': z.strictObject({ note: prose.optional() }),
} as const;

/**
 * The steps by which the committee decides on a matter, for any procedure to spread into its table; their order is
 * `committeeDecision` of workflows/blocks. The seats are asked, vote, the chair decides a tie, and the secretary
 * records the minutes.
 *
 * @param after what the procedure may go on with once the minutes are there, or when the matter was withdrawn
 */
export function committeeSteps(after: {
  readonly minutes: readonly Next[];
  readonly withdrawn: readonly Next[];
  /** Where the procedure has two sides: the one for which the committee is asked. */
  readonly party?: PartyName;
}) {
  const side = after.party === undefined ? {} : { party: after.party };
  return {
    'committee-invitation': {
      ...side,
      kind: 'followUp',
      queue: 'todo',
      role: 'secretary',
      serviceLevel: 'SLA-INVITATION',
      outcomes: ['invited', 'withdrawn'],
      reasonFor: ['withdrawn'],
      source: policy,
      next: { invited: ['committee-ballot'], withdrawn: after.withdrawn },
    },
    'committee-ballot': {
      ...side,
      kind: 'ballot',
      queue: 'todo',
      role: 'committee-member',
      outcomes: ballotOutcomes,
      source: policy,
      next: {
        adopted: ['committee-minutes'],
        'not-adopted': ['committee-minutes'],
        tied: ['chair-decision'],
        'no-quorum': ['no-quorum-follow-up'],
      },
    },
    'chair-decision': {
      ...side,
      kind: 'chairDecision',
      queue: 'todo',
      role: 'committee-member',
      serviceLevel: 'SLA-TIE-BREAK',
      outcomes: ['adopted', 'not-adopted'],
      source: policy,
      next: { adopted: ['committee-minutes'], 'not-adopted': ['committee-minutes'] },
    },
    'no-quorum-follow-up': {
      ...side,
      kind: 'followUp',
      queue: 'todo',
      role: 'secretary',
      serviceLevel: 'SLA-INVITATION',
      outcomes: ['new-ballot', 'no-new-ballot'],
      reasonFor: ['no-new-ballot'],
      source: policy,
      next: { 'new-ballot': ['committee-invitation'], 'no-new-ballot': ['committee-minutes'] },
    },
    'committee-minutes': {
      ...side,
      kind: 'fact',
      queue: 'todo',
      role: 'secretary',
      serviceLevel: 'SLA-MINUTES',
      outcomes: ['recorded'],
      notBefore: ['committee-ballot'],
      proof: 'required',
      source: policy,
      next: { recorded: after.minutes },
    },
  } as const satisfies Record<string, StepDeclaration>;
}

export type CommitteeSteps = ReturnType<typeof committeeSteps>;
