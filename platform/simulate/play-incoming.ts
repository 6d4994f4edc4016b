import type { CaseView } from '../../services/cases/get-case';
import type { ServiceContext } from '../../services/context';
import { IncomingCase, type IncomingEvent, readIncomingSample } from '../demo/incoming-case';
import { type IncomingBranch, incomingBranches } from './incoming-branches';
import { playScript, type Watched } from './play-script';
import { servicesDesk } from './services-desk';
import type { SkippedTime } from './skipped-time';

export const incomingZones = ['Asia/Baghdad'] as const;

/** So long before the request the sample's person was arrested. */
const heldForMs = 28 * 3_600_000 + 35 * 60_000;

/**
 * Plays a branch of the incoming sample from today on, and returns the case at its end. Only where the nationality stops
 * the request is the person the sample's own; the others are at large when it comes, and no Iraqis.
 */
export async function playIncoming(
  context: ServiceContext,
  time: SkippedTime,
  branch: IncomingBranch,
  watched: Watched,
): Promise<CaseView> {
  const item = new IncomingCase(servicesDesk(context), () => undefined);
  const play = {
    script: incomingBranches[branch](),
    open: async () => item.open(await openingOf(branch)),
    play: (event: IncomingEvent) => item.play(event),
    nameOf: ({ step }: IncomingEvent) => step,
  };
  await playScript(time, play, watched);
  return await item.finished();
}

async function openingOf(branch: IncomingBranch): Promise<object> {
  const { procedure, request } = await readIncomingSample();
  const receivedAt = new Date().toISOString();
  const at = new Date(Date.now() - heldForMs).toISOString();
  const sample = request.person as object;
  const person =
    branch === 'nationality'
      ? { ...sample, custody: { at, place: 'Basra' } }
      : { ...sample, nationalities: ['SE'], custody: null };
  const others = branch === 'concurrent' ? { concurrentRequests: [{ state: 'JO' }] } : {};
  return { procedure, request: { ...request, receivedAt, person, ...others } };
}
