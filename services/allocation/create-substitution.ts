import { v5 as uuidv5 } from 'uuid';
import { conflictOf } from '../../domain/allocation/substitution';
import { mayStandInFor } from '../../domain/allocation/who-may-hold';
import type { Officer } from '../../prisma/generated/client';
import { answerOnce, commandIdOf } from '../commands/idempotency';
import type { ServiceContext } from '../context';
import { ForbiddenError, InvalidInputError, RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { getColleague } from './colleague';
import {
  type SubstitutionInput,
  type SubstitutionView,
  substitutionView,
  withPersons,
} from './substitution-schemas';
import type { Register } from './task-in-hand';

/**
 * Says who acts for an officer in his absence: he himself, or a manager of the agency. The substitute is told by mail.
 *
 * @throws ForbiddenError for another's absence, InvalidInputError, RefusedError (already-substituted,
 * substitution-cycle, substitute-not-eligible)
 */
export async function createSubstitution(
  context: ServiceContext,
  officer: CurrentOfficer,
  key: string,
  input: SubstitutionInput,
): Promise<SubstitutionView> {
  const absent = await getColleague(context, officer, input.absent ?? officer.subject, '/absent');
  refuseOthers(officer, absent.id);
  const substitute = await getColleague(context, officer, input.substitute, '/substitute');
  const request = { officerId: officer.id, key, route: 'createSubstitution', body: input };
  const id = commandIdOf(request);
  return await answerOnce(context, request, async () => {
    await context.prisma.$transaction((tx) => writeOnce(tx, id, officer.id, { absent, substitute, input }));
    const where = { id };
    return substitutionView(
      await context.prisma.substitution.findUniqueOrThrow({ where, include: withPersons }),
    );
  });
}

/** @throws ForbiddenError for whoever is neither the absent officer nor a manager */
export function refuseOthers(officer: CurrentOfficer, absentId: string): void {
  if (officer.id !== absentId && !officer.roles.includes('manager'))
    throw new ForbiddenError('substitution.edit');
}

interface Wanted {
  readonly absent: Officer;
  readonly substitute: Officer;
  readonly input: SubstitutionInput;
}

async function writeOnce(
  tx: Register,
  id: string,
  officerId: string,
  { absent, substitute, input }: Wanted,
): Promise<void> {
  // One at a time: two that lead in a circle together could be made by two officers at once.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('taslim:substitution'))::text`;
  if (await tx.substitution.findUnique({ where: { id } })) return;
  const now = new Date();
  const { zone, procedures } = input;
  // Nobody acted for him before the rule was there.
  const fromAt = new Date(Math.max(new Date(input.from).getTime(), now.getTime()));
  const period = { fromAt, untilAt: new Date(input.until) };
  refusePeriod(input, now);
  if (!mayStandInFor(substitute, absent))
    throw new RefusedError({ code: 'substitute-not-eligible', params: {} });
  const persons = { absentId: absent.id, substituteId: substitute.id };
  const rule = { ...persons, ...period, procedures: [...new Set(procedures)], endedAt: null };
  const others = await tx.substitution.findMany({ where: { endedAt: null, untilAt: { gt: now } } });
  const conflict = conflictOf(rule, others);
  if (conflict) throw new RefusedError({ code: conflict, params: {} });
  await tx.substitution.create({ data: { ...rule, id, zone, createdById: officerId, createdAt: now } });
  await tellSubstitute(tx, id, officerId, { ...rule, zone }, now);
}

function refusePeriod({ from, until }: SubstitutionInput, now: Date): void {
  if (until <= from) throw new InvalidInputError([{ pointer: '/until', code: 'until-before-from' }]);
  if (new Date(until) <= now) throw new InvalidInputError([{ pointer: '/until', code: 'period-over' }]);
}

const namespace = '2f6a7f0c-58c5-4e3a-9d1b-6b7f0a5d9e24';

async function tellSubstitute(
  tx: Register,
  id: string,
  officerId: string,
  rule: { substituteId: string; fromAt: Date; untilAt: Date; zone: string },
  now: Date,
): Promise<void> {
  const { substituteId, fromAt, untilAt, zone } = rule;
  if (substituteId === officerId) return;
  await tx.mail.create({
    data: {
      messageId: `<${uuidv5(id, namespace)}@taslim.invalid>`,
      template: 'substitution',
      params: { startsAt: fromAt.toISOString(), endsAt: untilAt.toISOString(), zone },
      officerId: substituteId,
      createdAt: now,
      nextAttemptAt: now,
    },
  });
}
