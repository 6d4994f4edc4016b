import { Temporal } from 'temporal-polyfill';
import type { Calendars } from '../../../../domain/calendar/calendar';
import { computeClock } from '../../../../domain/law/clock/compute-clock';
import { triggerInstant } from '../../../../domain/law/clock/trigger-instant';
import type { RuleRecord } from '../../../../domain/law/rule-record';
import fc from '../../../support/fast-check';
import { calendarWith, holiday, workingDay } from '../../calendar/calendar-with';
import { clockByWeekends } from './by-weekends';
import { custodyRule, filingRule, hoursRule, serviceLevel } from './rule-of';

const zone = fc.constantFrom('Europe/Stockholm', 'Asia/Baghdad', 'Europe/London', 'Asia/Beirut');
const firstMs = Date.UTC(2024, 0, 1);
const instantMs = fc.integer({ min: firstMs, max: Date.UTC(2031, 0, 1) });
const iso = (ms: number) => new Date(ms).toISOString();
const dayIn = (ms: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate();

const rule: fc.Arbitrary<RuleRecord> = fc
  .record({
    base: fc.constantFrom(custodyRule(), hoursRule(), filingRule(), serviceLevel()),
    class: fc.constantFrom('A', 'B', 'C', 'D'),
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('hour', 'day', 'working-day', 'week', 'month', 'year'),
    roll: fc.constantFrom('none', 'next-working'),
    calendar: fc.constantFrom('IQ', 'IQ-KR', 'SE'),
    includeFirstDay: fc.boolean(),
  })
  .map(({ base, ...changes }): RuleRecord => ({ ...base, ...changes }));

/** Dates among which many fall into the period of a clock. */
const date = fc.integer({ min: 0, max: 2_600 }).map((days) => iso(firstMs + days * 86_400_000).slice(0, 10));

/** The same days in every calendar: about a hundred holidays, and some weekends at work. */
const calendars: fc.Arbitrary<Calendars> = fc
  .record({
    holidays: fc.array(date, { minLength: 30, maxLength: 80 }),
    atWork: fc.array(date, { maxLength: 30 }),
  })
  .map(({ holidays, atWork }) => {
    const days = [...holidays.map(holiday), ...atWork.map(workingDay)];
    return (code) => calendarWith(code, ...days);
  });

const check = (property: Parameters<typeof fc.assert>[0]) => fc.assert(property, { numRuns: 200 });

describe('every clock', () => {
  it('is never over earlier when the trigger is later', () => {
    check(
      fc.property(
        rule,
        zone,
        calendars,
        instantMs,
        fc.integer({ min: 0, max: 40 * 86_400_000 }),
        (r, z, c, from, later) => {
          const early = computeClock({ rule: r, trigger: iso(from), zone: z }, c);
          const late = computeClock({ rule: r, trigger: iso(from + later), zone: z }, c);
          expect(Date.parse(late.dueAt)).toBeGreaterThanOrEqual(Date.parse(early.dueAt));
        },
      ),
    );
  });

  it('warns in order, once an instant, after the trigger and before it is over', () => {
    check(
      fc.property(rule, zone, instantMs, (r, z, from) => {
        const clock = clockByWeekends({ rule: r, trigger: iso(from), zone: z });
        const instants = [from, ...clock.warnings.map(({ at }) => Date.parse(at)), Date.parse(clock.dueAt)];
        expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
      }),
    );
  });

  it('is never over later because the other side set a date', () => {
    check(
      fc.property(rule, zone, instantMs, fc.integer({ min: 0, max: 120 }), (r, z, from, days) => {
        const limitDate = dayIn(from, z).add({ days }).toString();
        const without = clockByWeekends({ rule: r, trigger: iso(from), zone: z });
        const withDate = clockByWeekends({ rule: r, trigger: iso(from), zone: z, limitDate });
        const setAlone = clockByWeekends({
          rule: { ...r, amount: null },
          trigger: iso(from),
          zone: z,
          limitDate,
        });
        expect(Date.parse(withDate.dueAt)).toBe(
          Math.min(Date.parse(without.dueAt), Date.parse(setAlone.dueAt)),
        );
      }),
    );
  });

  it('in days or longer is over at the start of the day after its last day', () => {
    check(
      fc.property(rule, zone, instantMs, (r, z, from) => {
        const { dueAt, lastDay } = clockByWeekends({ rule: r, trigger: iso(from), zone: z });
        if (r.unit === 'hour') return expect(lastDay).toBeNull();
        const over = Date.parse(dueAt);
        expect(dayIn(over, z).subtract({ days: 1 }).toString()).toBe(lastDay);
        expect(dayIn(over - 1, z).toString()).toBe(lastDay);
      }),
    );
  });
});

describe('a custody clock is not moved by a weekend or a holiday', () => {
  it('in hours: exactly that many elapsed hours', () => {
    check(
      fc.property(rule, zone, calendars, instantMs, (r, z, c, from) => {
        const custody: RuleRecord = { ...r, class: 'A', unit: 'hour', amount: 24 };
        const clock = computeClock({ rule: custody, trigger: iso(from), zone: z }, c);
        expect(Date.parse(clock.dueAt) - from).toBe(24 * 3_600_000);
      }),
    );
  });

  it('in days: exactly that many days after the day of the trigger, whatever the record says of rolling', () => {
    check(
      fc.property(
        rule,
        zone,
        calendars,
        instantMs,
        fc.integer({ min: 1, max: 90 }),
        (r, z, c, from, amount) => {
          const custody: RuleRecord = { ...r, class: 'B', unit: 'day', amount, includeFirstDay: false };
          const clock = computeClock({ rule: custody, trigger: iso(from), zone: z }, c);
          expect(clock.lastDay).toBe(dayIn(from, z).add({ days: amount }).toString());
        },
      ),
    );
  });

  it('in any unit but working days: the same with holidays and without', () => {
    const custody = rule.filter(
      ({ class: of, unit }) => (of === 'A' || of === 'B') && unit !== 'working-day',
    );
    check(
      fc.property(custody, zone, calendars, instantMs, (r, z, c, from) => {
        const input = { rule: r, trigger: iso(from), zone: z };
        const { dueAt, lastDay, restsOnExpected } = computeClock(input, c);
        expect({ dueAt, lastDay, restsOnExpected }).toEqual({
          ...pick(clockByWeekends(input)),
          restsOnExpected: [],
        });
      }),
    );
  });
});

const pick = ({ dueAt, lastDay }: { dueAt: string; lastDay: string | null }) => ({ dueAt, lastDay });

it('a roll never moves earlier, and not at all from a working day', () => {
  check(
    fc.property(rule, zone, calendars, instantMs, (r, z, c, from) => {
      const clock = (roll: RuleRecord['roll']) =>
        computeClock({ rule: { ...r, roll }, trigger: iso(from), zone: z }, c);
      const [rolled, stood] = [clock('next-working'), clock('none')];
      expect(Date.parse(rolled.dueAt)).toBeGreaterThanOrEqual(Date.parse(stood.dueAt));
      const moved = rolled.reasoning.some(({ code }) => code === 'rolled');
      expect(moved).toBe(rolled.dueAt !== stood.dueAt);
    }),
  );
});

describe('the parts of a period', () => {
  const amount = fc.integer({ min: 1, max: 60 });

  it.each(['day', 'week', 'working-day'] as const)('in units of one %s add up to the whole', (unit) => {
    check(
      fc.property(zone, calendars, instantMs, amount, amount, (z, c, from, a, b) => {
        const last = (count: number, trigger: string) => {
          const counted = filingRule({ amount: count, unit, calendar: 'IQ' });
          return computeClock({ rule: counted, trigger, zone: z }, c).lastDay ?? '';
        };
        const begun = triggerInstant(`${last(a, iso(from))}T12:00`, z);
        expect(last(b, begun)).toBe(last(a + b, iso(from)));
      }),
    );
  });

  it('in hours add up to the whole', () => {
    check(
      fc.property(zone, instantMs, amount, amount, (z, from, a, b) => {
        const over = (count: number, trigger: string) =>
          clockByWeekends({ rule: hoursRule({ amount: count }), trigger, zone: z }).dueAt;
        expect(over(b, over(a, iso(from)))).toBe(over(a + b, iso(from)));
      }),
    );
  });
});

it('more holidays never make a limit in working days, or one that rolls, earlier', () => {
  const counting = rule.filter(({ unit, roll }) => unit === 'working-day' || roll === 'next-working');
  check(
    fc.property(counting, zone, fc.array(date), fc.array(date), instantMs, (r, z, some, more, from) => {
      const due = (dates: readonly string[]) => {
        const ofDates: Calendars = (code) => calendarWith(code, ...dates.map(holiday));
        return Date.parse(computeClock({ rule: r, trigger: iso(from), zone: z }, ofDates).dueAt);
      };
      expect(due([...some, ...more])).toBeGreaterThanOrEqual(due(some));
    }),
  );
});
