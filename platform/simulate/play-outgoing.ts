import type { CaseView } from '../../services/cases/get-case';
import type { ServiceContext } from '../../services/context';
import { orderEscort, playReply } from '../demo/play';
import { type Reply, readSwedenSamples } from '../demo/samples';
import { SwedenCase } from '../demo/sweden-case';
import { type OutgoingBranch, outgoingBranches, requestOfBranch } from './outgoing-branches';
import { playScript, type Watched } from './play-script';
import { servicesDesk } from './services-desk';
import type { SkippedTime } from './skipped-time';

/** The two places of the sample: where the case is kept, and where the person is held. */
export const outgoingZones = ['Asia/Baghdad', 'Europe/Stockholm'] as const;

const liaison = 'liaison.baghdad';

/** What the branches have and the sample has not. */
const branchEvents: Readonly<Record<string, (item: SwedenCase, reply: Reply) => Promise<void>>> = {
  'regional-approval': (item) => item.decide('approver.erbil', 'regional-approval', 'approved'),
  'regional-transmission': (item) => item.send('liaison.erbil', 'regional-transmission'),
  'regional-receipt': (item) => item.decide(liaison, 'regional-receipt', 'received'),
  'continued-detention': (item, reply) =>
    item.record('liaison.ncb', 'continued-detention', 'requested', reply),
  consent: recordBy,
  'refusal-follow-up': managerDecides,
  'prosecution-there': recordBy,
  'prosecution-watch': managerDecides,
  'not-taken-over-follow-up': managerDecides,
  'release-expected': managerDecides,
  'released-abroad': (item, reply) =>
    item.record('liaison.ncb', 'release-abroad', reply.outcome ?? 'released', reply, {
      details: { place: reply.place },
    }),
  'surrender-failed': (item, { event: _event, outcome = '', ...reply }) =>
    item.record(
      liaison,
      'surrender',
      outcome,
      { ...reply, event: 'surrender' },
      {
        details: { place: reply.place },
      },
    ),
  'surrender-date': async (item, reply) => {
    await item.record(liaison, 'surrender-date', 'agreed', reply, { limitDate: reply.agreedFor });
    await orderEscort(item, reply);
  },
  'escort-order': orderEscort,
  'transit-consent': (item, { conditions, ...reply }) =>
    item.record(liaison, 'transit-consent', reply.outcome ?? 'given', reply, { conditions }),
  'temporary-surrender': (item, reply) =>
    item.record(liaison, 'temporary-surrender', 'surrendered', reply, {
      limitDate: reply.agreedFor,
      details: { place: reply.place },
    }),
  'arrived-for-a-time': (item, reply) => playReply(item, { ...reply, event: 'arrived' }),
  'before-judge-for-a-time': (item, reply) =>
    item.record(liaison, 'before-judge', 'presented', reply, { details: { court: reply.court } }),
  'temporary-return': (item, reply) => item.record(liaison, 'temporary-return', 'brought-back', reply),
};

function recordBy(item: SwedenCase, reply: Reply): Promise<void> {
  return item.record(liaison, reply.event, reply.outcome ?? '', reply, { details: { by: reply.by } });
}

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
  const opener = branch === 'regional' ? 'liaison.erbil' : liaison;
  const item = new SwedenCase(servicesDesk(context), () => undefined, opener);
  const play = {
    script: outgoingBranches[branch](replies),
    open: () => item.open(requestOfBranch(branch, request)),
    play: (reply: Reply) => (branchEvents[reply.event] ?? playReply)(item, reply),
    nameOf: ({ event }: Reply) => event,
  };
  await playScript(time, play, watched);
  return await item.finished();
}
