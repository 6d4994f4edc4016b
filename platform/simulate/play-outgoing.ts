import type { CaseView } from '../../services/cases/get-case';
import type { ServiceContext } from '../../services/context';
import { playReply } from '../demo/play';
import { type Reply, readSwedenSamples } from '../demo/samples';
import { SwedenCase } from '../demo/sweden-case';
import { type OutgoingBranch, outgoingBranches } from './outgoing-branches';
import { playScript, type Watched } from './play-script';
import { servicesDesk } from './services-desk';
import type { SkippedTime } from './skipped-time';

/** The two places of the sample: where the case is kept, and where the person is held. */
export const outgoingZones = ['Asia/Baghdad', 'Europe/Stockholm'] as const;

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

/** Plays a branch of the outgoing sample from today on, and returns the case at its end. */
export async function playOutgoing(
  context: ServiceContext,
  time: SkippedTime,
  branch: OutgoingBranch,
  watched: Watched,
): Promise<CaseView> {
  const { request, replies } = await readSwedenSamples();
  const item = new SwedenCase(servicesDesk(context), () => undefined);
  const play = {
    script: outgoingBranches[branch](replies),
    open: () => item.open(request),
    play: (reply: Reply) => (branchEvents[reply.event] ?? playReply)(item, reply),
    nameOf: ({ event }: Reply) => event,
  };
  await playScript(time, play, watched);
  return await item.finished();
}
