import { endNode, startNode } from '../../domain/procedures/graph';
import { text } from '../../locales';
import { type BoxLine, boxLines } from './box-lines';
import type { Box, Line } from './layout';
import type { BoxLook, LineLook } from './palette';
import type { PictureEdge, PictureInput, PictureNode } from './picture-input';
import { textWidth, wrap } from './text-lines';
import { nodeName, outcomeName } from './words';

/** A box of the picture: a step, an end, or a reference to a step that is drawn elsewhere. */
export interface PictureBox extends Box {
  readonly kind: 'step' | 'terminal' | 'reference';
  readonly look: BoxLook;
  readonly lines: readonly BoxLine[];
}

export interface PictureLine extends Line {
  readonly look: LineLook;
  readonly texts: readonly string[];
}

export interface Parts {
  readonly boxes: readonly PictureBox[];
  readonly lines: readonly PictureLine[];
  /** Steps beside the course: nothing leads to them. */
  readonly aside: readonly PictureBox[];
}

export const boxWidth = 260;
export const labelSize = 10.5;
/** Of lines of text, as a part of their size: room for the marks above and below Arabic letters. */
export const lineHeight = 1.5;
/** With so many steps before it a step is drawn after the last of them; the others refer to it by its name. */
const crowd = 4;
/** The way that is declared first is the usual one: it is drawn straight down. */
const mainWeight = 20;
/** So many steps that follow the same one stand beside each other. */
const perRow = 4;

/** What the picture is made of. Of the steps beside the course a case shows those that were opened. */
export function partsOf(input: PictureInput): Parts {
  const isShown = ({ aside, progress }: PictureNode) => !aside || progress === null || progress.visits > 0;
  const nodes = input.nodes.filter(isShown);
  const onCourse = new Set(nodes.flatMap(({ name, aside }) => (aside ? [] : [name])));
  const leads = new Set(input.edges.flatMap(({ from, to }) => (onCourse.has(to) ? [from] : [])));
  const drawnApart = nodes.filter(({ name, aside }) => aside && !leads.has(name));
  const course = nodes.filter((node) => !drawnApart.includes(node)).map((node) => boxOf(input, node));
  const inCourse = new Set(course.map(({ name }) => name));
  const edges = input.edges
    .filter(({ from, to }) => inCourse.has(from) && inCourse.has(to))
    .filter((edge) => edge.taken || !input.edges.some((other) => other.taken && joinsSame(edge, other)));
  const lines = new Map<string, { edges: PictureEdge[]; look: LineLook; isReference: boolean }>();
  const referred = crowdedOut(input, edges);
  for (const edge of edges) {
    const look = lookOf(input, edge);
    const isReference = referred.has(edge);
    const id = [edge.from, isReference ? '' : edge.to, look].join('>');
    const line = lines.get(id) ?? { edges: [], look, isReference };
    line.edges.push(edge);
    lines.set(id, line);
  }
  const references: PictureBox[] = [];
  const drawn = [...lines].map(([id, line]) => {
    if (line.isReference) references.push(referenceBox(input, id, line.edges, line.look));
    return lineOf(input, id, line.edges, line.look, line.isReference);
  });
  return {
    boxes: [...course, ...references],
    lines: inRows(drawn),
    aside: drawnApart.map((node) => boxOf(input, node)),
  };
}

/** What many steps follow at once has them in rows below each other; beside each other they would need a wall. */
function inRows(lines: readonly PictureLine[]): PictureLine[] {
  return lines.map((line) => {
    const place = lines.filter(({ from }) => from === line.from).indexOf(line);
    return { ...line, rows: 1 + 2 * Math.floor(place / perRow) };
  });
}

function boxOf(input: PictureInput, node: PictureNode): PictureBox {
  const look = node.progress?.state ?? 'declared';
  const lines = boxLines(input, node);
  if (node.role !== null) return sized(node.name, 'step', look, lines, boxWidth);
  const width = Math.max(90, textWidth(nodeName(input.language, node.name), 13) + 40);
  return sized(node.name, 'terminal', look, lines, width);
}

function sized(
  name: string,
  kind: PictureBox['kind'],
  look: BoxLook,
  lines: readonly BoxLine[],
  width: number,
): PictureBox {
  return { name, kind, look, lines, width, height: heightOf(lines) + 16 };
}

