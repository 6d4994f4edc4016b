import type { Signers } from '../permissions/four-eyes';
import {
  type Bar,
  barOf,
  type Candidate,
  type HoldableTask,
  holdsRole,
  isBound,
  lentRoles,
  mayStandInFor,
  unfitFor,
} from './who-may-hold';

/** Who acts for whom at a moment, in the procedure of the task. */
export interface Standing {
  readonly absentId: string;
  readonly substituteId: string;
}

/**
 * How somebody who may not decide a task could be made to: his account let in again, the role given to him, or he named
 * as the substitute of one who may.
 */
export type Way = 'enable' | 'role' | 'substitution';

/** The officers around a task, by what they may do with it. */
export interface CandidateGroup<Officer extends Candidate> {
  /** Who may decide it; `actingFor` where only in another's absence. */
  readonly eligible: readonly { readonly officer: Officer; readonly actingFor: Officer | null }[];
  /** Active officers of the role who may not, because of what they did. */
  readonly excluded: readonly { readonly officer: Officer; readonly why: Bar }[];
  readonly couldBe: readonly { readonly officer: Officer; readonly ways: readonly Way[] }[];
}

/**
 * Sorts officers by what they may do with a task. Nothing makes eligible whom four eyes keep out. A substitute decides
 * only for one who may himself: where nobody may, none helps.
 */
export function candidateGroup<Officer extends Candidate>(
  task: HoldableTask,
  officers: readonly Officer[],
  signers: Signers,
  standing: readonly Standing[],
): CandidateGroup<Officer> {
  const isFit = (officer: Officer) => unfitFor(task, officer, signers) === null;
  const fit = officers.filter(isFit);
  const others = officers.filter((officer) => !isFit(officer));
  const free = others.filter((officer) => barOf(task, officer, signers) === null);
  const homes = homesOf(task, officers);
  const lends = (officer: Officer) => fit.filter((absent) => mayStandInFor(officer, absent));
  const substitutes = free.flatMap((officer) => {
    const actingFor = lends(officer).find(({ id }) => actsFor(standing, officer.id, id));
    return actingFor ? [{ officer, actingFor }] : [];
  });
  const acting = substitutes.map(({ officer }) => officer);
  return {
    eligible: [...fit.map((officer) => ({ officer, actingFor: null })), ...substitutes],
    excluded: others.flatMap((officer) => {
      const why = officer.disabledAt === null && holds(task, officer) ? barOf(task, officer, signers) : null;
      return why === null ? [] : [{ officer, why }];
    }),
    couldBe: free.flatMap((officer) => {
      const ways = acting.includes(officer) ? [] : waysOf(task, officer, homes, lends(officer).length > 0);
      return ways.length > 0 ? [{ officer, ways }] : [];
    }),
  };
}

/** Whether an active officer may decide a task for himself: without one, nobody may. */
export function isSignable(task: HoldableTask, officers: readonly Candidate[], signers: Signers): boolean {
  return officers.some((officer) => unfitFor(task, officer, signers) === null);
}

function actsFor(standing: readonly Standing[], substituteId: string, absentId: string): boolean {
  return standing.some((rule) => rule.substituteId === substituteId && rule.absentId === absentId);
}

function holds(task: HoldableTask, officer: Candidate): boolean {
  return holdsRole(officer, task, task.ownerAgencyCode);
}

/** Where the role is held: in the agency to which it is bound, or in those whose officers have it. */
function homesOf(task: HoldableTask, officers: readonly Candidate[]): readonly string[] {
  const { role, agencyCode, ownerAgencyCode } = task;
  const own = agencyCode ?? ownerAgencyCode;
  if (isBound(role, agencyCode)) return [own];
  const homes = officers.filter((officer) => holds(task, officer)).map((officer) => officer.agencyCode);
  return homes.length > 0 ? homes : [own];
}

function waysOf(
  task: HoldableTask,
  officer: Candidate,
  homes: readonly string[],
  mayBeNamed: boolean,
): Way[] {
  if (officer.disabledAt !== null) return holds(task, officer) ? ['enable'] : [];
  // Whoever takes no part in cases, or has a seat only, is given none for the sake of one task.
  if (lentRoles(officer.roles).length === 0 || !homes.includes(officer.agencyCode)) return [];
  return mayBeNamed ? ['role', 'substitution'] : ['role'];
}
