import { type Html, html } from '../../locales/html';
import type { Point } from './layout';
import { alarm, type BoxLook, boxStyles } from './palette';
import { heightOf, lineHeight, type PictureBox } from './parts';

/** Draws a box with its texts about its centre. `isMirrored` puts its sign and the beginnings of its lines to the right. */
export function drawBox(box: PictureBox, centre: Point, isMirrored: boolean): Html {
  const isStep = box.kind === 'step';
  const edge = (box.width / 2 - 14) * (isMirrored ? 1 : -1);
  const text = drawLines(box, isStep ? edge + (isMirrored ? -22 : 22) : 0, isStep ? 'start' : 'middle');
  const sign = isStep ? drawSign(box.look, edge + (isMirrored ? -7 : 7), signHeight(box)) : [];
  return html`<g transform="translate(${centre.x} ${centre.y})">${outline(box)}${sign}${text}</g>
`;
}

/** Beside the first line. */
function signHeight({ lines }: PictureBox): number {
  return tenths(((lines[0]?.size ?? 0) * lineHeight - heightOf(lines)) / 2);
}

function drawLines({ look, lines }: PictureBox, x: number, anchor: 'start' | 'middle'): Html[] {
  let y = -heightOf(lines) / 2;
  return lines.map(({ text, size, bold, alarm: isAlarm }) => {
    y += size * lineHeight;
    const fill = isAlarm ? alarm : boxStyles[look].text;
    const weight = bold ? 700 : 400;
    return html`<text x="${x}" y="${tenths(y - size * (lineHeight - 1))}" text-anchor="${anchor}" font-size="${size}" font-weight="${weight}" fill="${fill}">${text}</text>`;
  });
}

/** Every state has an outline of its own: round, doubled, with cut corners, dotted. */
function outline({
  kind,
  look,
  width,
  height,
}: Pick<PictureBox, 'kind' | 'look' | 'width' | 'height'>): Html[] {
  const radius = kind === 'step' ? (look === 'done' ? 14 : 3) : height / 2;
  if (kind === 'step' && look === 'skipped') return [cutCorners(look, width, height)];
  const outer = rectangle(look, width, height, radius);
  if (kind === 'reference' || look !== 'open') return [outer];
  const { stroke } = boxStyles.open;
  const inner = html`<rect x="${5 - width / 2}" y="${5 - height / 2}" width="${width - 10}" height="${height - 10}" fill="none" stroke="${stroke}"/>`;
  return [outer, inner];
}

function rectangle(look: BoxLook, width: number, height: number, radius: number): Html {
  return html`<rect x="${tenths(-width / 2)}" y="${tenths(-height / 2)}" width="${tenths(width)}" height="${tenths(height)}" rx="${tenths(radius)}"${painted(look)}/>`;
}

function cutCorners(look: BoxLook, width: number, height: number): Html {
  const [x, y, cut] = [width / 2, height / 2, 12];
  const corners = [
    [-x + cut, -y],
    [x - cut, -y],
    [x, -y + cut],
    [x, y - cut],
    [x - cut, y],
    [-x + cut, y],
    [-x, y - cut],
    [-x, -y + cut],
  ];
  const points = corners.map((corner) => corner.map(tenths).join(',')).join(' ');
  return html`<polygon points="${points}"${painted(look)}/>`;
}

function painted(look: BoxLook): Html {
  const { fill, stroke, width, dashes } = boxStyles[look];
  const dashed = dashes === null ? [] : [html` stroke-dasharray="${dashes}"`];
  return html` fill="${fill}" stroke="${stroke}" stroke-width="${width}"${dashed}`;
}

/** A tick, a full dot, a stroke through, an empty ring; none without a case. */
export function drawSign(look: BoxLook, x: number, y: number): Html[] {
  if (look === 'declared') return [];
  const { stroke } = boxStyles[look];
  const ring = html`<circle cx="${x}" cy="${y}" r="7" fill="#ffffff" stroke="${stroke}" stroke-width="1.5"/>`;
  const mark = signs[look];
  if (mark === null) return [ring];
  const at = html`<path transform="translate(${x} ${y})" d="${mark}" fill="none" stroke="${stroke}" stroke-width="${look === 'open' ? 6 : 2}" stroke-linecap="round"/>`;
  return [ring, at];
}

const signs: Record<Exclude<BoxLook, 'declared'>, string | null> = {
  done: 'M-3.5,0.2 L-1,3 L3.5,-2.8',
  open: 'M0,0 L0,0.01',
  skipped: 'M-3.2,3.2 L3.2,-3.2',
  'to-come': null,
};

/** Tenths of a point. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
