import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../../domain/case/refusal';
import { advance } from '../../../workflows/engine/advance';
import { Draft } from '../../../workflows/engine/draft';
import type * as fc from '../../support/fast-check';
import { type CommitteeCase, secretary } from '../committee-case';
import { officers } from '../in-memory-case';
import type { CommitteeModel, TriedVote } from './committee-resolution';
import { must } from './ledger';

const reason = { id: 'note-1', hash: 'hash' };
const _hourMs = 3_600_000;

/** How often each was reached, over all runs: that the play goes deep is checked too. */
export const reached = new Set<string>();

abstract class Move implements fc.Command<CommitteeModel, CommitteeCase> {
  check(_model: Readonly<CommitteeModel>): boolean {
    return true;
  }

  /** Whether the rules forbid it now. */
  abstract forbidden(model: CommitteeModel, item: CommitteeCase): boolean;
  abstract take(item: CommitteeCase, model: CommitteeModel): void;
  abstract note(model: CommitteeModel, item: CommitteeCase): void;

  run(model: CommitteeModel, item: CommitteeCase): void {
    const forbidden = this.forbidden(model, item);
    const before = item.current;
    const refused = refusalOf(() => this.take(item, model));
    must((refused !== null) === forbidden, forbidden ? 'a command that is taken' : `the refusal ${refused}`);
    if (refused === null) this.note(model, item);
    else must(item.current === before, 'a refusal that changes something');
    reached.add(`${this.constructor.name} ${refused ?? 'taken'}`);
    agree(model, item);
  }
}

