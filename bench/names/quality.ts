import type { ServiceContext } from '../../services/context';
import { findCurrentOfficer } from '../../services/officers/current-officer';
import { crossCheck, crossCheckInputSchema } from '../../services/persons/cross-check';
import { importEarlierRecords } from '../../services/persons/import-earlier-records';
import { type InventedPerson, inventPerson, type Sighting, sight } from './generate-persons';
import { Chance } from './random';

/** How well the cross-check finds persons written by another office. Parts of one. */
export interface QualityFigures {
  readonly persons: number;
  readonly searches: number;
  /** Of the persons who are in the register: those offered at all, and those offered first. */
  readonly recall: number;
  readonly first: number;
  /** Of the persons offered with at least `score`: those who are the person sought. */
  readonly byScore: readonly {
    readonly score: number;
    readonly recall: number;
    readonly precision: number;
  }[];
  readonly offeredPerSearch: number;
}

interface Offer {
  readonly score: number;
  readonly right: boolean;
}

const scores = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];

/**
 * Puts `persons` invented persons into an empty register, each as one office writes him, and looks for `known` of them
 * and for `strangers` who are not there, as another office writes them.
 */
export async function measureQuality(
  context: ServiceContext,
  {
    persons,
    known,
    strangers,
  }: { readonly persons: number; readonly known: number; readonly strangers: number },
): Promise<QualityFigures> {
  const chance = new Chance(28);
  const invented = Array.from({ length: persons }, () => inventPerson(chance));
  await importEarlierRecords(context, {
    records: invented.map((person, index) => recordOf(sight(person, chance), index)),
  });
  const officer = await findCurrentOfficer(context, 'liaison.baghdad');
  const search = async (person: InventedPerson, index: number | null): Promise<Offer[]> => {
    const input = crossCheckInputSchema.parse({ person: personOf(sight(person, chance)) });
    const { candidates } = await crossCheck(context, officer, input);
    return candidates.map(({ score, note }) => ({ score, right: note === noteOf(index) }));
  };
  const found: Offer[][] = [];
  for (const [index, person] of invented.slice(0, known).entries()) found.push(await search(person, index));
  const others: Offer[][] = [];
  for (let done = 0; done < strangers; done += 1) others.push(await search(inventPerson(chance), null));
  const all = [...found, ...others].flat();
  const recallFrom = (least: number) =>
    found.filter((offers) => offers.some(({ right, score }) => right && score >= least)).length / known;
  return {
    persons,
    searches: known + strangers,
    recall: recallFrom(0),
    first: found.filter(([offer]) => offer?.right).length / known,
    byScore: scores.map((score) => {
      const offered = all.filter((offer) => offer.score >= score);
      return {
        score,
        recall: recallFrom(score),
        precision: offered.filter(({ right }) => right).length / Math.max(1, offered.length),
      };
    }),
    offeredPerSearch: all.length / (known + strangers),
  };
}

function recordOf(sighting: Sighting, index: number): object {
  return { side: 'FED', person: personOf(sighting), custody: { from: '2020-01-01' }, note: noteOf(index) };
}

function noteOf(index: number | null): string {
  return `invented ${index}`;
}

function personOf({ given, family, script, birth }: Sighting): object {
  const name = family === '' ? { script, given } : { script, given, family };
  return { names: [name], ...(birth === null ? {} : { birth: { date: birth } }) };
}
