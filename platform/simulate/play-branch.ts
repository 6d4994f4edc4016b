import type { CaseView } from '../../services/cases/get-case';
import type { ServiceContext } from '../../services/context';
import { playReply } from '../demo/play';
import { type Reply, readSwedenSamples } from '../demo/samples';
import { SwedenCase } from '../demo/sweden-case';
import { type Branch, branches } from './branches';
import { throwIfInterrupted } from './interrupted';
import { servicesDesk } from './services-desk';
import { fromToday } from './shift';

/** The time of a server that can skip it. */
export interface SkippedTime {
  now(): Promise<Date>;
  /** Lets the server's time pass until the instant; at once when it lies in the past. */
  passUntil(instant: Date): Promise<void>;
}

/** What the branches have and the sample has not. */
const branchEvents: Readonly<Record<string, (item: SwedenCase, reply: Reply) => Promise<void>>> = {
  'refusal-follow-up': managerDecides,
  'not-taken-over-follow-up': managerDecides,
  'release-expected': managerDecides,
  'released-abroad': (item, reply) =>
    item.record('liaison.ncb', 'release-abroad', 'released', reply, { details: { place: reply.place } }),
  'not-taken-over': (item, reply) =>
    item.record('liaison.baghdad', 'surrender', 'not-taken-over', reply, { details: { place: reply.place } }),
};

function managerDecides(item: SwedenCase, { event, outcome = '', reason }: Reply): Promise<void> {
  return item.decide('manager.baghdad', event, outcome, reason);
}

/**
 * Plays a branch of the sample from today on, each event recorded at its own time, and returns the case at its end.
 * `report` is told each event before it is waited for.
 */
export async function playBranch(
  context: ServiceContext,
  time: SkippedTime,
  branch: Branch,
  report: (line: string) => void,
  signal?: AbortSignal,
): Promise<CaseView> {
  const { request, replies } = await readSwedenSamples();
  const script = branches[branch](replies);
  const start = fromToday(script, await time.now())[0];
  if (start) await time.passUntil(new Date(start.at));

  const item = new SwedenCase(servicesDesk(context), () => undefined);
  await item.open(request);
  for (const reply of fromToday(script, await time.now())) {
    throwIfInterrupted(signal);
    report(`${reply.at}  ${reply.event}`);
    await time.passUntil(new Date(reply.at));
    await (branchEvents[reply.event] ?? playReply)(item, reply);
  }
  return await item.finished();
}
