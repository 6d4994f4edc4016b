import type { Calendar, DatedEntry } from './calendar';

const width = 120;
const columns = { first: 9, second: 11, what: 16 } as const;

const warning =
  'Limits marked NOT VERIFIED come from rules that nobody has checked against the text in force.';

/** The calendar as a table for a terminal of 120 columns: a heading for each day in the first place, a line for each entry. */
export function calendarText(calendar: Calendar): string {
  const { procedure, branch, reference, status, outcome, entries } = calendar;
  const lines = [
    `${procedure}, ${branch}: ${reference}, ${status}, ${outcome ?? 'no outcome'}`,
    warning,
    '',
    placesLine(entries[0]),
  ];
  let day = '';
  for (const entry of entries) {
    const [here] = entry.local;
    const heading = `${here?.weekday} ${here?.date}`;
    if (heading !== day) lines.push('', heading);
    day = heading;
    lines.push(...entryLines(entry));
  }
  return lines.join('\n');
}

/** 'Baghdad  Stockholm', by the names of the zones. */
function placesLine(entry: DatedEntry | undefined): string {
  const [here = '', there = ''] = (entry?.local ?? []).map(({ zone }) => zone.split('/').at(-1) ?? zone);
  return (cell(here, columns.first) + there).trimEnd();
}

/** The second place's weekday stands before its time where it is another day there. */
function entryLines({ local: [here, there], what, text }: DatedEntry): string[] {
  const elsewhere =
    there && (there.date === here?.date ? `    ${there.time}` : `${there.weekday} ${there.time}`);
  const second = elsewhere === undefined ? '' : cell(elsewhere, columns.second);
  const head = cell(here?.time ?? '', columns.first) + second + cell(what, columns.what);
  const [first = '', ...rest] = wrapped(text, width - head.length);
  return [`${head}${first}`.trimEnd(), ...rest.map((line) => ' '.repeat(head.length) + line)];
}

function cell(text: string, columnWidth: number): string {
  return text.padEnd(columnWidth);
}

function wrapped(text: string, columnWidth: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columnWidth)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
