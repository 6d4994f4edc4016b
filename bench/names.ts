import { randomUUID } from 'node:crypto';
import { normaliseName } from '../domain/names/normalise-name';
import { searchKeyOf } from '../domain/names/search-key';
import type { ServiceContext } from '../services/context';
import { findCurrentOfficer } from '../services/officers/current-officer';
import { crossCheck, crossCheckInputSchema } from '../services/persons/cross-check';
import { inventPerson, sight } from './names/generate-persons';
import { familyNames, givenNames, type SpelledName } from './names/name-spellings';
import { Chance } from './names/random';

/** What a search takes among a million names. */
export interface NameFigures {
  readonly names: number;
  /** Generating and indexing them. */
  readonly plantSeconds: number;
  readonly searches: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

const million = 1_000_000;
const spellingsEach = 2;
const batch = 50_000;
const searches = 100;
const warmUp = 5;

/** Plants `names` names of invented persons, two spellings each, and times searches for as many other persons. */
export async function measureNames(context: ServiceContext, names = million): Promise<NameFigures> {
  const began = performance.now();
  await plant(context, names);
  const plantSeconds = (performance.now() - began) / 1_000;
  const officer = await findCurrentOfficer(context, 'liaison.baghdad');
  const chance = new Chance(2012);
  const timesMs: number[] = [];
  for (let done = -warmUp; done < searches; done += 1) {
    const { given, family, script, birth } = sight(inventPerson(chance), chance);
    const name = family === '' ? { script, given } : { script, given, family };
    const person = { names: [name], ...(birth === null ? {} : { birth: { date: birth } }) };
    const started = performance.now();
    await crossCheck(context, officer, crossCheckInputSchema.parse({ person }));
    if (done >= 0) timesMs.push(performance.now() - started);
  }
  timesMs.sort((a, b) => a - b);
  const quantile = (part: number) => timesMs[Math.floor(timesMs.length * part)] ?? Number.NaN;
  return { names, plantSeconds, searches, medianMs: quantile(0.5), p95Ms: quantile(0.95) };
}

/** The names are put together in the database, from the columns of their parts: a name's key is that of its parts. */
async function plant({ prisma }: ServiceContext, names: number): Promise<void> {
  const record = randomUUID();
  await prisma.earlierRecord.create({
    data: {
      id: record,
      side: 'FED',
      kind: 'custody',
      details: {},
      note: 'benchmark',
      importedAt: new Date(),
    },
  });
  const [given, family] = [givenNames, familyNames].map(columnsOf) as [Columns, Columns];
  for (let planted = 0; planted < names / spellingsEach; planted += batch) {
    const count = Math.min(batch, names / spellingsEach - planted);
    await prisma.$executeRaw`
      WITH sought AS (
        SELECT gen_random_uuid() AS id, 1945 + floor(random() * 63)::int AS year,
          1 + floor(${given.count} * power(random(), 1.8))::int AS g,
          1 + floor(${given.count} * power(random(), 1.8))::int AS f,
          1 + floor(${given.count} * power(random(), 1.8))::int AS gf,
          1 + floor(${family.count} * power(random(), 1.8))::int AS fam
        FROM generate_series(1, ${count}::int)
      ), person AS (
        INSERT INTO "Person" ("id", "side", "recordId", "birth", "documents", "documentKeys")
        SELECT id, 'FED', ${record}::uuid, year::text, '{}', '{}' FROM sought
      )
      INSERT INTO "PersonName" ("personId", "given", "family", "alias", "script", "normalised", "key", "birthYear", "earlier")
      SELECT id, concat_ws(' ', w[g], w[f], w[gf]), fw[fam], false, script,
        concat_ws(' ', w[g], w[f], w[gf], fw[fam]), concat_ws(' ', k[g], k[f], k[gf], fk[fam]), year, true
      FROM sought CROSS JOIN (VALUES
        ('Arab', ${given.arab}::text[], ${given.arabKeys}::text[], ${family.arab}::text[], ${family.arabKeys}::text[]),
        ('Latn', ${given.latn}::text[], ${given.latnKeys}::text[], ${family.latn}::text[], ${family.latnKeys}::text[])
      ) AS spelling(script, w, k, fw, fk)`;
  }
}

type Columns = ReturnType<typeof columnsOf>;

function columnsOf(names: readonly SpelledName[]) {
  const arab = names.map((name) => normaliseName(name.ar));
  const latn = names.map((name) => normaliseName(name.latn[0] ?? ''));
  return {
    count: names.length,
    arab,
    latn,
    arabKeys: arab.map(searchKeyOf),
    latnKeys: latn.map(searchKeyOf),
  };
}
