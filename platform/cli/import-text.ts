import { hasText, type Language, text } from '../../locales';
import { formatDueDate } from '../../locales/due-date';
import type { RowReport } from '../../services/import/import-report';

/** What came of a row, as lines for a person: the row, then its faults, or where its case stands. */
export function rowText({ index, result, reference, caseReference, ...row }: RowReport, language: Language) {
  const name = [`row ${index + 1}`, reference ?? '-', caseReference ?? ''].filter((part) => part !== '');
  const lines = [
    ...row.faults.map(({ pointer, detail }) => `${pointer || '/'}: ${detail}`),
    ...(row.position ? positionLines(row.position, language) : []),
  ];
  return [`${result}  ${name.join('  ')}`, ...lines.map((line) => `    ${line}`)].join('\n');
}

/** How many rows came to what. */
export function totalText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([result, count]) => `${result}: ${count}`)
    .join(', ');
}

function positionLines(
  { status, openSteps, clocks }: NonNullable<RowReport['position']>,
  language: Language,
): string[] {
  return [
    status,
    ...openSteps.map(({ step, role, queue, dueAt }) => {
      const due = dueAt === null ? '' : `, ${formatDueDate(language, dueAt, zone).iso}`;
      return `${queue === 'todo' ? '>' : '.'} ${named(language, 'step', step)} (${named(language, 'role', role)})${due}`;
    }),
    ...clocks.map((clock) => {
      const over = formatDueDate(language, clock.dueAt, clock.zone).iso;
      return `${clock.status === 'expired' ? '!' : ' '} ${clock.rule}: ${clock.status}, ${over}`;
    }),
  ];
}

/** Due dates of steps are told in the zone of the units, as their service levels are counted. */
const zone = 'Asia/Baghdad';

function named(language: Language, kind: 'step' | 'role', code: string): string {
  const key = `${kind}.${code}`;
  return hasText(key) ? text(language, key) : code;
}
