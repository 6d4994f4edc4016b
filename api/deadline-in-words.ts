import type { Language } from '../locales';
import { reasoningText } from '../locales/reasoning';
import { reminderText } from '../locales/reminder';
import type { Deadline } from '../services/deadlines/compute-deadline';
import type { DeadlineAnswer } from '../services/deadlines/deadline-input';

/** A deadline as a person reads it: its reasoning and warnings in words. */
export function deadlineInWords(deadline: Deadline, language: Language): DeadlineAnswer {
  return {
    ...deadline,
    reasoning: deadline.reasoning.map((step) => reasoningText(language, step)),
    warnings: deadline.warnings.map(({ code, at }) => ({ code, at, text: reminderText(language, code) })),
  };
}
