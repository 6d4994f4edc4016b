import type { Calendar, DatedEntry } from './calendar';

const width = 120;
const columns = { first: 9, second: 11, what: 16 } as const;
const indent = ' '.repeat(columns.first + columns.second + columns.what);

const warning =
  'Limits marked NOT VERIFIED come from rules that nobody has checked against the text in force.';

/** The calendar as a table for a terminal of 120 columns: a heading for each day in Baghdad, a line for each entry. */
export function calendarText(calendar: Calendar): string {
  const { procedure, branch, reference, status, outcome, entries } = calendar;
  const lines = [
    `${procedure}, ${branch}: ${reference}, ${status}, ${outcome ?? 'no outcome'}`,
    warning,
    '',
    `${'Baghdad'.padEnd(columns.first)}${'Stockholm'.padEnd(columns.second)}`.trimEnd(),
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

/** The second place's weekday stands before its time where it is another day there. */
function entryLines({ local: [here, there], what, text }: DatedEntry): string[] {
  const elsewhere = there?.date === here?.date ? `    ${there?.time}` : `${there?.weekday} ${there?.time}`;
  const head =
    cell(here?.time ?? '', columns.first) + cell(elsewhere, columns.second) + cell(what, columns.what);
  const [first = '', ...rest] = wrapped(text, width - indent.length);
  return [`${head}${first}`.trimEnd(), ...rest.map((line) => indent + line)];
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
