import { deadlineInWords } from '../../../api/deadline-in-words';
import { shippedCalendars } from '../../../domain/calendar/shipped-calendars';
import { catalogue } from '../../../domain/law/catalogue/catalogue';
import { computeDeadline } from '../../../services/deadlines/compute-deadline';
import { deadlineSchema } from '../../../services/deadlines/deadline-input';
import { InvalidInputError } from '../../../services/errors';

const parts = { catalogue: catalogue(), calendars: shippedCalendars, ownerZone: 'Asia/Baghdad' };
const stockholm = { trigger: '2026-03-03T23:30:00+01:00', zone: 'Europe/Stockholm' };

const deadline = (input: object) => computeDeadline(parts, deadlineSchema.parse(input));
const inEnglish = (input: object) => deadlineInWords(deadline(input), 'en');

function faultsOf(input: object) {
  try {
    deadline(input);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.faults.map(({ pointer, code }) => [pointer, code]);
    throw error;
  }
  return [];
}

describe('by a rule of the catalogue', () => {
  it('40 days of custody in Sweden end on a Sunday and do not move', () => {
    const answer = inEnglish({ rule: 'SWE23-40', ...stockholm });
    expect(answer.due).toEqual({
      date: '2026-04-12',
      instant: '2026-04-12T22:00:00.000Z',
      zone: 'Europe/Stockholm',
      ownerInstant: '2026-04-13T01:00:00+03:00',
    });
    expect(answer).toMatchObject({
      class: 'B',
      standing: 'law',
      verified: false,
      effect: 'release-expected',
    });
    expect(answer.source).toContain('1957:668');
    const told = answer.reasoning.join('\n');
    expect(told).toContain('3 March 2026');
    expect(told).toMatch(/day 40 is Sunday 12 April 2026/);
    expect(told).toMatch(/not moved/);
    expect(told).toMatch(/last working day before: .*10 April 2026/i);
    expect(answer.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['first-day-included', 'last-working-day', '1-day-left']),
    );
  });

  it('the same instant begins another day in Baghdad, and the limit ends a day later there', () => {
    const { due } = deadline({ rule: 'SWE23-40', trigger: stockholm.trigger, zone: 'Asia/Baghdad' });
    expect(due.date).toBe('2026-04-13');
  });

  it('a date that the other side set is obeyed where it comes first', () => {
    const answer = inEnglish({ rule: 'SWE23-40', ...stockholm, limitDate: '2026-03-31' });
    expect(answer.due.date).toBe('2026-03-31');
    expect(answer.reasoning.join('\n')).toMatch(/31 March 2026/);
  });

  it('a limit of two stages tells both', () => {
    const { stages, standing } = deadline({ rule: 'ECE16-40', ...stockholm });
    expect(stages.map(({ rule, stage, due }) => [rule, stage, due.date])).toEqual([
      ['ECE16-18', 'may', '2026-03-21'],
      ['ECE16-40', 'must', '2026-04-12'],
    ]);
    expect(standing).toBe('comparison');
  });

  it('hours have no last day', () => {
    const { due } = deadline({ rule: 'CON19-24H', trigger: '2026-03-28T22:00', zone: 'Asia/Baghdad' });
    expect(due).toMatchObject({ date: null, instant: '2026-03-29T19:00:00.000Z' });
  });

  it('an act before the end prolongs it: once more 24 hours, a request to continue detention', () => {
    const arrest = { trigger: '2026-03-03T10:00', zone: 'Asia/Baghdad' };
    const extended = deadline({
      rule: 'CON19-24H',
      ...arrest,
      acts: [{ type: 'extension', at: '2026-03-04T09:00' }],
    });
    expect(extended.due.instant).toBe('2026-03-05T07:00:00.000Z');
    const continued = deadline({
      rule: 'RIY44-30',
      ...arrest,
      acts: [{ type: 'continue-detention', at: '2026-03-20T09:00' }],
    });
    expect(continued.due.date).toBe('2026-05-02');
    expect(deadline({ rule: 'RIY44-30', ...arrest }).due.date).toBe('2026-04-02');
  });

  it('a quarter of the maximum penalty caps detention where it is shorter than six months', () => {
    const arrest = { rule: 'CPC109-6M', trigger: '2026-03-03T10:00', zone: 'Asia/Baghdad' };
    const due = (maximumPenalty: unknown) => deadline({ ...arrest, maximumPenalty }).due.date;
    expect(due({ amount: 1, unit: 'year' })).toBe('2026-06-03');
    expect(due({ amount: 5, unit: 'year' })).toBe('2026-09-03');
    expect(due('life')).toBe('2026-09-03');
  });
});

