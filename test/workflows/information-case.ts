import type { AskedQuestion, ContentSummary, EventBody, FactRecord } from '../../domain/case/events';
import type { Side } from '../../domain/case/parties';
import { informationExchangeSteps } from '../../domain/procedures/information-exchange/steps';
import type { StepDeclaration } from '../../domain/procedures/step';
import { whoActs } from '../../domain/procedures/who-acts';
import { informationExchangeProcedure } from '../../workflows/information-exchange';
import { contentSummary, document, InMemoryCase } from './in-memory-case';
import { officerOf, partiesOf } from './transfer-case';

/** Between whom: one of the two sides asks the other, or the federal side asks abroad, or is asked from there. */
export type Between = Side | 'abroad' | 'from-abroad';

export const plain: AskedQuestion = { document: false, release: false };
export const sensitive: AskedQuestion = { document: false, release: true };
export const forDocument: AskedQuestion = { document: true, release: false };

const steps: Readonly<Record<string, StepDeclaration>> = informationExchangeSteps;
export const note = { id: 'note-1', hash: 'hash' };

/** What may be said with a message, an answer or a fact. */
export interface Saying {
  readonly codes?: readonly string[];
  readonly limitDate?: string;
  readonly officerId?: string;
  readonly at?: string;
}

/** A request for information in memory, whose steps are done by the officers whose they are. */
export class InformationCase extends InMemoryCase {
  constructor(
    readonly between: Between = 'FED',
    readonly questions: readonly AskedQuestion[] = [plain, sensitive, forDocument],
    now = '2026-03-01T06:00:00.000Z',
  ) {
    super(informationExchangeProcedure, now);
    const calendars = {
      FED: { code: 'IQ', province: null },
      KRG: { code: 'IQ-KR', province: null },
    } as const;
    const asks = between === 'KRG' ? 'KRG' : 'FED';
    const counterpart = this.parties ? { counterpart: calendars[asks === 'FED' ? 'KRG' : 'FED'] } : {};
    this.completion = { agency: calendars[asks], ...counterpart };
  }

  get parties() {
    return this.between === 'FED' || this.between === 'KRG' ? partiesOf(this.between) : undefined;
  }

  override open(changes: Partial<ContentSummary> = {}): EventBody[] {
    const agencyCode = this.parties?.requesting.agencyCode ?? 'AHTD-BAGHDAD';
    const officerId = officerOf('liaison', agencyCode);
    return this.take({
      type: 'openCase',
      officerId,
      agencyCode,
      ...(this.parties ? { parties: this.parties } : {}),
      content: contentSummary({
        urgency: 'ordinary',
        requestingState: this.between === 'from-abroad' ? 'SE' : 'IQ',
        requestedState: this.between === 'abroad' ? 'SE' : 'IQ',
        editorId: officerId,
        confidential: false,
        inquiry: {
          answerWithin: { amount: 10, unit: 'working-day', calendar: 'IQ-KR' },
          questions: this.questions,
        },
        ...changes,
      }),
      reopens: null,
    });
  }

  /** Up to where the questions are open. */
  received(changes: Partial<ContentSummary> = {}): this {
    this.open(changes);
    if (this.parties) this.go('transmission', 'receipt');
    else if (this.between === 'abroad') this.go('transmission-abroad', 'receipt-abroad');
    else this.go('request-received');
    return this;
  }

  /** Does an open step in the way of its kind, a minute after what came before or `at` another time. */
  do(key: string, outcome: string, saying: Saying = {}): EventBody[] {
    const state = this.current.steps[key];
    if (!state) throw new Error(`${key} is not open`);
    const declared = steps[state.step] as StepDeclaration;
    this.now = saying.at ?? new Date(Date.parse(this.now) + 60_000).toISOString();
    const { role, agencyCode } = whoActs(declared, this.parties);
    const agency = state.agencyCode ?? agencyCode;
    const officerId = saying.officerId ?? officerOf(role, agency);
    if (declared.kind === 'question') {
      return this.answer(state.visit, outcome === 'refused' ? 'refused' : 'answered', {
        ...saying,
        officerId,
      });
    }
    if (declared.kind === 'fact')
      return this.happen(state.step, outcome, { ...saying, officerId }, state.visit);
    if (declared.kind === 'message') return this.say(key, outcome, { ...saying, officerId });
    return this.decide(key, outcome, officerId, { reasonId: 'note-1' });
  }

  /** Takes one open step after another: 'receipt', 'question#2 refused', 'extension-decision granted'. */
  go(...path: readonly string[]): EventBody[] {
    return path.reduce<EventBody[]>((_, entry) => {
      const [step = '', outcome] = entry.split(' ');
      const key = this.openSteps().find((open) => open === step || open.replace(/#.*/, '') === step) ?? step;
      return this.do(key, outcome ?? this.current.steps[key]?.outcomes[0] ?? '');
    }, []);
  }

  answer(
    number: number,
    outcome: 'answered' | 'refused',
    saying: Saying & { readonly isEmpty?: boolean; readonly withoutDocument?: boolean } = {},
  ): EventBody[] {
    const key = `question#${number}`;
    const why = outcome === 'refused' ? ['information-not-held'] : [];
    const bare = saying.isEmpty || saying.withoutDocument;
    return this.take({
      type: 'answerQuestion',
      officerId: saying.officerId ?? officerOf('liaison', this.current.steps[key]?.agencyCode ?? null),
      step: { key, openedSeq: this.current.steps[key]?.openedSeq ?? -1 },
      outcome,
      codes: saying.codes ?? why,
      note: saying.isEmpty ? null : note,
      documents: bare ? [] : [document],
    });
  }

  say(key: string, outcome: string, saying: Saying = {}): EventBody[] {
    const state = this.current.steps[key];
    const declared = steps[state?.step ?? ''];
    const limitDate = saying.limitDate ?? (declared?.extends ? this.laterDay() : undefined);
    return this.take({
      type: 'sendMessage',
      officerId: saying.officerId ?? officerOf('liaison', state?.agencyCode ?? null),
      agencyCode: state?.agencyCode ?? '',
      step: { key, openedSeq: state?.openedSeq ?? -1 },
      kind: null,
      note,
      documents: [],
      contentHash: this.current.content.hash,
      outcome,
      codes: saying.codes ?? (declared?.codes ? [declared.codes[0] ?? ''] : []),
      ...(limitDate === undefined ? {} : { limitDate }),
    });
  }

  happen(
    step: string,
    outcome: string,
    saying: Saying & Partial<FactRecord> = {},
    visit?: number,
  ): EventBody[] {
    const { officerId = officerOf('liaison', null), codes = [], limitDate = null } = saying;
    return this.take({
      type: 'recordFact',
      officerId,
      step,
      ...(visit === undefined ? {} : { visit }),
      fact: {
        occurredAt: saying.occurredAt ?? this.now,
        zone: 'Asia/Baghdad',
        outcome,
        codes,
        limitDate,
      },
      details: null,
      proof: [document],
    });
  }

  /** A day after the last one of the limit. */
  private laterDay(): string {
    const dueAt = Date.parse(this.limit.terms?.dueAt ?? '');
    return new Date(dueAt + 10 * 86_400_000).toISOString().slice(0, 10);
  }

  /** The limit of the answer. */
  get limit() {
    const found = Object.values(this.current.clocks).find(({ rule }) => rule === 'SET-BY-ASKING-SIDE');
    if (!found) throw new Error('no limit runs');
    return found;
  }
}
