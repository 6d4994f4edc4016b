import { direction } from '../../locales';
import type { MailContent, MailField } from './content';

// Unicode isolates (UAX #9): in a line that runs right to left, '2026-01-22' would be shown as '22-01-2026' without.
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** The plain text of a mail. A link stands alone on its line, so that programs find its end. */
export function renderText(content: MailContent): string {
  return [
    content.heading,
    '',
    content.intro,
    '',
    ...content.fields.map((field) => fieldLine(content, field)),
    '',
    ...(content.link === null ? [] : [`${content.link.label}:`, content.link.url, '']),
    '-- ',
    content.footer,
    '',
  ].join('\n');
}

function fieldLine(content: MailContent, field: MailField): string {
  const isolates = direction(content.language) === 'rtl';
  const value = oneLine(field.value);
  const shown = isolates ? isolated(value, field.form) : value;
  if (field.exactly === undefined) return `${field.label}: ${shown}`;
  return `${field.label}: ${shown} (${isolates ? isolated(field.exactly, 'code') : field.exactly})`;
}

function isolated(value: string, form: MailField['form']): string {
  if (form === 'text') return value;
  return `${form === 'code' ? LEFT_TO_RIGHT_ISOLATE : FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}`;
}

// A param must neither begin a line of its own nor turn the direction of the rest of its line.
function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ');
}
