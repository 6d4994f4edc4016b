import { isFreshLogin } from '../../domain/identity/fresh-login';
import type { Task } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { StepUpNeededError } from '../errors';
import { procedureOf } from '../procedures';
import type { CurrentOfficer } from './current-officer';

const secondsPerMinute = 60;

/** @throws StepUpNeededError when the officer's login is too old for one of the gravest acts */
export function requireFreshLogin({ signIn }: ServiceContext, officer: CurrentOfficer): void {
  if (isFreshLogin(officer.authenticatedAt, new Date(), signIn)) return;
  throw new StepUpNeededError(signIn.stepUpMinutes * secondsPerMinute);
}

/** The same as `requireFreshLoginFor`, for the step of a task. @throws StepUpNeededError */
export async function requireFreshLoginForTask(
  context: ServiceContext,
  officer: CurrentOfficer,
  { caseId, step }: Pick<Task, 'caseId' | 'step'>,
): Promise<void> {
  const { procedure } = await context.prisma.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { procedure: true },
  });
  requireFreshLoginFor(context, officer, procedure, step);
}

/**
 * Asks for a fresh login where the step of the procedure is declared as one of the gravest.
 *
 * @throws StepUpNeededError
 */
export function requireFreshLoginFor(
  context: ServiceContext,
  officer: CurrentOfficer,
  procedure: string,
  step: string,
): void {
  if (procedureOf(procedure).steps[step]?.gravest) requireFreshLogin(context, officer);
}
