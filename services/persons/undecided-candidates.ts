import { getVisibleCase } from '../cases/find-case';
import type { ServiceContext } from '../context';
import { RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { crossCheck } from './cross-check';
import { latestDecisions } from './cross-check-decisions';

/**
 * A cross-check is answered when a person of the officer's side has looked at every candidate that the search offers now. Who is said to be
 * the same person is known: the answer may not say otherwise.
 *
 * @throws RefusedError `candidates-undecided` with how many nobody has looked at, `candidate-is-known`
 */
export async function refuseUnlessLookedAt(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
  { outcome }: { readonly outcome: string },
): Promise<void> {
  const { candidates } = await crossCheck(context, officer, { caseId });
  // Who may read what the other side decided answers for his own all the same.
  const { agencyCode } = officer;
  const decisions = await latestDecisions(context, { roles: [], agencyCode }, caseId);
  const { contentVersion } = await getVisibleCase(context, officer, caseId);
  // An edit may have made it another person: who was looked at before is looked at again.
  const lookedAt = ({ personId }: { readonly personId: string }) =>
    decisions.get(personId)?.contentVersion === contentVersion;
  const undecided = candidates.filter((candidate) => !lookedAt(candidate)).length;
  if (undecided > 0) throw new RefusedError({ code: 'candidates-undecided', params: { count: undecided } });
  const isKnown = candidates.some(({ personId }) => decisions.get(personId)?.outcome === 'same');
  if (isKnown && outcome === 'nobody-known')
    throw new RefusedError({ code: 'candidate-is-known', params: {} });
}
