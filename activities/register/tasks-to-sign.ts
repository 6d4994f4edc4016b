import type { HoldableTask } from '../../domain/allocation/who-may-hold';
import type { Signers } from '../../domain/permissions/four-eyes';
import { procedures } from '../../domain/procedures';
import { signedKinds } from '../../domain/procedures/decided-kinds';
import type { StepTable } from '../../domain/procedures/step';
import type { Prisma, Task } from '../../prisma/generated/client';
import type { Transaction } from './transaction';

const fourEyes: readonly string[] = signedKinds;
/** Kinds of tasks that a second person decides. */
export const secondPersonKinds: readonly string[] = [...fourEyes, 'correction'];

/** What of a case decides who may sign in it. */
export interface SignedCase {
  readonly id: string;
  readonly procedure: string;
  readonly agencyCode: string;
  readonly createdById: string;
}

/** The content of a case as it is now. */
export async function latestContent({ caseContent }: Transaction, caseId: string) {
  return await caseContent.findFirstOrThrow({
    where: { caseId, version: { not: null } },
    orderBy: { version: 'desc' },
    select: { version: true, hash: true, editedById: true },
  });
}

/** Who is excluded in a case, by what he did. @param lastEditorId of the content as it is now */
export async function signersOf(
  { decision }: Transaction,
  { id: caseId, createdById: creatorId }: SignedCase,
  lastEditorId: string,
): Promise<Signers> {
  const earlier = await decision.findMany({
    where: { caseId, fourEyes: true },
    select: { stage: true, officerId: true, actingForId: true },
  });
  return { creatorId, lastEditorId, earlier };
}

type TaskOfStep = Pick<Task, 'stepKey' | 'step' | 'kind' | 'role' | 'agencyCode' | 'seat'>;

/** Tasks of a case as the rules ask about them, in their order. */
export async function holdableTasks(
  tx: Transaction,
  { id, procedure, agencyCode: ownerAgencyCode }: SignedCase,
  tasks: readonly TaskOfStep[],
): Promise<HoldableTask[]> {
  const steps: StepTable = procedures.find(({ name }) => name === procedure)?.steps ?? {};
  const judges = tasks.some(
    ({ kind, step }) => ['correction', 'advice'].includes(kind) || steps[step]?.releases !== undefined,
  );
  const authorOf = judges ? await authorsJudged(tx, id) : new Map<string, string>();
  return tasks.map(({ stepKey, step, kind, role, agencyCode, seat }) => ({
    role,
    agencyCode,
    ownerAgencyCode,
    stage: steps[step]?.stage ?? step,
    fourEyes: fourEyes.includes(kind),
    authorId: authorOf.get(stepKey) ?? null,
    ofCommittee: seat !== null || kind === 'ballot' || role === 'committee-member',
  }));
}

/** Events by which somebody says what another decides about, and where each names the step by which he does. */
const words = { correctionProposed: 'key', answerPrepared: 'release', adviceAsked: 'key' } as const;

/** Whose word steps judge, by the key of the step. The latest counts: the key may be given again. */
async function authorsJudged({ caseEvent }: Transaction, caseId: string): Promise<Map<string, string>> {
  const events = await caseEvent.findMany({
    where: { caseId, type: { in: Object.keys(words) } },
    select: { type: true, data: true },
    orderBy: { seq: 'asc' },
  });
  return new Map(
    events.map(({ type, data }) => {
      const body = data as Prisma.JsonObject;
      return [String(body[words[type as keyof typeof words]]), String(body.officerId)];
    }),
  );
}