function refusalOf(what: () => void): string | null {
  try {
    what();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** What the case holds is what the model says, and it is at rest. */
function agree(model: CommitteeModel, item: CommitteeCase): void {
  const open = item.openSteps().map((key) => key.replace(/#\d+$/, ''));
  must(open.join() === (model.openStep ?? ''), `${open} open at ${model.phase}`);
  must(item.current.outcome === model.outcome, `the end ${item.current.outcome}`);
  reached.add(`${model.phase} ${model.outcome ?? model.decided ?? ''}`);
  if (model.phase === 'closed') return;
  const { state, now } = { state: item.current, now: item.now };
  const draft = new Draft(state.caseId, state, now, null);
  advance(draft, item.procedure);
  must(draft.events.length === 0, 'a case that is not at rest');
  const ballot = state.ballots?.[`committee-ballot#${model.round}`];
  if (!ballot) return;
  const said = [...model.said].map(([seat, entry]) => [`S${String(seat).padStart(2, '0')}`, entry]);
  must(isDeepStrictEqual(ballot.voices, Object.fromEntries(said)), 'a voice that nobody raised');
  if (!ballot.closed) return;
  must(isDeepStrictEqual(ballot.closed.tally, model.tally()), `the count ${JSON.stringify(ballot.closed)}`);
  must(ballot.closed.at === model.countedAt, `the count at ${ballot.closed.at}`);
}

export class Say extends Move {
  constructor(private readonly tried: TriedVote) {
    super();
  }
  forbidden(model: CommitteeModel, { now }: CommitteeCase): boolean {
    return model.refusesVote(this.tried, now);
  }
  take(item: CommitteeCase): void {
    const { seat, standing, voice, hasReason, isStale } = this.tried;
    const contentHash = isStale ? 'hash-0' : item.current.content.hash;
    item.say(seat, voice, { standing, contentHash, withoutReason: !hasReason });
  }
  note(model: CommitteeModel, { now }: CommitteeCase): void {
    model.vote(this.tried, now);
  }
  override toString(): string {
    return `say ${JSON.stringify(this.tried)}`;
  }
}

/** Many seats speak, the first ones in favour and the others not, so that quorum, majority and tie are met. */
export class SayMany implements fc.Command<CommitteeModel, CommitteeCase> {
  constructor(
    private readonly yes: number,
    private readonly no: number,
  ) {}
  check(): boolean {
    return true;
  }
  run(model: CommitteeModel, item: CommitteeCase): void {
    for (let number = 1; number <= this.yes + this.no; number++) {
      const voice = number <= this.yes ? 'for' : 'against';
      new Say({ seat: number, standing: 'member', voice, hasReason: true, isStale: false }).run(model, item);
    }
  }
  toString(): string {
    return `${this.yes} for, ${this.no} against`;
  }
}

/** What comes next, done by whoever may. */
export class GoOn implements fc.Command<CommitteeModel, CommitteeCase> {
  constructor(private readonly isAnew: boolean) {}
  check(): boolean {
    return true;
  }
  run(model: CommitteeModel, item: CommitteeCase): void {
    this.next(model, item)?.run(model, item);
  }
  toString(): string {
    return 'go on';
  }
  private next({ phase, hours }: CommitteeModel, { now }: CommitteeCase): Move | null {
    if (phase === 'voting') return new Wait(now < hours.opensAt ? 'opens' : 'closes', 0, true);
    if (phase === 'no-quorum') return new Do(this.isAnew ? 'anew' : 'let-be');
    if (phase === 'invitation') return new Do('invite');
    return phase === 'closed' ? null : new Do(phase);
  }
}

/** Time passes; the clock keeper comes along, or is late. */
export class Wait extends Move {
  constructor(
    private readonly until: 'opens' | 'closes' | number,
    private readonly off: number,
    private readonly isKept: boolean,
  ) {
    super();
  }
  forbidden(): boolean {
    return false;
  }
  take(item: CommitteeCase, { hours }: CommitteeModel): void {
    const hour = this.until === 'opens' ? hours.opensAt : hours.closesAt;
    const target =
      typeof this.until === 'number' ? Date.parse(item.now) + this.until : Date.parse(hour) + this.off;
    item.now = new Date(Math.max(target || 0, Date.parse(item.now))).toISOString();
    if (this.isKept && item.current.outcome === null) item.take({ type: 'timeReached', asOf: item.now });
  }
  note(model: CommitteeModel, { now }: CommitteeCase): void {
    if (this.isKept) model.keepTime(now);
  }
  override toString(): string {
    return `wait ${this.until} ${this.off} ${this.isKept}`;
  }
}

/** The secretary, the chair or a manager does something, whether its time has come or not. */
export class Do extends Move {
  constructor(private readonly what: 'invite' | 'withdraw' | 'anew' | 'let-be' | 'chair' | 'minutes') {
    super();
  }
  forbidden({ phase, suspended }: CommitteeModel): boolean {
    const phaseOf = {
      invite: 'invitation',
      withdraw: 'invitation',
      anew: 'no-quorum',
      'let-be': 'no-quorum',
      chair: 'chair',
      minutes: 'minutes',
    };
    return phase !== phaseOf[this.what] || (suspended && this.what !== 'minutes');
  }
  take(item: CommitteeCase, { round }: CommitteeModel): void {
    const by = (step: string, outcome: string, visit: number) =>
      item.decide(`${step}#${visit}`, outcome, secretary, { reasonId: 'note-1' });
    if (this.what === 'invite') by('committee-invitation', 'invited', round);
    if (this.what === 'withdraw') by('committee-invitation', 'withdrawn', round);
    if (this.what === 'anew') by('no-quorum-follow-up', 'new-ballot', round);
    if (this.what === 'let-be') by('no-quorum-follow-up', 'no-new-ballot', round);
    if (this.what === 'chair') by('chair-decision', 'not-adopted', round);
    if (this.what === 'minutes') item.minutes();
  }
  note(model: CommitteeModel, item: CommitteeCase): void {
    const { terms } = item.current.ballots?.[`committee-ballot#${model.round}`] ?? {};
    if (this.what === 'invite' && terms) model.call(terms);
    if (this.what === 'withdraw') model.close('withdrawn');
    if (this.what === 'anew') model.askAnew();
    if (this.what === 'let-be') model.decide('no-quorum');
    if (this.what === 'chair') model.decide('not-adopted');
    if (this.what === 'minutes') model.close(model.decided);
  }
  override toString(): string {
    return this.what;
  }
}

export class Manage extends Move {
  constructor(private readonly what: 'suspend' | 'resume' | 'endCase') {
    super();
  }
  forbidden({ phase, suspended }: CommitteeModel): boolean {
    if (phase === 'closed') return true;
    return this.what === 'endCase' ? false : suspended === (this.what === 'suspend');
  }
  take(item: CommitteeCase): void {
    const officerId = officers.manager;
    if (this.what === 'endCase') item.take({ type: 'endCase', officerId, outcome: 'withdrawn', reason });
    else item.take({ type: this.what, officerId, reason });
  }
  note(model: CommitteeModel): void {
    if (this.what === 'endCase') model.close('withdrawn');
    else model.suspended = this.what === 'suspend';
  }
  override toString(): string {
    return this.what;
  }
}

/** An edit of the text: nobody makes it while it is voted on; once it was counted the committee is asked anew. */
export class Edit extends Move {
  forbidden({ phase, suspended }: CommitteeModel): boolean {
    return suspended || phase === 'voting' || phase === 'closed';
  }
  take(item: CommitteeCase): void {
    const { content } = item.current;
    const version = content.version + 1;
    item.take({
      type: 'reviseContent',
      officerId: secretary,
      content: { ...content, version, hash: `hash-${version}` },
    });
  }
  note(model: CommitteeModel): void {
    if (model.phase !== 'invitation') model.askAnew();
  }
  override toString(): string {
    return 'edit';
  }
}
