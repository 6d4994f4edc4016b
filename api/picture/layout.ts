import type { Graph, Viz } from '@viz-js/viz';

/** What is to be laid out: boxes of a size, and lines between them with room for a label. Points of 1/72 inch. */
export interface Box {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** How much it wants to be short and straight; 1 is usual. */
  readonly weight: number;
  /** How many rows further down it ends at least. */
  readonly rows: number;
  readonly label: { readonly width: number; readonly height: number };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line as cubic Bézier curves: a beginning, then three points for each curve; the arrow's tip lies beyond the last. */
export interface LaidLine {
  readonly curve: readonly Point[];
  readonly tip: Point;
  readonly label: Point;
}

/** Where everything is: centres of boxes and labels, from the upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Point>;
  readonly lines: ReadonlyMap<string, LaidLine>;
}

/** The parts of Graphviz' `json0` output that are read here. */
interface Laid {
  readonly bb: string;
  readonly objects?: readonly { readonly name: string; readonly pos: string }[];
  readonly edges?: readonly { readonly id: string; readonly pos: string; readonly lp: string }[];
}

let graphviz: Promise<Viz> | undefined;

/** Graphviz is loaded when the first picture is asked for: a megabyte that most processes never need. */
function loadGraphviz(): Promise<Viz> {
  graphviz ??= import('@viz-js/viz').then(({ instance }) => instance());
  return graphviz;
}

/**
 * Lays boxes and lines out from top to bottom. Graphviz is given names and sizes alone, never a text; no font is
 * measured, so that the layout is the same on every machine.
 */
export async function layOut(boxes: readonly Box[], lines: readonly Line[]): Promise<Layout> {
  const viz = await loadGraphviz();
  return readLayout(viz.renderJSON(graphOf(boxes, lines), { format: 'json0' }) as Laid);
}

function graphOf(boxes: readonly Box[], lines: readonly Line[]): Graph {
  return {
    directed: true,
    graphAttributes: { rankdir: 'TB', nodesep: 0.35, ranksep: 0.3, splines: 'spline' },
    nodeAttributes: { shape: 'box', fixedsize: true, label: '' },
    edgeAttributes: { arrowsize: 0.8 },
    nodes: boxes.map(({ name, width, height }) => ({
      name,
      attributes: { width: width / 72, height: height / 72 },
    })),
    edges: lines.map(({ id, from, to, weight, rows, label }) => ({
      tail: from,
      head: to,
      attributes: { id, weight, minlen: rows, label: { html: emptyTable(label) } },
    })),
  };
}

function emptyTable({ width, height }: Line['label']): string {
  return `<table border="0" cellborder="0" cellpadding="0" cellspacing="0" fixedsize="true" width="${Math.ceil(width)}" height="${Math.ceil(height)}"><tr><td></td></tr></table>`;
}

function readLayout({ bb, objects = [], edges = [] }: Laid): Layout {
  const [, , width = 0, height = 0] = bb.split(',').map(Number);
  const point = (pair: string): Point => {
    const [x = 0, y = 0] = pair.split(',').map(Number);
    return { x: rounded(x), y: rounded(height - y) };
  };
  return {
    width: rounded(width),
    height: rounded(height),
    boxes: new Map(objects.map(({ name, pos }) => [name, point(pos)])),
    lines: new Map(
      edges.map(({ id, pos, lp }) => {
        const [end = '', ...curve] = pos.split(' ');
        return [id, { tip: point(end.replace('e,', '')), curve: curve.map(point), label: point(lp) }];
      }),
    ),
  };
}

/** A tenth of a point is finer than the eye, and keeps the last digits of the computation out of the picture. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
