import { type Html, html } from '../../locales/html';
import { tenths } from './draw-box';
import type { LaidLine, Point } from './layout';
import { type LineLook, lineStyles, paper } from './palette';
import { labelSize, lineHeight, type PictureLine } from './parts';

/** Draws a line with its arrow. */
export function drawLine(
  { look }: Pick<PictureLine, 'look'>,
  { curve, tip }: Pick<LaidLine, 'curve' | 'tip'>,
): Html[] {
  const [first, ...rest] = curve.map(({ x, y }) => `${x},${y}`);
  const end = curve.at(-1) ?? tip;
  const { stroke, width, dashes } = lineStyles[look];
  const dashed = dashes === null ? [] : [html` stroke-dasharray="${dashes}"`];
  return [
    html`<path d="M${first ?? ''}C${rest.join(' ')}" fill="none" stroke="${stroke}" stroke-width="${width}"${dashed}/>`,
    arrowHead(end, tip, look),
  ];
}

function arrowHead(from: Point, tip: Point, look: LineLook): Html {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const half = look === 'taken' ? 4.5 : 3.5;
  const [x, y] = [((tip.x - from.x) / length) * half, ((tip.y - from.y) / length) * half];
  const corners = [tip, { x: from.x - y, y: from.y + x }, { x: from.x + y, y: from.y - x }];
  const points = corners.map((corner) => `${tenths(corner.x)},${tenths(corner.y)}`).join(' ');
  return html`<polygon points="${points}" fill="${lineStyles[look].stroke}"/>`;
}

/** Draws what is said at a line, on paper that hides the lines below it. */
export function drawLabel({ look, texts, label }: PictureLine, at: Point): Html[] {
  if (texts.length === 0) return [];
  const height = texts.length * labelSize * lineHeight;
  const ground = html`<rect x="${tenths(at.x - label.width / 2 + 2)}" y="${tenths(at.y - height / 2)}" width="${tenths(label.width - 4)}" height="${tenths(height)}" fill="${paper}" fill-opacity="0.85"/>`;
  const weight = look === 'taken' ? 700 : 400;
  const lines = texts.map((said, index) => {
    const y = tenths(at.y - height / 2 + (index + 1) * labelSize * lineHeight - labelSize * (lineHeight - 1));
    return html`<text x="${at.x}" y="${y}" text-anchor="middle" font-size="${labelSize}" font-weight="${weight}" fill="${lineStyles[look].text}">${said}</text>`;
  });
  return [ground, ...lines];
}
