import { z } from 'zod';
import { endNode, procedureGraph, startNode } from '../../domain/procedures/graph';
import {
  type NodeProgress,
  nodeStates,
  progressOf,
  type StepOpening,
} from '../../domain/procedures/graph-states';
import { whoActs } from '../../domain/procedures/who-acts';
import type { Task } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { stepsOf } from '../procedures';
import { partiesOfCase } from './case-parties';
import { getVisibleCase } from './find-case';
import { limitsByStep } from './limits-by-step';
import { type CaseReading, readAs } from './read-as';

const instant = z.iso.datetime();

const limitSchema = z.object({
  key: z.string(),
  rule: z.string(),
  dueAt: instant.describe('The instant at which the limit is over'),
  expired: z.boolean(),
});

const nodeSchema = z.object({
  name: z.string().describe('The step; `start` and `end` for the two ends'),
  state: z
    .enum(nodeStates)
    .describe('`to-come`: a way leads there from what is open; `skipped`: none does any more'),
  role: z.string().nullable().describe('Who acts on it or records it; null for the two ends'),
  queue: z.enum(['todo', 'awaited']).nullable(),
  aside: z.boolean().describe('No step leads to it: a limit that passes, or an officer, opens it'),
  visits: z.int().describe('How often it was come to; what follows is of the latest'),
  outcome: z.string().nullable(),
  officer: z
    .string()
    .nullable()
    .describe('Who closed it, of the other side its agency; null for what closed by itself'),
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  occurredAt: instant.nullable().describe('When what was recorded at it happened'),
  dueAt: instant.nullable(),
  limits: z.array(limitSchema).describe('Legal limits that run and are kept by this step'),
});

export const caseGraphSchema = z
  .object({
    caseId: z.uuid(),
    reference: z.string(),
    procedure: z.string(),
    zone: z.string().describe("The zone of the reader's agency, for showing the instants"),
    closedAt: instant.nullable(),
    nodes: z.array(nodeSchema),
    edges: z.array(
      z.object({
        from: z.string(),
        outcome: z.string().nullable(),
        to: z.string(),
        taken: z.boolean().describe('The case went this way'),
      }),
    ),
  })
  .meta({ id: 'CaseGraph' });

export type CaseGraph = z.infer<typeof caseGraphSchema>;
export type CaseNode = CaseGraph['nodes'][number];

/** What happened at an opening. */
interface Opening extends StepOpening {
  readonly officer: string | null;
  readonly occurredAt: string | null;
  /** By when, as far as it is the reader's concern: that of the other side is its own service level. */
  readonly shownDueAt: string | null;
}

/**
 * The declared graph of a case's procedure with how far the case has come. A step that the table does not declare any
 * more is not shown.
 *
 * @throws NotFoundError
 */
export async function getCaseGraph(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<CaseGraph> {
  const item = await getVisibleCase(context, officer, caseId);
  const [openings, limits, { zone }, parties] = await Promise.all([
    readOpenings(context, await readAs(context, officer, item), caseId),
    limitsByStep(context, caseId),
    context.prisma.agency.findUniqueOrThrow({ where: { code: officer.agencyCode } }),
    partiesOfCase(context, item),
  ]);
  const closedAt = item.closedAt?.toISOString() ?? null;
  const steps = stepsOf(item.procedure, item.procedureVersion);
  const graph = procedureGraph(steps);
  const roleOf = (name: string, declared: string) =>
    steps[name] ? whoActs(steps[name], parties).role : declared;
  const progress = progressOf(graph, openings, closedAt);
  const node = (name: string, declared: Pick<CaseNode, 'role' | 'queue' | 'aside'>): CaseNode => ({
    name,
    ...declared,
    ...progressView(progress.nodes.get(name)),
    limits: closedAt === null ? (limits.get(name) ?? []) : [],
  });
  const ends = { role: null, queue: null, aside: false };
  return {
    caseId,
    reference: item.reference,
    procedure: item.procedure,
    zone,
    closedAt,
    nodes: [
      node(startNode, ends),
      ...graph.steps.map(({ name, role, queue, aside }) =>
        node(name, { role: roleOf(name, role), queue, aside }),
      ),
      { ...node(endNode, ends), outcome: item.outcome, closedAt },
    ],
    edges: graph.edges.map((edge) => ({ ...edge, taken: progress.taken(edge) })),
  };
}

function progressView(progress: NodeProgress<Opening> | undefined) {
  const { state = 'skipped', visits = 0, latest = null } = progress ?? {};
  const { outcome = null, officer = null, openedAt = null, closedAt = null } = latest ?? {};
  const { occurredAt = null, shownDueAt: dueAt = null } = latest ?? {};
  return { state, visits, outcome, officer, openedAt, closedAt, occurredAt, dueAt };
}

async function readOpenings(
  { prisma }: ServiceContext,
  { eyes, log, name, isSealed }: CaseReading,
  caseId: string,
): Promise<Opening[]> {
  const [tasks, facts] = await Promise.all([
    prisma.task.findMany({ where: { caseId } }),
    prisma.fact.findMany({ where: { caseId }, orderBy: { seq: 'asc' } }),
  ]);
  const ids = tasks.flatMap(({ closedById }) => closedById ?? []);
  const officers = await prisma.officer.findMany({ where: { id: { in: ids } } });
  const nameOf = new Map(officers.map(({ id, name }) => [id, name]));
  const happenedAt = new Map(facts.map(({ stepKey, occurredAt }) => [stepKey, occurredAt.toISOString()]));
  const shown = tasks.filter(({ kind, stepKey }) => kind !== 'advice' || eyes(log.stepOf(stepKey)) === 'own');
  return shown.map((task) => {
    const { stepKey } = task;
    const opening = openingOf(task);
    const closedBy = nameOf.get(task.closedById ?? '');
    const happened = task.status === 'done' && !isSealed(stepKey);
    return {
      ...opening,
      officer: closedBy === undefined ? null : name(log.closedFor(stepKey), closedBy),
      occurredAt: happened ? (happenedAt.get(stepKey) ?? null) : null,
      shownDueAt: eyes(log.stepOf(stepKey)) === 'own' ? opening.dueAt : null,
    };
  });
}

function openingOf({ stepKey, step, openedSeq, status, outcomes, outcome, ...at }: Task): StepOpening {
  return {
    key: stepKey,
    step,
    openedSeq,
    status,
    outcomes,
    outcome,
    openedAt: at.openedAt.toISOString(),
    closedAt: at.closedAt?.toISOString() ?? null,
    dueAt: at.dueAt?.toISOString() ?? null,
  };
}
