import { covers } from '../../domain/allocation/substitution';
import { lentRoles, mayStandInFor } from '../../domain/allocation/who-may-hold';
import { Refusal } from '../../domain/case/refusal';
import type { Transaction } from './transaction';
import type { WriteRequest } from './write-request';

type Acting = Pick<WriteRequest, 'caseId' | 'role' | 'at'> & {
  readonly actorId: string;
  readonly actingForId: string;
};

/**
 * Whether the actor may act for the other, when the command was given and now: it may have waited. The register's word
 * is the last one, whoever let the command through.
 *
 * @throws Refusal
 */
export async function checkSubstitution(
  tx: Transaction,
  { caseId, role, at, actorId, actingForId }: Acting,
): Promise<void> {
  const { procedure } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { procedure: true },
  });
  const rules = await tx.substitution.findMany({
    where: { absentId: actingForId, substituteId: actorId },
    include: { absent: true, substitute: true },
  });
  const standing = rules.find((rule) =>
    [new Date(at), new Date()].every((moment) => covers(rule, procedure, moment)),
  );
  if (!standing || !mayStandInFor(standing.substitute, standing.absent)) throw new Refusal('not-substitute');
  if (role !== null && !lentRoles([role]).includes(role)) throw new Refusal('not-substitute');
}
