import type { CaseCommand } from '../../domain/case/commands';
import { type Completion, completeEvents } from '../../domain/case/complete';
import type { ContentSummary, DocumentRef, EventBody, FactRecord } from '../../domain/case/events';
import { fold } from '../../domain/case/fold';
import type { Authority } from '../../domain/case/parties';
import type { CaseState } from '../../domain/case/state';
import { nextThreshold } from '../../workflows/case-workflow/keep-clocks';
import { plan } from '../../workflows/commands/plan';
import type { Procedure } from '../../workflows/engine/procedure';
import { shippedCompletion } from '../support/completion';

export const officers = {
  liaison: '00000000-0000-4000-8000-000000000001',
  ncb: '00000000-0000-4000-8000-000000000002',
  legal: '00000000-0000-4000-8000-000000000003',
  directorate: '00000000-0000-4000-8000-000000000004',
  council: '00000000-0000-4000-8000-000000000005',
  foreign: '00000000-0000-4000-8000-000000000006',
  manager: '00000000-0000-4000-8000-000000000007',
} as const;

export const document: DocumentRef = { id: 'document-1', sha256: 'sha256-1' };

export function contentSummary(changes: Partial<ContentSummary> = {}): ContentSummary {
  return {
    id: 'content-1',
    version: 1,
    hash: 'hash-1',
    editorId: officers.liaison,
    gaps: [],
    blocking: [],
    findings: [],
    urgency: 'provisional-arrest-requested',
    requestingState: 'IQ',
    requestedState: 'SE',
    confidential: true,
    documents: [],
    ...changes,
  };
}

type Without<T> = T extends unknown ? Omit<T, 'commandId'> : never;

/** A command as it is given; its id is put on when it is taken. */
export type GivenCommand = Without<CaseCommand>;

/** A case whose register is this object: the same plan, completion and fold as in the workflow and the write step. */
export class InMemoryCase {
  state: CaseState | null = null;
  readonly events: EventBody[] = [];
  /** Who must have given the last command; null where no person did. */
  authority: Authority | null = null;
  /** What the register knows otherwise than what was shipped. */
  completion: Partial<Completion> = {};

  constructor(
    readonly procedure: Procedure,
    public now: string,
  ) {}

  /** Plans, completes and applies one command; returns the events that it caused. @throws Refusal */
  take(command: GivenCommand): EventBody[] {
    const { events, authority } = plan(
      this.procedure,
      'case-1',
      this.state,
      { ...command, commandId: 'c' } as CaseCommand,
      this.now,
    );
    this.authority = authority;
    const completed = completeEvents(events, { ...shippedCompletion(this.now), ...this.completion });
    for (const body of completed) {
      const event = {
        seq: (this.state?.seq ?? 0) + 1,
        commandId: 'c',
        actorId: null,
        recordedAt: this.now,
        body,
      };
      this.state = fold('case-1', this.state, event);
    }
    this.events.push(...completed);
    return completed;
  }

  get current(): CaseState {
    if (!this.state) throw new Error('not open');
    return this.state;
  }

  open(changes: Partial<ContentSummary> = {}): EventBody[] {
    const content = contentSummary(changes);
    return this.take({
      type: 'openCase',
      officerId: officers.liaison,
      agencyCode: 'AHTD-BAGHDAD',
      content,
      reopens: null,
    });
  }

  decide(
    key: string,
    outcome: string,
    officerId: string,
    changes: { contentHash?: string; reasonId?: string; actingForId?: string } = {},
  ) {
    return this.take({
      type: 'decide',
      step: { key, openedSeq: this.current.steps[key]?.openedSeq ?? -1 },
      outcome,
      officerId,
      actingForId: changes.actingForId ?? null,
      reason: changes.reasonId ? { id: changes.reasonId, hash: 'hash' } : null,
      contentHash: changes.contentHash ?? this.current.content.hash,
    });
  }

  fact(
    step: string,
    outcome: string,
    occurredAt: string,
    changes: Partial<FactRecord> & { proof?: DocumentRef[] } = {},
  ) {
    const { proof = [document], ...more } = changes;
    return this.take({
      type: 'recordFact',
      officerId: officers.liaison,
      step,
      fact: {
        occurredAt: new Date(occurredAt).toISOString(),
        zone: 'Europe/Stockholm',
        outcome,
        codes: [],
        limitDate: null,
        ...more,
      },
      details: null,
      proof,
    });
  }

  /** Lets time pass, stopping at every threshold as the clock keeper does. */
  passTimeUntil(until: string): EventBody[] {
    const caused: EventBody[] = [];
    const target = Date.parse(until);
    for (;;) {
      const next = nextThreshold(this.current);
      if (next === null || next > target) break;
      this.now = new Date(Math.max(next, Date.parse(this.now))).toISOString();
      caused.push(...this.take({ type: 'timeReached', asOf: this.now }));
    }
    this.now = new Date(target).toISOString();
    return caused;
  }

  openSteps(): string[] {
    return Object.entries(this.current.steps)
      .filter(([, step]) => step.outcome === null)
      .map(([key]) => key)
      .sort();
  }
}
