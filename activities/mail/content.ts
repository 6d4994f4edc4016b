import { hasText, type Language, text } from '../../locales';
import { formatDueDate } from '../../locales/due-date';
import { reminderText } from '../../locales/reminder';
import type { MailMessage, MailParams } from './message';

/** One line of a mail. A `code` reads left to right in every language; `foreign` may be in a language of its own. */
export interface MailField {
  readonly label: string;
  readonly value: string;
  readonly form: 'text' | 'code' | 'foreign';
  /** The same as a code, where words alone could be misread. */
  readonly exactly?: string;
  readonly emphasis?: boolean;
}

/** What a mail says, before it is laid out as plain text and as HTML. */
export interface MailContent {
  readonly language: Language;
  readonly subject: string;
  readonly heading: string;
  readonly intro: string;
  readonly fields: readonly MailField[];
  /** To the case; null where the installation has no address. */
  readonly link: { readonly label: string; readonly url: string } | null;
  readonly footer: string;
}

/** Puts a message into words. The subject holds the reference and the kind of mail, nothing else. */
export function mailContent(language: Language, message: MailMessage): MailContent {
  const { template, params } = message;
  return {
    language,
    subject: text(language, `mail.${template}.subject`, referenceOf(params)),
    heading: text(language, `mail.${template}.heading`),
    intro: text(language, `mail.${template}.intro`),
    fields: [...referenceField(language, params), ...ownFields(language, message)],
    link: params.link === undefined ? null : { label: text(language, 'mail.open'), url: params.link },
    footer: text(language, 'mail.footer'),
  };
}

/** What is about no case has none. */
function referenceOf(params: MailMessage['params']): { reference?: string } {
  return 'reference' in params ? { reference: params.reference } : {};
}

function referenceField(language: Language, params: MailMessage['params']): MailField[] {
  const { reference } = referenceOf(params);
  if (reference === undefined) return [];
  return [{ label: text(language, 'mail.label.reference'), value: reference, form: 'code' }];
}

function ownFields(language: Language, message: MailMessage): MailField[] {
  switch (message.template) {
    case 'task-opened':
      return taskFields(language, message.params);
    case 'task-assigned':
    case 'task-taken-over':
    case 'nobody-may-sign':
      return [named(language, 'mail.label.step', 'step', message.params.step)];
    case 'substitution':
      return periodFields(language, message.params);
    case 'ballot-opened':
      return ballotFields(language, message.params);
    case 'clock-warning':
      return limitFields(language, 'mail.label.limit-ends', message.params, message.params.warnings);
    case 'clock-expired':
      return limitFields(language, 'mail.label.limit-ended', message.params);
    case 'recorded-late':
      // Its reminders were late; the limit itself may be past or still to come.
      return limitFields(language, 'mail.label.limit-end', message.params);
    case 'officer-left':
      return leftFields(language, message.params);
    case 'step-outcome':
      return [
        named(language, 'mail.label.step', 'step', message.params.step),
        named(language, 'mail.label.outcome', 'outcome', message.params.outcome),
      ];
    case 'advice-given':
    case 'cross-check-hit':
      return [];
  }
}

function taskFields(language: Language, params: MailParams<'task-opened'>): MailField[] {
  const step = named(language, 'mail.label.step', 'step', params.step);
  if (!params.dueAt || !params.zone) return [step];
  const due = dueField(language, 'mail.label.task-due', params.dueAt, params.zone);
  return [step, due, ...expectedField(language, params.expected)];
}

function periodFields(
  language: Language,
  { startsAt, endsAt, zone }: MailParams<'substitution'>,
): MailField[] {
  return [
    dueField(language, 'mail.label.period-begins', startsAt, zone),
    dueField(language, 'mail.label.period-ends', endsAt, zone),
  ];
}

function ballotFields(
  language: Language,
  { opensAt, closesAt, zone }: MailParams<'ballot-opened'>,
): MailField[] {
  return [
    dueField(language, 'mail.label.voting-opens', opensAt, zone),
    dueField(language, 'mail.label.voting-closes', closesAt, zone),
  ];
}

type PeriodLabel = 'mail.label.period-begins' | 'mail.label.period-ends';
type EndLabel = 'mail.label.limit-ends' | 'mail.label.limit-ended' | 'mail.label.limit-end';

function leftFields(
  language: Language,
  { cases, returned, roles, seat }: MailParams<'officer-left'>,
): MailField[] {
  const codes = (
    label: 'mail.label.cases' | 'mail.label.returned' | 'mail.label.seat',
    value: string,
  ): MailField[] => (value === '' ? [] : [{ label: text(language, label), value, form: 'code' }]);
  return [
    ...codes('mail.label.cases', cases.join(', ')),
    ...codes('mail.label.returned', returned.join(', ')),
    ...roles.map((role) => named(language, 'mail.label.role-empty', 'role', role)),
    ...codes('mail.label.seat', seat ?? ''),
  ];
}

function limitFields(
  language: Language,
  endLabel: EndLabel,
  params: MailParams<'recorded-late'>,
  warnings: readonly string[] = [],
): MailField[] {
  return [
    { label: text(language, 'mail.label.rule'), value: params.rule, form: 'code' },
    { label: text(language, 'mail.label.source'), value: params.source, form: 'foreign' },
    dueField(language, endLabel, params.dueAt, params.zone),
    ...expectedField(language, params.expected),
    ...reminderFields(language, warnings),
    ...(params.effect === undefined ? [] : [effectField(language, params.effect)]),
    verification(language, params.verified),
  ];
}

function dueField(
  language: Language,
  label:
    | EndLabel
    | PeriodLabel
    | 'mail.label.task-due'
    | 'mail.label.voting-opens'
    | 'mail.label.voting-closes',
  at: string,
  zone: string,
): MailField {
  const due = formatDueDate(language, at, zone);
  return { label: text(language, label), value: due.words, form: 'text', exactly: due.iso, emphasis: true };
}

function expectedField(language: Language, expected: true | undefined): MailField[] {
  if (!expected) return [];
  const value = text(language, 'mail.expected-holiday');
  return [{ label: text(language, 'mail.label.calendar'), value, form: 'text', emphasis: true }];
}

function reminderFields(language: Language, warnings: readonly string[]): MailField[] {
  const value = warnings
    .map((warning) => reminderText(language, warning))
    .join(' ')
    .trim();
  return value === '' ? [] : [{ label: text(language, 'mail.label.reminder'), value, form: 'text' }];
}

function effectField(language: Language, effect: string): MailField {
  return { ...named(language, 'mail.label.effect', 'effect', effect), emphasis: true };
}

/** A code of the register in words; a code without words is shown itself, for a mail must not stay unsent for that. */
function named(
  language: Language,
  label: 'mail.label.step' | 'mail.label.effect' | 'mail.label.outcome' | 'mail.label.role-empty',
  kind: 'step' | 'effect' | 'outcome' | 'role',
  code: string,
): MailField {
  const key = `${kind}.${code}`;
  return hasText(key)
    ? { label: text(language, label), value: text(language, key), form: 'text' }
    : { label: text(language, label), value: code, form: 'code' };
}

function verification(language: Language, verified: boolean): MailField {
  return {
    label: text(language, 'mail.label.verification'),
    value: text(language, verified ? 'mail.verified' : 'mail.not-verified'),
    form: 'text',
    emphasis: !verified,
  };
}
