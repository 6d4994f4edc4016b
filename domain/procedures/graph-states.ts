import { endNode, type GraphEdge, type ProcedureGraph, startNode } from './graph';

/** Where a case stands with one node of its procedure. */
export const nodeStates = ['done', 'open', 'skipped', 'to-come'] as const;
export type NodeState = (typeof nodeStates)[number];

/** One opening of a step, as the register holds it. A step that is opened again has a later one under the same key. */
export interface StepOpening {
  /** The visit that it belongs to, e.g. 'notice-of-decision#2'. */
  readonly key: string;
  readonly step: string;
  readonly openedSeq: number;
  readonly status: 'open' | 'done' | 'cancelled';
  /** What may come of it: narrower than declared where what came before leaves no choice. */
  readonly outcomes: readonly string[];
  readonly outcome: string | null;
  /** Instants in ISO 8601. */
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly dueAt: string | null;
}

/** A node's state, with the opening that it follows from. */
export interface NodeProgress<Opening> {
  readonly state: NodeState;
  /** Visits that were not withdrawn. */
  readonly visits: number;
  readonly latest: Opening | null;
}

/** How far a case has come on its graph. */
export interface Progress<Opening> {
  readonly nodes: ReadonlyMap<string, NodeProgress<Opening>>;
  /** Whether the case went that way. */
  taken(edge: GraphEdge): boolean;
}

/**
 * The state of each node, from a case's openings in any order and the instant at which it closed.
 *
 * A step is *open* while one of its visits is; of several the one that is due first is shown. It is *done* when its
 * latest visit that was not withdrawn has an outcome. Any other step is *to come* if a way of declared edges leads to
 * it from what is open now (from an open step only by the outcomes that it can still have), and *skipped* if none
 * does, or if the case is closed. Steps beside the course can open for as long as the case does.
 *
 * A way was taken when its step closed with its outcome in the moment in which the next one opened.
 */
export function progressOf<Opening extends StepOpening>(
  graph: ProcedureGraph,
  openings: readonly Opening[],
  closedAt: string | null,
): Progress<Opening> {
  const reachable = closedAt === null ? reachableFrom(graph, openings) : new Set<string>();
  const nodes = new Map<string, NodeProgress<Opening>>();
  nodes.set(startNode, { state: 'done', visits: 1, latest: null });
  for (const { name, aside } of graph.steps) {
    const canOpen = reachable.has(name) || (aside && closedAt === null);
    nodes.set(name, progressOfStep(openings.filter(isOf(name)), canOpen));
  }
  nodes.set(endNode, { state: closedAt === null ? 'to-come' : 'done', visits: 0, latest: null });
  return { nodes, taken: (edge) => isTaken(edge, openings, closedAt) };
}

const isOf = (name: string) => (opening: StepOpening) => opening.step === name;

function progressOfStep<Opening extends StepOpening>(
  openings: readonly Opening[],
  canOpen: boolean,
): NodeProgress<Opening> {
  const visits = visitsOf(openings).filter(({ status }) => status !== 'cancelled');
  const [open] = visits.filter(({ status }) => status === 'open').sort(dueFirst);
  const latest = open ?? visits.at(-1) ?? null;
  if (latest) return { state: open ? 'open' : 'done', visits: visits.length, latest };
  return { state: canOpen ? 'to-come' : 'skipped', visits: 0, latest: null };
}

/** The last opening of each visit, the latest at the end. */
function visitsOf<Opening extends StepOpening>(openings: readonly Opening[]): Opening[] {
  const inOrder = [...openings].sort((a, b) => a.openedSeq - b.openedSeq);
  const last = new Map(inOrder.map((opening) => [opening.key, opening]));
  return inOrder.filter((opening) => last.get(opening.key) === opening);
}

function dueFirst(a: StepOpening, b: StepOpening): number {
  if (a.dueAt === b.dueAt) return b.openedSeq - a.openedSeq;
  if (a.dueAt === null) return 1;
  return b.dueAt === null ? -1 : Date.parse(a.dueAt) - Date.parse(b.dueAt);
}

function reachableFrom({ edges }: ProcedureGraph, openings: readonly StepOpening[]): Set<string> {
  const open = openings.filter(({ status }) => status === 'open');
  const next = open
    .flatMap(({ step, outcomes }) =>
      edges.filter(({ from, outcome }) => from === step && outcome !== null && outcomes.includes(outcome)),
    )
    .map(({ to }) => to);
  const reached = new Set<string>();
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    // What is open has been followed by the outcomes that it can still have, whatever else leads to it.
    if (open.some(isOf(node))) continue;
    for (const edge of edges) if (edge.from === node) next.push(edge.to);
  }
  return reached;
}

function isTaken(edge: GraphEdge, openings: readonly StepOpening[], closedAt: string | null): boolean {
  if (edge.from === startNode) return openings.some(isOf(edge.to));
  return openings
    .filter(isOf(edge.from))
    .filter(({ status, outcome }) => status === 'done' && outcome === edge.outcome)
    .some(({ closedAt: left }) =>
      edge.to === endNode
        ? left === closedAt
        : openings.some((opening) => opening.step === edge.to && opening.openedAt === left),
    );
}
