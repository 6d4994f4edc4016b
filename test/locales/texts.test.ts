import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalCodes } from '../../domain/case/refusal';
import { catalogue } from '../../domain/law/catalogue/catalogue';
import type { StepDeclaration } from '../../domain/procedures/step';
import { hasText, type Language, languages, MissingTextError, type TextKey, text } from '../../locales';
import { procedureNames, procedureOf } from '../../services/procedures';

const PLURAL = /_(zero|one|two|few|many|other)$/;

function load(language: Language): Record<string, string> {
  return JSON.parse(readFileSync(join(__dirname, `../../locales/${language}.json`), 'utf8'));
}

const files = Object.fromEntries(languages.map((language) => [language, load(language)]));

/** For each key without its plural ending: the names of the places that its forms hold together. */
function placesByKey(file: Record<string, string>): Record<string, string[]> {
  const places: Record<string, Set<string>> = {};
  for (const [key, value] of Object.entries(file)) {
    const base = key.replace(PLURAL, '');
    places[base] ??= new Set();
    for (const [, name] of value.matchAll(/\{\{\s*(\w+)\s*\}\}/g)) places[base].add(name ?? '');
  }
  return Object.fromEntries(Object.entries(places).map(([key, names]) => [key, [...names].sort()]));
}

function pluralForms(file: Record<string, string>): Record<string, string[]> {
  const forms: Record<string, string[]> = {};
  for (const key of Object.keys(file)) {
    const form = PLURAL.exec(key)?.[1];
    if (form === undefined) continue;
    const base = key.replace(PLURAL, '');
    forms[base] = [...(forms[base] ?? []), form];
  }
  return forms;
}

describe('the texts of the three languages', () => {
  it.each(['ar', 'ckb'] as const)(
    '%s has the keys of English, no more and no fewer, with the same places',
    (language) => {
      expect(placesByKey(files[language] ?? {})).toEqual(placesByKey(files.en ?? {}));
    },
  );

  it.each(languages)('%s has every plural form that CLDR gives it, and no other', (language) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const forms = Object.values(pluralForms(files[language] ?? {}));
    expect(forms.length).toBeGreaterThan(0);
    for (const found of forms) expect(found.sort()).toEqual([...categories].sort());
  });

  it.each(languages)('%s has no empty text and none with markup or a stray space', (language) => {
    for (const [key, value] of Object.entries(files[language] ?? {})) {
      expect([key, value]).toEqual([key, expect.stringMatching(/^[^\s<>&](?:[^<>&]*[^\s<>&])?$/u)]);
    }
  });

  it.each(procedureNames)('names %s, each of its steps, who acts on it, and what may come of it', (name) => {
    const steps: [string, StepDeclaration][] = Object.entries(procedureOf(name).steps);
    const keys = steps.flatMap(([step, { role, roleInRegion, outcomes }]) => [
      `step.${step}`,
      `role.${role}`,
      ...(roleInRegion === undefined ? [] : [`role.${roleInRegion}`]),
      ...outcomes.map((outcome) => `outcome.${outcome}`),
    ]);
    expect([`procedure.${name}`, ...keys].filter((key) => !hasText(key))).toEqual([]);
  });

  it('names every effect of a rule', () => {
    const effects = catalogue().rules.map((rule) => `effect.${rule.effect}`);
    expect(effects.filter((key) => !hasText(key))).toEqual([]);
  });

  it.each(['one-side-only', 'arrest-before-warrant', 'not-your-side', 'no-unit-of-side', 'other-procedure'])(
    'says what is wrong with a request between two sides: %s',
    (code) => {
      expect(hasText(`fault.${code}`)).toBe(true);
    },
  );

  it('names every reason for which a command is refused', () => {
    expect(refusalCodes.filter((code) => !hasText(`problem.${code}`))).toEqual([]);
  });

  it('chooses the plural form by the rules of the language', () => {
    const days = (count: number) => text('ar', 'mail.reminder.days', { count });
    expect([1, 2, 3, 11, 100].map(days)).toEqual([
      'بقي يوم واحد.',
      'بقي يومان.',
      'بقيت 3 أيام.',
      'بقي 11 يوماً.',
      'بقي 100 يوم.',
    ]);
    expect(text('ckb', 'mail.reminder.days', { count: 1 })).toBe('یەک ڕۆژ ماوە.');
    expect(text('en', 'mail.reminder.hours', { count: 6 })).toBe('6 hours are left.');
  });
});

describe('a fault in the program', () => {
  it('a key that does not exist throws instead of showing itself to the reader', () => {
    expect(() => text('ar', 'step.no-such-step' as TextKey)).toThrow(MissingTextError);
    expect(hasText('step.no-such-step')).toBe(false);
  });

  it('a place without a value throws', () => {
    expect(() => text('ckb', 'mail.task-opened.subject')).toThrow(MissingTextError);
  });
});

it('a value is put in as it is: neither a reference to a text nor a place in it is followed', () => {
  const hostile = '$t(problem.internal) {{reference}}';
  expect(text('en', 'mail.task-opened.subject', { reference: hostile })).toBe(`New task: ${hostile}`);
});
