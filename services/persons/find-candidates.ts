import { documentKeyOf } from '../../domain/names/document-number';
import type { IdentifiedPerson } from '../../domain/names/person';
import { Prisma, type PrismaClient } from '../../prisma/generated/client';
import { birthYearOf, searchedBy } from './person-rows';

/** Trigrams that two keys must share, of those that either has, so that the score looks at them. Set by measurement. */
const likeness = 0.42;
const mostRecords = 300;

/** Persons of the register who may be the one sought: of earlier records, and of the present contents of cases. */
export interface FoundPersons {
  readonly records: readonly string[];
  readonly cases: readonly { readonly personId: string; readonly caseId: string }[];
}

/**
 * Finds who may be the person sought, by the keys of his names and by the numbers of his documents, likeliest first. Of
 * earlier records some hundred, among a million in fractions of a second; of cases all, because what its searcher may
 * not see is left out afterwards and must not take the place of what he may.
 */
export async function findCandidates(prisma: PrismaClient, sought: IdentifiedPerson): Promise<FoundPersons> {
  const spellings = new Map(sought.names.map((name) => [searchedBy(name).key, searchedBy(name).normalised]));
  spellings.delete('');
  const documents = sought.documents.map(documentKeyOf).filter(Boolean);
  const query = Prisma.sql`unnest(${[...spellings.keys()]}::text[], ${[...spellings.values()]}::text[]) AS q(key, written)`;
  const rank = rankOf(birthYearOf(sought.birth));
  const [, records, cases] = await prisma.$transaction([
    prisma.$executeRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(likeness)}, true)`,
    prisma.$queryRaw<{ personId: string }[]>`
      SELECT p."id" AS "personId", 2 AS rank FROM "Person" p
        WHERE p."documentKeys" && ${documents}::text[] AND p."recordId" IS NOT NULL
      UNION ALL
      (SELECT n."personId", max(n.rank) AS rank FROM ${query} CROSS JOIN LATERAL (
        SELECT n."personId", ${rank} AS rank FROM "PersonName" n
          WHERE n."key" % q.key AND n."earlier" ORDER BY rank DESC LIMIT ${mostRecords}
      ) n GROUP BY n."personId")
      ORDER BY rank DESC LIMIT ${mostRecords}`,
    prisma.$queryRaw<{ personId: string; caseId: string }[]>`
      SELECT p."id" AS "personId", k."id" AS "caseId" FROM "Person" p
        JOIN "CaseContent" c ON c."id" = p."contentId"
        JOIN "Case" k ON k."id" = c."caseId" AND k."contentVersion" = c."version" AND k."seq" > 0
        WHERE p."documentKeys" && ${documents}::text[] OR p."id" IN (
          SELECT n."personId" FROM ${query} JOIN "PersonName" n ON n."key" % q.key AND NOT n."earlier")`,
  ]);
  return { records: [...new Set(records.map(({ personId }) => personId))], cases };
}

/** Likeness of the keys, the same letters, and a year of birth that is near or unknown. */
function rankOf(birthYear: number | null): Prisma.Sql {
  const born = Prisma.sql`COALESCE((abs(n."birthYear" - ${birthYear}::int) <= 1)::int * 0.3, 0.15)`;
  return Prisma.sql`similarity(n."key", q.key) + (n."normalised" = q.written)::int * 0.1 + ${born}`;
}