describe('by a limit as given', () => {
  it('working days skip the weekend and the holidays of the calendar', () => {
    const limit = { amount: 3, unit: 'working-day', class: 'D', calendar: 'IQ' };
    const answer = inEnglish({ limit, trigger: '2026-03-18T10:00', zone: 'Asia/Baghdad' });
    // From Wednesday: 19 March, then the weekend and the last day of Eid al-Fitr on Sunday, then 23 and 24 March.
    expect(answer.due.date).toBe('2026-03-24');
    expect(answer.restsOnExpected).toEqual(['2026-03-22']);
    expect(answer.standing).toBe('none');
  });

  it('the first day counts where it is said so', () => {
    const limit = { amount: 28, unit: 'day', class: 'B', includeFirstDay: true };
    expect(deadline({ limit, trigger: '2026-03-01T10:00', zone: 'Europe/London' }).due.date).toBe(
      '2026-03-28',
    );
  });

  it('a filing limit rolls where the rule says so, a custody limit never', () => {
    const limit = { amount: 40, unit: 'day', roll: 'next-working', calendar: 'SE' };
    const due = (clockClass: string) =>
      deadline({ limit: { ...limit, class: clockClass }, ...stockholm }).due.date;
    expect([due('A'), due('B'), due('C')]).toEqual(['2026-04-12', '2026-04-12', '2026-04-13']);
  });
});

describe('what cannot be counted is told, and where', () => {
  const arrest = { rule: 'SWE23-40', ...stockholm };
  it.each([
    ['an unknown rule', { ...arrest, rule: 'SWE99-1' }, [['/rule', 'unknown-rule']]],
    [
      'several faults at once',
      { ...arrest, rule: 'X', trigger: 'now', acts: [{ type: 'reset', at: 'soon' }] },
      [
        ['/rule', 'unknown-rule'],
        ['/trigger', 'bad-instant'],
        ['/acts/0/at', 'bad-instant'],
      ],
    ],
    ['no time', { ...arrest, trigger: 'yesterday' }, [['/trigger', 'bad-instant']]],
    [
      'a local time that was skipped',
      { ...arrest, trigger: '2026-03-29T02:30' },
      [['/trigger', 'local-time-does-not-exist']],
    ],
    [
      'a local time that came twice',
      { ...arrest, trigger: '2026-10-25T02:30' },
      [['/trigger', 'local-time-exists-twice']],
    ],
    [
      'a date before the trigger',
      { ...arrest, limitDate: '2026-03-01' },
      [['/limitDate', 'limit-date-before-trigger']],
    ],
    [
      'an act that the rule does not know',
      { ...arrest, acts: [{ type: 'continue-detention', at: '2026-03-10T10:00' }] },
      [['/acts', 'act-not-allowed']],
    ],
    [
      'an act after the end',
      { ...arrest, rule: 'RIY44-30', acts: [{ type: 'continue-detention', at: '2026-05-10T10:00' }] },
      [['/acts', 'act-too-late']],
    ],
    [
      'an act without a time',
      { ...arrest, acts: [{ type: 'reset', at: 'soon' }] },
      [['/acts/0/at', 'bad-instant']],
    ],
    ['a missing penalty', { ...arrest, rule: 'CPC109-6M' }, [['/maximumPenalty', 'maximum-penalty-missing']]],
    [
      'a year that the calendar does not know',
      {
        limit: { amount: 3, unit: 'working-day', class: 'D', calendar: 'IQ' },
        trigger: '2050-01-03T10:00',
        zone: 'Asia/Baghdad',
      },
      [['/trigger', 'calendar-year-unknown']],
    ],
  ])('%s', (_what, input, faults) => {
    expect(faultsOf(input)).toEqual(faults);
  });

  it('a question without a zone, or with both a rule and a limit, is no question', () => {
    const faults = (input: object) =>
      deadlineSchema.safeParse(input).error?.issues.map(({ path }) => path.join('/'));
    expect(faults({ rule: 'SWE23-40', trigger: stockholm.trigger })).toEqual(['zone']);
    expect(faults({ ...arrest, limit: { amount: 1, unit: 'day' } })).toEqual(['rule']);
    expect(faults(stockholm)).toEqual(['rule']);
  });
});
