import { nodeStates } from '../../domain/procedures/graph-states';
import { type Language, text } from '../../locales';
import { type Html, html } from '../../locales/html';
import { drawBox } from './draw-box';
import { drawLine } from './draw-line';
import type { Point } from './layout';
import { ink, type LineLook } from './palette';
import { textWidth } from './text-lines';

const size = 11;
const lineLooks: readonly Exclude<LineLook, 'declared'>[] = ['taken', 'possible', 'passed'];

export const legendHeight = 66;

/** What the outlines and lines mean, in two rows that begin at `left`; mirrored they run to the right edge. */
export function drawLegend(
  language: Language,
  place: (x: number, y: number) => Point,
  isMirrored: boolean,
): Html[] {
  return [...drawStates(language, place, isMirrored), ...drawLineLooks(language, place)];
}

function drawStates(language: Language, place: (x: number, y: number) => Point, isMirrored: boolean): Html[] {
  let x = 0;
  return nodeStates.map((look) => {
    const said = text(language, `picture.state.${look}`);
    const width = textWidth(said, size) + 52;
    const line = { text: said, size, bold: true, alarm: false };
    const box = { name: look, kind: 'step', look, lines: [line], width, height: 32 } as const;
    const drawn = drawBox(box, place(x + width / 2, 16), isMirrored);
    x += width + 12;
    return drawn;
  });
}

function drawLineLooks(language: Language, place: (x: number, y: number) => Point): Html[] {
  let x = 0;
  return lineLooks.flatMap((look) => {
    const said = text(language, `picture.line.${look}`);
    const curve = [0, 12, 24, 36].map((step) => place(x + step, 52));
    const line = drawLine({ look }, { curve, tip: place(x + 46, 52) });
    const at = place(x + 54, 56);
    x += textWidth(said, size) + 76;
    return [...line, html`<text x="${at.x}" y="${at.y}" font-size="${size}" fill="${ink}">${said}</text>`];
  });
}
