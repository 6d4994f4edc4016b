import { randomUUID } from 'node:crypto';
import { type WorkflowHandle, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { CaseEvent, ContentSummary, DocumentRef, FactRecord } from '../../../domain/case/events';
import type { CaseState, ClockState } from '../../../domain/case/state';
import { type Receipt, stateQuery } from '../../../workflows/messages';
import { until } from '../../bad-luck/until';
import { document, type GivenCommand, officers } from '../in-memory-case';
import type { MemoryRegister } from './memory-register';

const hourMs = 3_600_000;

/** One case of a test-only procedure: takes commands as Updates and tells what its workflow holds. */
export class BlockCase {
  constructor(
    private readonly environment: TestWorkflowEnvironment,
    private readonly register: MemoryRegister,
    private readonly handle: WorkflowHandle,
    readonly caseId: string,
  ) {}

  /** Sends a command. @throws WorkflowUpdateFailedError when the case refuses it; see `refusal` */
  take(command: GivenCommand): Promise<Receipt> {
    const commandId = randomUUID();
    return this.handle.executeUpdate<Receipt, [object]>(command.type, { args: [{ ...command, commandId }] });
  }

  async state(): Promise<CaseState> {
    const state = await this.handle.query(stateQuery);
    if (!state) throw new Error('the case is not open');
    return state;
  }

  async openSteps(): Promise<string[]> {
    const { steps } = await this.state();
    return Object.keys(steps)
      .filter((key) => steps[key]?.outcome === null)
      .sort();
  }

  async outcomeOf(key: string): Promise<string | null | undefined> {
    return (await this.state()).steps[key]?.outcome;
  }

  async clock(key: string): Promise<ClockState> {
    const clock = (await this.state()).clocks[key];
    if (!clock) throw new Error(`clock ${key} is not known`);
    return clock;
  }

  /** The recorded events of a type, in order. */
  events<T extends CaseEvent['body']['type']>(type: T) {
    type OfType = CaseEvent & { readonly body: Extract<CaseEvent['body'], { type: T }> };
    return this.register.eventsOf(this.caseId).filter((event): event is OfType => event.body.type === type);
  }

  /** How the run that is under way was begun. */
  async runId(): Promise<string> {
    return (await this.handle.describe()).runId;
  }

  async decide(
    key: string,
    outcome: string,
    officerId: string,
    changes: { contentHash?: string; openedSeq?: number; reason?: string } = {},
  ): Promise<Receipt> {
    const { steps, content } = await this.state();
    const { contentHash = content.hash, openedSeq = steps[key]?.openedSeq ?? -1, reason } = changes;
    return this.take({
      type: 'decide',
      step: { key, openedSeq },
      outcome,
      officerId,
      actingForId: null,
      reason: reason === undefined ? null : { id: reason, hash: 'hash' },
      contentHash,
    });
  }

  /** Records that something happened now, or when `changes` say. */
  async fact(
    step: string,
    outcome: string,
    changes: Partial<FactRecord> & { proof?: readonly DocumentRef[] } = {},
  ): Promise<Receipt> {
    const { proof = [document], ...more } = changes;
    const fact = { ...(await this.factOf(outcome)), ...more };
    return this.take({ type: 'recordFact', officerId: officers.liaison, step, fact, details: null, proof });
  }

  /** What happened now with an outcome. */
  async factOf(outcome: string): Promise<FactRecord> {
    const occurredAt = (await this.now()).toISOString();
    return { occurredAt, zone: 'Europe/Stockholm', outcome, codes: [], limitDate: null };
  }

  /** A new version of the content, by another officer than the case's creator. */
  async revise(changes: Partial<ContentSummary> = {}): Promise<Receipt> {
    const { content } = await this.state();
    const version = content.version + 1;
    return this.take({
      type: 'reviseContent',
      officerId: officers.ncb,
      content: {
        ...content,
        version,
        id: `content-${version}`,
        hash: `hash-${version}`,
        editorId: officers.ncb,
        ...changes,
      },
    });
  }

  /** The server's time. */
  async now(): Promise<Date> {
    return new Date(await this.environment.currentTimeMs());
  }

  async passHours(hours: number): Promise<void> {
    await this.environment.sleep(hours * hourMs);
  }

  /** Lets the server's time pass until so many seconds before or after an instant. */
  async passUntil(instant: string, offsetSeconds = 0): Promise<void> {
    const target = Date.parse(instant) + offsetSeconds * 1_000;
    const remainingMs = target - (await this.environment.currentTimeMs());
    if (remainingMs > 0) await this.environment.sleep(remainingMs);
  }

  /** Waits until the workflow holds what is asked for: what a timer set off is written a moment later. */
  until(what: string, holds: (state: CaseState) => boolean): Promise<CaseState> {
    return until(what, async () => {
      const state = await this.state();
      return holds(state) && state;
    });
  }
}

/** The code with which a command was refused, by the case before it entered the history or by the register. */
export async function refusal(command: Promise<unknown>): Promise<string> {
  const error: unknown = await command.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    return error.cause.message;
  }
  throw new Error(`the command was not refused: ${String(error)}`);
}
