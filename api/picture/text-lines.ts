/** Fonts that have Arabic script with the Kurdish letters, and what stands for them where they are not installed. */
export const fontFamily =
  "'Noto Sans', 'Noto Sans Arabic', 'Segoe UI', Tahoma, 'DejaVu Sans', 'Geeza Pro', Arial, sans-serif";

/** How wide a character is at most in usual fonts, as a part of the font size. */
function widthOf(character: string): number {
  if (/[\p{Mn}\p{Cf}]/u.test(character)) return 0;
  if (/[\s.,:;'|!ilj·()]/.test(character)) return 0.36;
  if (/[\u0600-\u06ff]/.test(character)) return 0.56;
  if (/[mwMW@]/.test(character)) return 0.95;
  if (/[\u1100-\uffff]/.test(character)) return 1.05;
  return /\p{Lu}/u.test(character) ? 0.72 : 0.6;
}

/** An upper estimate of a text's width: the same on every machine, whatever fonts there are. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0) * fontSize;
}

/** A text in lines that are no wider than `width`; what is longer than `most` lines, or has no break, is cut with '…'. */
export function wrap(text: string, width: number, fontSize: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => cut(line, width, fontSize));
  if (lines.length > most) kept.push(cut(`${kept.pop() ?? ''}…`, width, fontSize));
  return kept;
}

function cut(line: string, width: number, fontSize: number): string {
  if (textWidth(line, fontSize) <= width) return line;
  const characters = [...line.replace(/…$/, '')];
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, fontSize) > width) characters.pop();
  return `${characters.join('')}…`;
}

/**
 * Free text, such as a name, as it may stand in a sentence: without what XML cannot hold or what would turn the
 * direction of the line, and set apart from it, so that a name of the other direction leaves the words in their order.
 */
export function setApart(free: string): string {
  return `\u2068${free.replace(notInALine, '')}\u2069`;
}

/** Control characters, marks and overrides of direction, halves of characters, and those that are none. */
const notInALine = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/gu;
