import { type Language, text } from '../../locales';
import { shortDueDate } from '../../locales/due-date';
import type { CaseNode } from '../../services/cases/get-case-graph';
import type { PictureInput, PictureNode } from './picture-input';
import { setApart, wrap } from './text-lines';
import { nodeName, outcomeName, roleName } from './words';

/** A line of text in a box. */
export interface BoxLine {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  /** A limit that has passed. */
  readonly alarm: boolean;
}

type Told = Pick<PictureInput, 'language' | 'zone' | 'now'>;

/** Room for text within a box, in points. */
export const lineWidth = 216;

/** What a box says, line by line: the step, who, what came of it and when, until when. */
export function boxLines(told: Told, node: PictureNode): BoxLine[] {
  const { language } = told;
  const heading = wrap(nodeName(language, node.name), lineWidth, 13, 3);
  return [
    ...heading.map((line) => ({ text: line, size: 13, bold: true, alarm: false })),
    ...(node.role === null ? [] : plain(whoActs(language, node.role, node), 3)),
    ...(node.progress && node.role !== null ? progressLines(told, node.progress) : []),
  ];
}

const isAwaited = ({ queue, progress }: PictureNode) => queue === 'awaited' && progress?.state !== 'done';

function whoActs(language: Language, role: string, node: PictureNode): string {
  const said = roleName(language, role);
  const name = node.side === null ? said : text(language, `picture.of-side.${node.side}`, { role: said });
  return isAwaited(node) ? text(language, 'picture.awaited', { role: name }) : name;
}

function progressLines(told: Told, node: CaseNode): BoxLine[] {
  const visits = node.visits > 1 ? plain(text(told.language, 'picture.visits', { times: node.visits })) : [];
  switch (node.state) {
    case 'done':
      return [...doneLines(told, node), ...visits];
    case 'open':
      return [...openLines(told, node), ...visits];
    case 'to-come':
      return [...strong(text(told.language, 'picture.state.to-come')), ...limitLines(told, node)];
    case 'skipped':
      return strong(text(told.language, 'picture.state.skipped'));
  }
}

function doneLines(
  { language, zone }: Told,
  { outcome, officer, occurredAt, closedAt }: CaseNode,
): BoxLine[] {
  const state = text(language, 'picture.state.done');
  const at = occurredAt ?? closedAt;
  return [
    ...strong(outcome === null ? state : `${state}: ${outcomeName(language, outcome)}`),
    ...(officer === null ? [] : plain(setApart(officer), 1)),
    ...(at === null ? [] : plain(shortDate(language, at, zone))),
  ];
}

function openLines(told: Told, node: CaseNode): BoxLine[] {
  const { language, zone, now } = told;
  const { openedAt, dueAt } = node;
  const date = openedAt === null ? '' : shortDate(language, openedAt, zone);
  const due =
    dueAt === null ? [] : dated(told, dueAt, Date.parse(dueAt) <= Date.parse(now) ? 'overdue' : 'due');
  return [...strong(text(language, 'picture.open-since', { date })), ...due, ...limitLines(told, node)];
}

function dated({ language, zone }: Told, instant: string, key: 'due' | 'overdue'): BoxLine[] {
  const said = text(language, `picture.${key}`, { date: shortDate(language, instant, zone) });
  return lines(said, key === 'overdue', key === 'overdue', 2);
}

function limitLines({ language, zone, now }: Told, { limits }: CaseNode): BoxLine[] {
  return limits.flatMap(({ rule, dueAt, expired }) => {
    const isOver = expired || Date.parse(dueAt) <= Date.parse(now);
    const params = { rule: setApart(rule), date: shortDate(language, dueAt, zone) };
    return lines(text(language, isOver ? 'picture.limit-passed' : 'picture.limit', params), true, isOver, 2);
  });
}

const plain = (said: string, most = 2) => lines(said, false, false, most);
const strong = (said: string) => lines(said, true, false, 2);

function lines(said: string, bold: boolean, alarm: boolean, most: number): BoxLine[] {
  return wrap(said, lineWidth, 11, most).map((line) => ({ text: line, size: 11, bold, alarm }));
}

/** A date that is not broken in its middle. */
function shortDate(language: Language, instant: string, zone: string): string {
  return shortDueDate(language, instant, zone).replaceAll(' ', '\u00a0');
}
