import { z } from 'zod';
import { candidateGroup } from '../../domain/allocation/candidates';
import type { Prisma } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { RefusedError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { getTask } from '../tasks/list-tasks';
import { personSchema } from '../tasks/task-view';
import { rulesOf } from './task-in-hand';

const candidate = personSchema.extend({ agency: z.string() });

export const candidatesSchema = z
  .object({
    eligible: z.array(
      candidate.extend({
        actingFor: personSchema.nullable().describe('In whose absence he may decide it; null: for himself'),
      }),
    ),
    elsewhere: z.int().describe('How many officers of the other side may decide it, too'),
    excluded: z.array(
      candidate.extend({
        why: z
          .enum(['creator', 'last-editor', 'earlier-approver', 'author'])
          .describe('`author`: it judges what he said'),
      }),
    ),
    couldBe: z
      .array(
        candidate.extend({
          ways: z
            .array(z.enum(['enable', 'role', 'substitution']))
            .describe('Let his account in again, give him the role, name him as a substitute'),
        }),
      )
      .describe('Who may not, and could be made to'),
  })
  .meta({ id: 'Candidates' });

type OfficerWithAgency = Prisma.OfficerGetPayload<{ include: { agency: true } }>;

/**
 * Who may decide a task, whom four eyes keep out and why, and who could be made eligible: of the reader's own side by
 * name.
 *
 * @throws NotFoundError, RefusedError `not-allocatable` for what is the committee's
 */
export async function candidatesOfTask(
  context: ServiceContext,
  officer: CurrentOfficer,
  taskId: string,
): Promise<z.infer<typeof candidatesSchema>> {
  await getTask(context, officer, taskId);
  const { prisma } = context;
  const task = await prisma.task.findUniqueOrThrow({ where: { id: taskId }, include: { case: true } });
  const { rules, signers } = await rulesOf(prisma, task);
  if (rules.ofCommittee) throw new RefusedError({ code: 'not-allocatable', params: {} });
  const [officers, standing, { side }] = await Promise.all([
    prisma.officer.findMany({ include: { agency: true }, orderBy: { subject: 'asc' } }),
    prisma.substitution.findMany({ where: actingIn(task.case.procedure, new Date()) }),
    prisma.agency.findUniqueOrThrow({ where: { code: officer.agencyCode } }),
  ]);
  const isOwn = (found: { readonly officer: OfficerWithAgency }) => found.officer.agency.side === side;
  const { eligible, excluded, couldBe } = candidateGroup(rules, officers, signers, standing);
  return {
    eligible: eligible.filter(isOwn).map((found) => ({
      ...candidateOf(found.officer),
      actingFor: found.actingFor && personOf(found.actingFor),
    })),
    elsewhere: eligible.filter((found) => !isOwn(found)).length,
    excluded: excluded.filter(isOwn).map((found) => ({ ...candidateOf(found.officer), why: found.why })),
    couldBe: couldBe.filter(isOwn).map((found) => ({ ...candidateOf(found.officer), ways: [...found.ways] })),
  };
}

function actingIn(procedure: string, now: Date): Prisma.SubstitutionWhereInput {
  const meant = [{ procedures: { isEmpty: true } }, { procedures: { has: procedure } }];
  return { endedAt: null, fromAt: { lte: now }, untilAt: { gt: now }, OR: meant };
}

function personOf({ subject: account, name }: OfficerWithAgency) {
  return { account, name };
}

function candidateOf(officer: OfficerWithAgency) {
  return { ...personOf(officer), agency: officer.agencyCode };
}
