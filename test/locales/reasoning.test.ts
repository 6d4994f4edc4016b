import { reasoningCodes } from '../../domain/law/clock/reasoning';
import { hasText, languages, MissingTextError } from '../../locales';
import { reasoningKey, reasoningText } from '../../locales/reasoning';

const units = ['day', 'working-day', 'week', 'month', 'year'].map((unit) => ({ unit }));

/** The values by which a step's texts are told apart. */
const variants: Readonly<Record<string, readonly Record<string, string>[]>> = {
  'last-day': units,
  'no-quarter': [{ penalty: 'life' }, { penalty: 'death' }],
  extended: [{ act: 'extension' }, { act: 'continue-detention' }],
  capped: [{ why: 'maximum' }, { why: 'quarter' }],
  rolled: [{ why: 'weekend' }, { why: 'holiday' }],
};

it('every step of a reasoning has a text', () => {
  const keys = reasoningCodes.flatMap((code) =>
    (variants[code] ?? [{}]).map((params) => reasoningKey(code, params)),
  );
  expect(keys.filter((key) => !hasText(key))).toEqual([]);
});

it('a step without a text throws', () => {
  expect(() => reasoningText('en', { code: 'guessed', params: {} })).toThrow(MissingTextError);
});

describe('in English', () => {
  it.each([
    ['first-day-excluded', { date: '2026-03-03' }, '3 March 2026 excluded'],
    [
      'last-day',
      { count: 40, unit: 'day', date: '2026-04-12', weekday: 7 },
      'day 40 is Sunday 12 April 2026',
    ],
    ['not-moved-custody', {}, 'custody limit: not moved'],
    ['last-working-day-before', { date: '2026-04-10' }, 'last working day before: Friday 10 April 2026'],
    [
      'holidays-skipped',
      { count: 2, list: '2026-03-21,2026-03-22' },
      'holidays passed over (2): 21 March 2026, 22 March 2026',
    ],
    ['holidays-skipped', { count: 1, list: '2026-03-21' }, 'holidays passed over (1): 21 March 2026'],
    [
      'rolled',
      { from: '2026-03-21', to: '2026-03-22', why: 'holiday', occasion: 'nowruz' },
      'Saturday 21 March 2026 is a holiday (Nowruz): moved to Sunday 22 March 2026',
    ],
    [
      'rests-on-expected',
      { date: '2026-03-20', occasion: "the province's own feast" },
      "rests on an expected holiday that nobody has confirmed: Friday 20 March 2026 (the province's own feast)",
    ],
    [
      'hours-counted',
      {
        count: 24,
        from: '2026-03-03T22:30:00.000Z',
        to: '2026-03-04T22:30:00.000Z',
        zone: 'Asia/Baghdad',
      },
      'hours counted from Wednesday, 4 March 2026, 01:30: 24; over on Thursday, 5 March 2026, 01:30',
    ],
  ])('%s', (code, params, words) => {
    expect(reasoningText('en', { code, params })).toBe(words);
  });
});

it('days are told in the language of the reader, with Latin digits', () => {
  const step = { code: 'last-day', params: { count: 40, unit: 'day', date: '2026-04-12', weekday: 7 } };
  expect(reasoningText('ar', step)).toBe('اليوم رقم 40 هو الأحد 12 نيسان 2026');
  expect(reasoningText('ckb', step)).toMatch(/40.*یەکشەممە 12.*نیسان.* 2026/);
  for (const language of languages) expect(reasoningText(language, step)).not.toMatch(/[٠-٩۰-۹]/);
});
