import type { ContentSummary, EventBody } from '../../domain/case/events';
import type { Parties, Side } from '../../domain/case/parties';
import type { StepDeclaration } from '../../domain/procedures/step';
import { suspectTransferSteps } from '../../domain/procedures/suspect-transfer/steps';
import { whoActs } from '../../domain/procedures/who-acts';
import { suspectTransferProcedure } from '../../workflows/suspect-transfer';
import { contentSummary, document, InMemoryCase } from './in-memory-case';

export const baghdad = { agencyCode: 'AHTD-BAGHDAD', side: 'FED' } as const;
export const erbil = { agencyCode: 'AHTD-ERBIL', side: 'KRG' } as const;

/** The parties of a request of one side to the other. */
export function partiesOf(requesting: Side): Parties {
  return requesting === 'FED'
    ? { requesting: baghdad, requested: erbil }
    : { requesting: erbil, requested: baghdad };
}

const officerIds = new Map<string, string>();

/** An officer for a role in an agency; always the same one. */
export function officerOf(role: string, agencyCode: string | null): string {
  const name = `${role}@${agencyCode ?? 'owner'}`;
  const known = officerIds.get(name);
  if (known) return known;
  const id = `00000000-0000-4000-9000-${String(officerIds.size + 1).padStart(12, '0')}`;
  officerIds.set(name, id);
  return id;
}

/** The federal side signs at two levels, the Region at one. */
function levels(what: 'request' | 'transfer', side: Side): string[] {
  return side === 'KRG' ? [`${what}-regional-approval`] : [`${what}-legal-review`, `${what}-approval`];
}

/** What is owed to a person who is held, and done before a judge has ordered the detention. */
export const duties = [
  ...['reasons-told', 'counsel', 'interpreter', 'family-informed'],
  ...['papers-to-judge', 'register-entry'],
];
export const preparation = ['detention-order', 'medical-check', 'belongings', 'escort-order'];

/** A transfer between Baghdad and Erbil in memory, whose steps are done by the officers whose they are. */
export class TransferCase extends InMemoryCase {
  readonly parties: Parties;

  constructor(requesting: Side = 'FED', now = '2026-03-20T06:00:00.000Z') {
    super(suspectTransferProcedure, now);
    this.parties = partiesOf(requesting);
    const calendars = {
      FED: { code: 'IQ', province: null },
      KRG: { code: 'IQ-KR', province: null },
    } as const;
    const { requesting: owner, requested } = this.parties;
    this.completion = { agency: calendars[owner.side], counterpart: calendars[requested.side] };
  }

  override open(changes: Partial<ContentSummary> = {}): EventBody[] {
    const { agencyCode } = this.parties.requesting;
    const officerId = officerOf('liaison', agencyCode);
    return this.take({
      type: 'openCase',
      officerId,
      agencyCode,
      parties: this.parties,
      content: contentSummary({
        urgency: 'ordinary',
        requestedState: 'IQ',
        editorId: officerId,
        alreadyHeld: false,
        ...changes,
      }),
      reopens: null,
    });
  }

  /** Does an open step in the way of its kind, a minute after what came before; or what happened `at` another time. */
  do(key: string, outcome: string, at?: string): EventBody[] {
    const state = this.current.steps[key];
    if (!state) throw new Error(`${key} is not open`);
    const declared = suspectTransferSteps[state.step as keyof typeof suspectTransferSteps] as StepDeclaration;
    const { role, agencyCode } = whoActs(declared, this.parties);
    const agency = state.agencyCode ?? agencyCode;
    const officerId = officerOf(role, agency);
    if (at === undefined) this.later();
    else if (at > this.now) this.now = at;
    const occurredAt = at ?? this.now;
    if (declared.kind === 'fact') return this.record(state.step, outcome, officerId, occurredAt);
    if (declared.kind === 'message') return this.send(key, officerId, agency ?? '');
    return this.decide(key, outcome, officerId, { reasonId: 'note-1' });
  }

  /**
   * Takes one open step after another, each with its first outcome or the one that is named: 'arrest', 'release died'.
   * Returns what the last one caused.
   */
  go(...path: readonly string[]): EventBody[] {
    return path.reduce<EventBody[]>((_, entry) => {
      const [step = '', outcome] = entry.split(' ');
      const key = this.openKey(step);
      return this.do(key, outcome ?? this.current.steps[key]?.outcomes[0] ?? '');
    }, []);
  }

  /** The open visit of a step. */
  openKey(step: string): string {
    return this.openSteps().find((key) => key.replace(/#.*/, '') === step) ?? step;
  }

  /** The sides' own steps up to an agreement of both. */
  get pathToTransmission(): string[] {
    return ['cross-check', ...levels('request', this.parties.requesting.side), 'transmission'];
  }

  get pathToAgreement(): string[] {
    const received = ['receipt', 'cross-check-there', 'endorsement'];
    return [...this.pathToTransmission, ...received, ...levels('transfer', this.parties.requested.side)];
  }

  /** Both sides sign, in the same hour and under the same lists unless `changes` say otherwise. */
  sign(
    protocol: 'handover' | 'return' = 'handover',
    changes: { readonly takenAt?: string; readonly lists?: string } = {},
  ): EventBody[] {
    const { requesting, requested } = this.parties;
    const [giver, taker] = protocol === 'handover' ? [requested, requesting] : [requesting, requested];
    this.later();
    const at = this.now;
    this.record(`${protocol}-given`, 'handed-over', officerOf('liaison', giver.agencyCode), at);
    const taken = changes.takenAt ?? at;
    if (taken > this.now) this.now = taken;
    const by = officerOf('liaison', taker.agencyCode);
    return this.record(`${protocol}-taken`, 'taken-over', by, taken, changes.lists);
  }

  later(ms = 60_000): void {
    this.now = new Date(Date.parse(this.now) + ms).toISOString();
  }

  record(step: string, outcome: string, officerId: string, occurredAt: string, signs?: string): EventBody[] {
    const declared = suspectTransferSteps[step as keyof typeof suspectTransferSteps] as StepDeclaration;
    const signed = declared.signedWith === undefined ? {} : { signs: signs ?? 'lists-1' };
    return this.take({
      type: 'recordFact',
      officerId,
      step,
      fact: { occurredAt, zone: 'Asia/Baghdad', outcome, codes: [], limitDate: null, ...signed },
      details: null,
      proof: [document],
    });
  }

  send(key: string, officerId: string, agencyCode: string): EventBody[] {
    return this.take({
      type: 'sendMessage',
      officerId,
      agencyCode,
      step: { key, openedSeq: this.current.steps[key]?.openedSeq ?? -1 },
      kind: null,
      note: null,
      documents: [],
      contentHash: this.current.content.hash,
    });
  }
}
