import { type Language, text } from './index';

/**
 * What a clock's warning code means: the time left ('5-days-left', '1-hour-left', or as a duration 'P5D', 'PT1H'), or
 * one of the two dates to which custody limits are watched more strictly. Empty for a code that says nothing more
 * than the mail itself.
 */
export function reminderText(language: Language, code: string): string {
  if (code === 'first-day-included' || code === 'last-working-day') {
    return text(language, `mail.reminder.${code}`);
  }
  const days = /^(?:(\d+)-days?-left|P(\d+)D)$/.exec(code);
  if (days) return text(language, 'mail.reminder.days', { count: Number(days[1] ?? days[2]) });
  const hours = /^(?:(\d+)-hours?-left|PT(\d+)H)$/.exec(code);
  return hours ? text(language, 'mail.reminder.hours', { count: Number(hours[1] ?? hours[2]) }) : '';
}
