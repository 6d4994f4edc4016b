import { dayText } from './day-text';
import { formatDueDate } from './due-date';
import { hasText, type Language, MissingTextError, text } from './index';

/** One step of how a date was found, as the clock engine gives it. */
export interface Reasoned {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T.*Z$/;

/** The steps that have a text for each of the values of a param. */
const toldApart: Readonly<Record<string, string>> = {
  'last-day': 'unit',
  'no-quarter': 'penalty',
  extended: 'act',
  capped: 'why',
  rolled: 'why',
};

/**
 * A step of a reasoning in words, e.g. 'day 40 is Sunday 12 April 2026'. ISO dates are told with their weekday, as
 * `{{dateAlone}}` without; instants in the zone that the step names.
 * @throws MissingTextError for a step that has no text
 */
export function reasoningText(language: Language, { code, params }: Reasoned): string {
  const key = reasoningKey(code, params);
  if (!hasText(key)) throw new MissingTextError(language, key);
  return text(language, key, Object.assign({}, ...Object.entries(params).map(told(language, params))));
}

/** The key of a step's text. */
export function reasoningKey(code: string, params: Reasoned['params']): string {
  const param = toldApart[code];
  return param === undefined ? `reasoning.${code}` : `reasoning.${code}.${params[param]}`;
}

function told(language: Language, params: Reasoned['params']) {
  return ([name, value]: [string, string | number]): Record<string, string | number> => {
    if (typeof value === 'number') return { [name]: value };
    if (name === 'list') return { [name]: listText(language, value) };
    if (DATE.test(value))
      return { [name]: dayText(language, value, true), [`${name}Alone`]: dayText(language, value, false) };
    if (INSTANT.test(value)) return { [name]: formatDueDate(language, value, `${params.zone}`).words };
    return { [name]: name === 'occasion' ? occasionText(language, value) : value };
  };
}

function listText(language: Language, dates: string): string {
  const separator = language === 'en' ? ', ' : '، ';
  return dates
    .split(',')
    .map((date) => dayText(language, date, false))
    .join(separator);
}

/** Of a shipped calendar by its code, else in the words of whoever entered the day. */
function occasionText(language: Language, occasion: string): string {
  const key = `occasion.${occasion}`;
  return hasText(key) ? text(language, key) : occasion;
}
