import type { CalledSide } from '../../domain/procedures/definition';
import { endNode, procedureGraph, startNode } from '../../domain/procedures/graph';
import type { StepTable } from '../../domain/procedures/step';
import type { Language } from '../../locales';
import type { CaseGraph } from '../../services/cases/get-case-graph';
import { procedureOf } from '../../services/procedures';
import { drawPicture } from './picture';

/** The picture of a case as it stands, with its times in the zone of the reader's agency. */
export function casePicture(graph: CaseGraph, language: Language, now: string): Promise<string> {
  const { procedure, reference, zone, edges } = graph;
  const { steps: table } = procedureOf(procedure);
  const nodes = graph.nodes.map((node) => ({
    ...node,
    side: sideOf(procedure, table, node.name),
    progress: node,
  }));
  return drawPicture({ language, procedure, reference, zone, now, edges, nodes });
}

/** The picture of a procedure without a case. */
export function procedurePicture(procedure: string, table: StepTable, language: Language): Promise<string> {
  const { steps, edges } = procedureGraph(table);
  const terminal = (name: string) => ({
    name,
    role: null,
    queue: null,
    aside: false,
    side: null,
    progress: null,
  });
  return drawPicture({
    language,
    procedure,
    reference: null,
    nodes: [
      terminal(startNode),
      ...steps.map((step) => ({ ...step, side: sideOf(procedure, table, step.name), progress: null })),
      terminal(endNode),
    ],
    edges: edges.map((edge) => ({ ...edge, taken: false })),
    zone: 'UTC',
    now: new Date(0).toISOString(),
  });
}

function sideOf(procedure: string, table: StepTable, name: string): CalledSide | null {
  const party = table[name]?.party;
  if (party === undefined) return null;
  return procedureOf(procedure).sidesCalled?.[party] ?? party;
}
