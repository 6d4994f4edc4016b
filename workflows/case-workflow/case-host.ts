import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { RegisterActivities, WriteRequest, WriteResult } from '../../activities/register/write-request';
import { actorOf, type CaseCommand } from '../../domain/case/commands';
import { foldAll } from '../../domain/case/fold';
import { Refusal } from '../../domain/case/refusal';
import { withoutForgotten } from '../../domain/case/remember';
import type { CaseState } from '../../domain/case/state';
import { type Plan, plan } from '../commands/plan';
import type { Procedure } from '../engine/procedure';
import { type CaseInput, type Receipt, refusalType } from '../messages';

/**
 * An ordinary activity, so that the Update is in the history before the write begins; retried without end, because
 * an unreachable register is no reason to lose a command. What the register refuses is an ApplicationFailure that
 * is not retried.
 */
const { writeEvents } = proxyActivities<RegisterActivities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '20 seconds' },
});

/** Takes the commands of one case, one at a time: decide, write, apply. */
export class CaseHost {
  state: CaseState | null;
  commandsTaken = 0;
  #last: Promise<unknown> = Promise.resolve();
  #turnsUnderWay = 0;

  constructor(
    private readonly procedure: Procedure,
    private readonly input: CaseInput,
  ) {
    this.state = input.state && withoutForgotten(input.state);
  }

  get isClosed(): boolean {
    return this.state?.outcome != null;
  }

  /**
   * Refuses what cannot be done now, before anything enters the history. While another command is being written the
   * state is not the last word: what was committed may not have been applied yet. It is decided in its turn then.
   */
  validate(command: CaseCommand): void {
    if (this.#turnsUnderWay === 0) this.decide(command);
  }

  /** Runs a command after those that came before it. @throws ApplicationFailure with the refusal's code and params */
  execute(command: CaseCommand): Promise<Receipt> {
    this.#turnsUnderWay += 1;
    const turn = this.#last.then(() => this.takeTurn(command));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  private async takeTurn(command: CaseCommand): Promise<Receipt> {
    this.commandsTaken += 1;
    try {
      for (;;) {
        const at = now();
        const planned = this.decide(command, at);
        if (planned.events.length === 0) return this.receipt();
        const result = await this.write(command, planned, at);
        this.state = foldAll(this.input.caseId, this.state, result.events);
        if (result.outcome === 'written') return this.receipt();
      }
    } finally {
      this.#turnsUnderWay -= 1;
    }
  }

  private decide(command: CaseCommand, at = now()): Plan {
    try {
      return plan(this.procedure, this.input.caseId, this.state, command, at);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw ApplicationFailure.nonRetryable(error.code, refusalType, {
        code: error.code,
        params: error.params,
      });
    }
  }

  /** A refusal of the register reaches the caller as one of the case does, not wrapped in the activity's failure. */
  private async write(command: CaseCommand, planned: Plan, at: string): Promise<WriteResult> {
    try {
      return await writeEvents(this.writeRequest(command, planned, at));
    } catch (error) {
      const refused = error instanceof ActivityFailure && error.cause instanceof ApplicationFailure;
      throw refused ? error.cause : error;
    }
  }

  private writeRequest(command: CaseCommand, { events, authority }: Plan, at: string): WriteRequest {
    return {
      caseId: this.input.caseId,
      expectedSeq: this.state?.seq ?? 0,
      commandId: command.commandId,
      actorId: actorOf(command),
      actingForId: command.type === 'decide' ? command.actingForId : null,
      role: authority?.role ?? null,
      agencyCode: authority?.agencyCode ?? null,
      ...(authority?.or === undefined ? {} : { orRoles: authority.or }),
      ...(authority?.seat === undefined ? {} : { seat: authority.seat }),
      at,
      events,
    };
  }

  private receipt(): Receipt {
    if (!this.state) throw new Error('a command was applied to a case that is not open');
    const { caseId, seq, status } = this.state;
    return { caseId, seq, status };
  }
}

/** The workflow's time: the same on every replay. */
function now(): string {
  return new Date(Date.now()).toISOString();
}
