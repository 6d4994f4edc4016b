import type { ContentSummary, EventBody } from '../../domain/case/events';
import type { BallotPeriod, Voice } from '../../domain/committee/ballot';
import type { Standing } from '../../domain/committee/committee';
import { seatCode } from '../../domain/committee/shipped-committee';
import { committeeResolutionProcedure } from '../../workflows/committee-resolution';
import type { Procedure } from '../../workflows/engine/procedure';
import { contentSummary, InMemoryCase } from './in-memory-case';

export const secretary = '00000000-0000-4000-8000-000000000020';

/** A Monday in Baghdad, 15:00; the next working day is the Tuesday. */
export const monday = '2026-04-13T12:00:00.000Z';
export const opensAt = '2026-04-14T06:00:00.000Z';
/** The end of the fifth working day from then: Tuesday to Thursday, Sunday, Monday. */
export const closesAt = '2026-04-20T21:00:00.000Z';

export const week: BallotPeriod = { openFrom: 'next-working-day', openForWorkingDays: 5 };

interface Said {
  readonly standing?: Standing;
  readonly key?: string | null;
  readonly contentHash?: string;
  readonly withoutReason?: boolean;
}

/** Counts of seats, in the order of the sample. */
export interface Votes {
  readonly for: number;
  readonly against?: number;
  readonly abstain?: number;
  readonly recused?: number;
}

/** A case in which the committee is asked, alone or in another procedure. */
export class CommitteeCase extends InMemoryCase {
  constructor(procedure: Procedure = committeeResolutionProcedure as unknown as Procedure, now = monday) {
    super(procedure, now);
  }

  override open(changes: Partial<ContentSummary> = {}): EventBody[] {
    return this.openOf({ requestedState: 'IQ', ballot: week, ...changes });
  }

  /** A case of whatever procedure, which need not say when the seats are asked. */
  openOf(changes: Partial<ContentSummary>): EventBody[] {
    return this.take({
      type: 'openCase',
      officerId: secretary,
      agencyCode: 'COMMITTEE',
      content: contentSummary({
        editorId: secretary,
        urgency: 'ordinary',
        ...changes,
      }),
      reopens: null,
    });
  }

  invite(visit = 1): EventBody[] {
    return this.decide(`committee-invitation#${visit}`, 'invited', secretary);
  }

  /** A seat speaks, by its number. The officer is the seat's own; the register alone knows who that is. */
  say(seat: number, voice: Voice, said: Said = {}): EventBody[] {
    const { standing = 'member', key = null, contentHash = this.current.content.hash } = said;
    return this.take({
      type: 'castVote',
      officerId: `${standing}-${seat}`,
      key,
      seat: seatCode(seat),
      standing,
      voice,
      reason: voice === 'recused' && !said.withoutReason ? { id: `note-${seat}`, hash: 'hash' } : null,
      contentHash,
    });
  }

  /** The seats say so many times each, from the first seat on. */
  sayAll({ for: yes, against = 0, abstain = 0, recused = 0 }: Votes): EventBody[] {
    const voices: Voice[] = [
      ...Array<Voice>(yes).fill('for'),
      ...Array<Voice>(against).fill('against'),
      ...Array<Voice>(abstain).fill('abstain'),
      ...Array<Voice>(recused).fill('recused'),
    ];
    return voices.flatMap((voice, index) => this.say(index + 1, voice));
  }

  minutes(): EventBody[] {
    return this.fact('committee-minutes', 'recorded', this.now);
  }
}

/** A resolution that the seats are asked about; voting opens the next morning. */
export function invited(): CommitteeCase {
  const item = new CommitteeCase();
  item.open();
  item.invite();
  return item;
}

/** A resolution on which voting is open. */
export function voting(): CommitteeCase {
  const item = invited();
  item.passTimeUntil(opensAt);
  return item;
}
