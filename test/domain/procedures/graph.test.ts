import { endNode, procedureGraph, startNode } from '../../../domain/procedures/graph';
import { procedureNames, procedureOf, stepsOf } from '../../../services/procedures';

describe.each(procedureNames)('the graph of %s', (name) => {
  const { steps: table } = procedureOf(name);
  const graph = procedureGraph(table);
  const names = Object.keys(table);

  it('has the declared steps, in their order, and no other', () => {
    expect(graph.steps.map((step) => step.name)).toEqual(names);
    expect(names).not.toEqual(expect.arrayContaining([startNode]));
    expect(names).not.toEqual(expect.arrayContaining([endNode]));
  });

  it('has the declared ways and no other', () => {
    const declared = Object.entries(table).flatMap(([from, { next }]) =>
      Object.entries(next).flatMap(([outcome, targets]) => targets.map((to) => ({ from, outcome, to }))),
    );
    expect(graph.edges.filter(({ from }) => from !== startNode)).toEqual(declared);
  });

  it('leads only to what there is, by outcomes that there are, each named once', () => {
    for (const { from, outcome, to } of graph.edges) {
      expect([...names, endNode]).toContain(to);
      if (outcome !== null) expect(table[from]?.outcomes).toContain(outcome);
    }
    for (const { outcomes, next } of Object.values(table)) {
      expect(Object.keys(next).sort()).toEqual([...outcomes].sort());
    }
  });

  it('reaches every step from the start, but those that open beside the course', () => {
    const reached = new Set([startNode]);
    for (const node of reached) {
      for (const { from, to } of graph.edges) if (from === node) reached.add(to);
    }
    const unreached = graph.steps.filter((step) => !reached.has(step.name));
    expect(unreached.filter((step) => !step.aside)).toEqual([]);
    expect(reached).toContain(endNode);
  });
});

it('a case of outgoing extradition starts with the checklist', () => {
  const { edges } = procedureGraph(procedureOf('outgoing-extradition').steps);
  expect(edges.filter(({ from }) => from === startNode)).toEqual([
    { from: startNode, outcome: null, to: 'request-checklist' },
  ]);
});

it('a case of the first version has the graph of that version, and a new one none of its ways', () => {
  const edgesOf = (version: number) => procedureGraph(stepsOf('outgoing-extradition', version)).edges;
  const ways = [
    ['judgment', 'not-needed-consent', 'decision'],
    ['refusal-follow-up', 'prosecution-there-proposed', 'end'],
    ['notice-of-decision', 'notified', 'surrender'],
    ['not-taken-over-follow-up', 'new-date', 'notice-of-decision'],
    ['not-taken-over-follow-up', 'abandoned', 'end'],
  ].map(([from, outcome, to]) => ({ from, outcome, to }));
  expect(edgesOf(1)).toEqual(expect.arrayContaining(ways));
  for (const way of ways) expect(edgesOf(2)).not.toContainEqual(way);
});
