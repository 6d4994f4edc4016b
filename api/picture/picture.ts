import { direction, text } from '../../locales';
import { type Html, html } from '../../locales/html';
import { describePicture, titleOf } from './describe';
import { drawBox, tenths } from './draw-box';
import { drawLabel, drawLine } from './draw-line';
import { type LaidLine, type Layout, layOut, type Point } from './layout';
import { drawLegend, legendHeight } from './legend';
import { ink, paper } from './palette';
import { boxWidth, type Parts, type PictureBox, partsOf } from './parts';
import type { PictureInput } from './picture-input';
import { fontFamily, wrap } from './text-lines';

const margin = 24;
const gap = 16;
/** Room for the legend in the widest of the languages. */
const leastWidth = 560;

/**
 * A picture of a procedure as SVG, from top to bottom; in languages written from right to left it is the mirror image.
 * It needs nothing from elsewhere and no style sheet, holds no script, and every text in it is escaped.
 */
export async function drawPicture(input: PictureInput): Promise<string> {
  const parts = partsOf(input);
  const layout = await layOut(parts.boxes, parts.lines);
  const sheet = sheetOf(input, parts, layout);
  const inside = [
    ...drawHead(input, sheet),
    ...parts.lines.flatMap((line) => {
      const laid = sheet.line(line.id);
      return laid ? drawLine(line, laid) : [];
    }),
    ...parts.lines.flatMap((line) => {
      const laid = sheet.line(line.id);
      return laid ? drawLabel(line, laid.label) : [];
    }),
    ...parts.boxes.flatMap((box) => {
      const centre = layout.boxes.get(box.name);
      return centre
        ? [drawBox(box, sheet.place(sheet.left + centre.x, sheet.top + centre.y), sheet.isMirrored)]
        : [];
    }),
    ...drawAside(input, parts.aside, sheet, sheet.top + layout.height + 2 * gap),
  ];
  return frame(input, sheet, inside).markup;
}

/** The sheet of paper: its size, and where on it something lies that is so far from the side where lines begin. */
interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Where the layout begins. */
  readonly left: number;
  readonly top: number;
  readonly isMirrored: boolean;
  place(x: number, y: number): Point;
  line(id: string): LaidLine | undefined;
}

function sheetOf({ language, reference }: PictureInput, { aside }: Parts, layout: Layout): Sheet {
  const isMirrored = direction(language) === 'rtl';
  const width = Math.ceil(Math.max(layout.width, leastWidth) + 2 * margin);
  const left = (width - layout.width) / 2;
  const top = margin + 36 + (reference === null ? 0 : legendHeight + 34);
  const asideHeight = aside.length === 0 ? 0 : asideRows(aside, width).height + 2 * gap + 36;
  const place = (x: number, y: number) => ({ x: tenths(isMirrored ? width - x : x), y: tenths(y) });
  const moved = ({ x, y }: Point) => place(left + x, top + y);
  return {
    width,
    height: Math.ceil(top + layout.height + asideHeight + margin),
    left,
    top,
    isMirrored,
    place,
    line: (id) => {
      const laid = layout.lines.get(id);
      return laid && { curve: laid.curve.map(moved), tip: moved(laid.tip), label: moved(laid.label) };
    },
  };
}

function drawHead(input: PictureInput, { place, isMirrored }: Sheet): Html[] {
  const { language, reference, zone } = input;
  const heading = said(titleOf(input), place(margin, margin + 12), 18, 700);
  if (reference === null) return [heading];
  const legend = (x: number, y: number) => place(margin + x, margin + 34 + y);
  const times = said(
    text(language, 'picture.zone', { zone: `\u2068${zone}\u2069` }),
    legend(0, legendHeight + 14),
    11,
    400,
  );
  return [heading, ...drawLegend(language, legend, isMirrored), times];
}

function drawAside(
  { language }: PictureInput,
  aside: readonly PictureBox[],
  sheet: Sheet,
  y: number,
): Html[] {
  if (aside.length === 0) return [];
  const { boxes } = asideRows(aside, sheet.width);
  const lines = wrap(text(language, 'picture.aside'), sheet.width - 2 * margin, 13, 2);
  return [
    ...lines.map((line, index) => said(line, sheet.place(margin, y + index * 18), 13, 700)),
    ...boxes.map(({ box, x, top }) => drawBox(box, sheet.place(x, y + 36 + top), sheet.isMirrored)),
  ];
}

/** Boxes that nothing leads to, in rows as wide as the sheet. */
function asideRows(aside: readonly PictureBox[], width: number) {
  const perRow = Math.max(1, Math.floor((width - 2 * margin + gap) / (boxWidth + gap)));
  const tallest = Math.max(...aside.map(({ height }) => height));
  const boxes = aside.map((box, index) => ({
    box,
    x: margin + (index % perRow) * (boxWidth + gap) + boxWidth / 2,
    top: Math.floor(index / perRow) * (tallest + gap) + tallest / 2,
  }));
  return { boxes, height: Math.ceil(aside.length / perRow) * (tallest + gap) };
}

function said(words: string, { x, y }: Point, size: number, weight: number): Html {
  return html`<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${ink}">${words}</text>
`;
}

function frame(input: PictureInput, { width, height }: Sheet, inside: readonly Html[]): Html {
  const { language } = input;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="picture-title picture-description" xml:lang="${language}" lang="${language}" direction="${direction(language)}" font-family="${fontFamily}">
<title id="picture-title">${titleOf(input)}</title>
<desc id="picture-description">${describePicture(input)}</desc>
<rect width="${width}" height="${height}" fill="${paper}"/>
${inside}</svg>
`;
}