/** The height of lines of text, in points. */
export function heightOf(lines: readonly BoxLine[]): number {
  return lines.reduce((sum, { size }) => sum + size * lineHeight, 0);
}

/** Another outcome that would have led to the same place is not worth a line. */
function joinsSame(one: PictureEdge, other: PictureEdge): boolean {
  return one.from === other.from && one.to === other.to;
}

/**
 * The edges to places with many before them, but those from the last of these that the way comes along. A step beside
 * the course keeps its line: it would hang in the air.
 */
function crowdedOut(input: PictureInput, edges: readonly PictureEdge[]): Set<PictureEdge> {
  const beside = new Set(input.nodes.flatMap(({ name, aside }) => (aside ? [name] : [])));
  const others = edges.filter(({ from, to }) => from !== to && !beside.has(from));
  const targets = [...new Set(others.map(({ to }) => to))];
  const into = targets.map((target) => others.filter(({ to }) => to === target));
  const crowded = into.filter((found) => new Set(found.map(({ from }) => from)).size >= crowd);
  return new Set(
    crowded.flatMap((found) => {
      const last = found.findLast((edge) => isOnward(input, edge)) ?? found.at(-1);
      return found.filter(({ from }) => from !== last?.from);
    }),
  );
}

function lookOf({ nodes, reference }: PictureInput, { from, outcome, to, taken }: PictureEdge): LineLook {
  if (reference === null) return 'declared';
  if (taken) return 'taken';
  const stateOf = (name: string) => nodes.find((node) => node.name === name)?.progress;
  const tail = stateOf(from);
  const canLeave = tail?.state === 'to-come' || (tail?.state === 'open' && outcome !== null);
  return canLeave && stateOf(to)?.state !== 'skipped' ? 'possible' : 'passed';
}

function referenceBox(
  { language }: PictureInput,
  name: string,
  edges: readonly PictureEdge[],
  look: LineLook,
): PictureBox {
  const targets = [...new Set(edges.map(({ to }) => to))].map((to) => nodeName(language, to));
  const said = text(language, 'picture.go-to', {
    targets: targets.join(` ${text(language, 'picture.or')} `),
  });
  const lines = wrap(said, 150, labelSize, 5).map((line) => ({
    text: line,
    size: labelSize,
    bold: false,
    alarm: false,
  }));
  const width = Math.max(...lines.map((line) => textWidth(line.text, labelSize))) + 24;
  const looks: Record<LineLook, BoxLook> = {
    taken: 'done',
    possible: 'to-come',
    passed: 'skipped',
    declared: 'declared',
  };
  return { ...sized(name, 'reference', looks[look], lines, width), height: heightOf(lines) + 10 };
}

function lineOf(
  input: PictureInput,
  id: string,
  edges: readonly PictureEdge[],
  look: LineLook,
  isReference: boolean,
): PictureLine {
  const [first] = edges;
  const outcomes = [...new Set(edges.flatMap(({ outcome }) => outcome ?? []))];
  const said = outcomes.map((outcome) => outcomeName(input.language, outcome)).join(' / ');
  const texts = said === '' ? [] : wrap(said, 130, labelSize, 3);
  const width = Math.max(1, ...texts.map((line) => textWidth(line, labelSize) + 8));
  const from = first?.from ?? startNode;
  const to = isReference ? id : (first?.to ?? endNode);
  const weight = isReference ? 1 : isMainWay(input, first) ? mainWeight : 2;
  return {
    id,
    from,
    to,
    weight,
    rows: 1,
    look,
    texts,
    label: { width, height: texts.length * labelSize * lineHeight + 2 },
  };
}

function isMainWay(input: PictureInput, edge: PictureEdge | undefined): boolean {
  if (!edge || input.edges.find(({ from }) => from === edge.from) !== edge) return false;
  return isOnward(input, edge);
}

/** Not back to what was before. */
function isOnward({ nodes }: PictureInput, { from, to }: PictureEdge): boolean {
  const placeOf = (name: string) => nodes.findIndex((node) => node.name === name);
  return placeOf(from) < placeOf(to);
}
