import { type Language, text } from '../../locales';
import { formatDueDate } from '../../locales/due-date';
import type { DeadlineAnswer } from '../../services/deadlines/deadline-input';

const labelWidth = 22;

/** The answer of the calculator as a table of two columns. */
export function deadlineText(answer: DeadlineAnswer, language: Language): string {
  const { due, stages, reasoning, warnings, source, verified, standing } = answer;
  const whenOver = ({ instant, zone }: DeadlineAnswer['due']) => formatDueDate(language, instant, zone).iso;
  const label = (name: Parameters<typeof text>[1]) => text(language, name);
  const rows: [string, string][] = [
    [
      label('deadline.rule'),
      answer.rule === null ? '-' : `${answer.rule} (${label(`standing.${standing}`)})`,
    ],
    [label('deadline.source'), source],
    [label('deadline.verification'), label(verified ? 'mail.verified' : 'mail.not-verified')],
    [label('deadline.last-day'), due.date ?? '-'],
    [label('deadline.over'), whenOver(due)],
    [label('deadline.over-here'), due.ownerInstant],
    ...stages.map((stage): [string, string] => [
      `${label(`stage.${stage.stage}`)} (${stage.rule})`,
      stage.due.date ?? stage.due.instant,
    ]),
    ...reasoning.map((step, index): [string, string] => [
      index === 0 ? label('deadline.reasoning') : '',
      step,
    ]),
    ...warnings.map(({ at, text: words }, index): [string, string] => [
      index === 0 ? label('deadline.warnings') : '',
      `${formatDueDate(language, at, due.zone).iso}  ${words}`,
    ]),
  ];
  return rows.map(([name, value]) => `${name.padEnd(labelWidth)}  ${value}`.trimEnd()).join('\n');
}
