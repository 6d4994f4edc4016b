import type { CaseView } from '../../services/cases/get-case';
import type { ServiceContext } from '../../services/context';
import { InformationCase, type InformationEvent } from '../demo/information-case';
import { readInformationSample, requestOf } from '../demo/information-sample';
import { endsOf, type InformationBranch, informationBranches } from './information-branches';
import { playScript, type Watched } from './play-script';
import { servicesDesk } from './services-desk';
import type { SkippedTime } from './skipped-time';

/** Both sides are in one zone, and what an authority abroad does is recorded in it. */
export const informationZones = ['Asia/Baghdad'] as const;

/** Plays a branch of the sample request for information from today on, and returns the case at its end. */
export async function playInformation(
  context: ServiceContext,
  time: SkippedTime,
  branch: InformationBranch,
  watched: Watched,
): Promise<CaseView> {
  const request = { ...requestOf(await readInformationSample(), null), ...endsOf[branch] };
  let item: InformationCase | null = null;
  const opened = () => {
    if (!item) throw new Error('the case is not open');
    return item;
  };
  const play = {
    script: informationBranches[branch],
    async open() {
      item = await InformationCase.open(servicesDesk(context), () => undefined, request);
    },
    play: (event: InformationEvent) => opened().play(event),
    nameOf: ({ step, number }: InformationEvent) => (number === undefined ? step : `${step} ${number}`),
  };
  await playScript(time, play, watched);
  return await opened().finished();
}
