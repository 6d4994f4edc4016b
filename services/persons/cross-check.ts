import { z } from 'zod';
import { hashOf } from '../../domain/hash';
import { id } from '../../domain/input';
import {
  type Match,
  matchPersons,
  type PreparedPerson,
  preparePerson,
} from '../../domain/names/match-persons';
import type { IdentifiedPerson } from '../../domain/names/person';
import { getVisibleCase } from '../cases/find-case';
import { visibleCases } from '../cases/visible-cases';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import {
  type Candidate,
  type CrossCheckDecisionView,
  candidateParts,
  candidateView,
  identifiedOf,
  type StoredPerson,
} from './candidate-view';
import { latestDecisions } from './cross-check-decisions';
import { findCandidates } from './find-candidates';
import { personSchema } from './person-input';
import { personOfCase } from './person-of-case';
import { identifiedPerson } from './person-rows';
import { tellOwners } from './tell-owners';

const mostCandidates = 100;

/** Whom to look for: the person of a case, or one described. */
export const crossCheckInputSchema = z
  .union([z.strictObject({ caseId: id }), z.strictObject({ person: personSchema })])
  .meta({ id: 'CrossCheckInput' });

export type CrossCheckInput = z.output<typeof crossCheckInputSchema>;

/** The person sought; `about` is the same whenever the same is sought again. */
interface Search {
  readonly about: string;
  readonly caseId: string | null;
  readonly sought: IdentifiedPerson;
}

interface Hit {
  readonly person: StoredPerson;
  readonly match: Match;
}

/**
 * Looks for a person among the earlier records and the cases of both sides (law: ICCPR 14(7); the cross-check comes
 * before approval), likeliest first, each candidate with the reasons for its rank. It decides nothing.
 *
 * A case that the officer may not see is told to its owner and leaves no trace in the answer.
 *
 * @throws NotFoundError when the case is none that he may see
 */
export async function crossCheck(
  context: ServiceContext,
  officer: CurrentOfficer,
  input: CrossCheckInput,
): Promise<{ candidates: Candidate[] }> {
  const search = await searchOf(context, officer, input);
  const found = await findCandidates(context.prisma, search.sought);
  const cases = found.cases.filter(({ caseId }) => caseId !== search.caseId);
  const seen = await context.prisma.case.findMany({
    where: { id: { in: cases.map(({ caseId }) => caseId) }, ...visibleCases(officer) },
    select: { id: true },
  });
  const mayBeSeen = new Set(seen.map((item) => item.id));
  const visible = cases.filter(({ caseId }) => mayBeSeen.has(caseId));
  const hidden = cases.filter(({ caseId }) => !mayBeSeen.has(caseId));
  const sought = preparePerson(search.sought);
  const hits = await rank(context, sought, [...found.records, ...visible.map(({ personId }) => personId)]);
  const toTell = await rank(
    context,
    sought,
    hidden.map(({ personId }) => personId),
  );
  const decisions =
    search.caseId === null ? noDecisions : await latestDecisions(context, officer, search.caseId);
  await tellOwners(context, officer, search.about, toTell);
  return {
    candidates: hits
      .slice(0, mostCandidates)
      .map(({ person, match }) => candidateView(person, match, decisions.get(person.id) ?? null)),
  };
}

const noDecisions: ReadonlyMap<string, CrossCheckDecisionView> = new Map();

async function searchOf(
  context: ServiceContext,
  officer: CurrentOfficer,
  input: CrossCheckInput,
): Promise<Search> {
  if ('person' in input) {
    return { about: hashOf(input.person), caseId: null, sought: identifiedPerson(input.person) };
  }
  const item = await getVisibleCase(context, officer, input.caseId);
  const { id: caseId, contentVersion: version } = item;
  const sought = await personOfCase(context, caseId, version);
  return { about: `${caseId}:${version}`, caseId, sought };
}

/** Those who are worth a person's look, likeliest first. */
async function rank(
  { prisma }: ServiceContext,
  sought: PreparedPerson,
  ids: readonly string[],
): Promise<Hit[]> {
  const persons = await prisma.person.findMany({ where: { id: { in: [...ids] } }, include: candidateParts });
  return persons
    .map((person) => ({ person, match: matchPersons(sought, preparePerson(identifiedOf(person))) }))
    .filter(({ match }) => match.strength !== 'weak')
    .sort((a, b) => b.match.score - a.match.score || (a.person.id < b.person.id ? -1 : 1));
}
