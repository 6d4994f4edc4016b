import type { CaseView } from '../../services/cases/get-case';
import type { ServiceContext } from '../../services/context';
import { importEarlierRecords } from '../../services/persons/import-earlier-records';
import { openTransfer } from '../demo/open-transfers';
import { readBatchSample, readEarlierRecords, type TransferredPerson } from '../demo/regional-samples';
import { type Direction, TransferCase, type TransferEvent } from '../demo/transfer-case';
import { playScript, type Watched } from './play-script';
import { servicesDesk } from './services-desk';
import type { SkippedTime } from './skipped-time';
import { type TransferBranch, transferBranches } from './transfer-branches';

/** Both sides are in one zone. */
export const transferZones = ['Asia/Baghdad'] as const;

/** The sample's persons: one who is not held yet, and one of whom an earlier judgment is known. */
const notHeld = 'Subject Five';
const judgedBefore = 'Subject Three';

/**
 * Plays a branch of the transfer of one sample person from today on, and returns the case at its end. Whoever it is is
 * at large when it begins, so that everything of the case comes at its own time.
 */
export async function playTransfer(
  context: ServiceContext,
  time: SkippedTime,
  { branch, way }: { readonly branch: TransferBranch; readonly way: Direction },
  watched: Watched,
): Promise<CaseView> {
  await importEarlierRecords(context, await readEarlierRecords());
  const person = await samplePerson(branch === 'stopped' ? judgedBefore : notHeld);
  const desk = servicesDesk(context);
  let item: TransferCase | null = null;
  const opened = () => {
    if (!item) throw new Error('the case is not open');
    return item;
  };
  const play = {
    script: transferBranches[branch](way),
    async open() {
      item = new TransferCase(desk, () => undefined, await openTransfer(desk, way, person));
    },
    play: (event: TransferEvent) => opened().play(event),
    nameOf: ({ step }: TransferEvent) => step,
  };
  await playScript(time, play, watched);
  return await opened().finished();
}

async function samplePerson(given: string): Promise<TransferredPerson> {
  const { persons } = await readBatchSample();
  const found = persons.find(({ person }) => person.names.some((name) => name.given.endsWith(given)));
  if (!found) throw new Error(`the sample holds no ${given}`);
  return { ...found, arrest: null };
}
