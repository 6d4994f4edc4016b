import type { Queue, StepKind } from '../case/events';
import type { Role } from '../permissions/roles';
import type { StepTable } from './step';

/** The node that every case begins at, and the one that it ends at; no step is called so. */
export const startNode = 'start';
export const endNode = 'end';

/** A declared step as a node. */
export interface GraphStep {
  readonly name: string;
  readonly kind: StepKind;
  readonly queue: Queue;
  readonly role: Role;
  /** True for a step that no other leads to: a limit that passes, or an officer, opens it beside the course. */
  readonly aside: boolean;
}

/** A way from a node to another, by the outcome with which the first closes; null from the start. */
export interface GraphEdge {
  readonly from: string;
  readonly outcome: string | null;
  readonly to: string;
}

/** The declared graph of a procedure. The nodes are its steps, in the order of the table, with `start` and `end`. */
export interface ProcedureGraph {
  readonly steps: readonly GraphStep[];
  readonly edges: readonly GraphEdge[];
}

/**
 * The graph that the declared steps of a procedure make. A case starts with the first step of the table, and with those
 * that no other one leads to, unless they open beside the course.
 */
export function procedureGraph(table: StepTable): ProcedureGraph {
  const declared = Object.entries(table).flatMap(([from, { next }]) =>
    Object.entries(next).flatMap(([outcome, targets]) => targets.map((to) => ({ from, outcome, to }))),
  );
  // What an officer opens beside the course is followed there.
  const onCourse = declared.filter(({ from, to }) => from !== to && table[from]?.aside !== true);
  const led = new Set(onCourse.map(({ to }) => to));
  const steps = Object.entries(table).map(([name, { kind, queue, role, aside = false, next }]) => ({
    name,
    kind,
    queue,
    role,
    aside: aside || ((kind === 'expiry' || followsItselfOnly(name, next)) && !led.has(name)),
  }));
  const first = steps.filter(({ name, aside }, place) => place === 0 || (!aside && !led.has(name)));
  const begin = first.map(({ name }) => ({ from: startNode, outcome: null, to: name }));
  return { steps, edges: [...begin, ...declared] };
}

/** Opened by a command and not by another step's end, as more time for an answer is while one is awaited. */
function followsItselfOnly(name: string, next: StepTable[string]['next']): boolean {
  const targets = Object.values(next).flat();
  return targets.length > 0 && targets.every((target) => target === name);
}
