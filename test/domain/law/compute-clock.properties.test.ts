import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { computeClock } from '../../../domain/law/compute-clock';
import type { RuleRecord } from '../../../domain/law/rule-record';
import { rules } from '../../../domain/law/rules';

const zone = fc.constantFrom('Europe/Stockholm', 'Asia/Baghdad', 'Europe/London', 'Asia/Beirut');
const instantMs = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2031, 0, 1) });
const iso = (ms: number) => new Date(ms).toISOString();
const dayIn = (ms: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate();

const rule: fc.Arbitrary<RuleRecord> = fc
  .record({
    base: fc.constantFrom(...Object.values(rules)),
    class: fc.constantFrom('A', 'B', 'C', 'D'),
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('hour', 'day', 'working-day', 'week', 'month', 'year'),
    roll: fc.constantFrom('none', 'next-working'),
    calendar: fc.constantFrom('IQ', 'IQ-KR', 'SE'),
    includeFirstDay: fc.boolean(),
  })
  .map(({ base, ...changes }): RuleRecord => ({ ...base, ...changes }));

const check = (property: Parameters<typeof fc.assert>[0]) => fc.assert(property, { numRuns: 200 });

describe('every clock', () => {
  it('is never over earlier when the trigger is later', () => {
    check(
      fc.property(
        rule,
        zone,
        instantMs,
        fc.integer({ min: 0, max: 40 * 86_400_000 }),
        (r, z, from, later) => {
          const early = computeClock({ rule: r, trigger: iso(from), zone: z });
          const late = computeClock({ rule: r, trigger: iso(from + later), zone: z });
          expect(Date.parse(late.dueAt)).toBeGreaterThanOrEqual(Date.parse(early.dueAt));
        },
      ),
    );
  });

  it('warns in order, once an instant, after the trigger and before it is over', () => {
    check(
      fc.property(rule, zone, instantMs, (r, z, from) => {
        const clock = computeClock({ rule: r, trigger: iso(from), zone: z });
        const instants = [from, ...clock.warnings.map(({ at }) => Date.parse(at)), Date.parse(clock.dueAt)];
        expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
      }),
    );
  });

  it('is never over later because the other side set a date', () => {
    check(
      fc.property(rule, zone, instantMs, fc.integer({ min: 0, max: 120 }), (r, z, from, days) => {
        const limitDate = dayIn(from, z).add({ days }).toString();
        const without = computeClock({ rule: r, trigger: iso(from), zone: z });
        const withDate = computeClock({ rule: r, trigger: iso(from), zone: z, limitDate });
        const setAlone = computeClock({
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
        const { dueAt, lastDay } = computeClock({ rule: r, trigger: iso(from), zone: z });
        if (r.unit === 'hour') return expect(lastDay).toBeNull();
        const over = Date.parse(dueAt);
        expect(dayIn(over, z).subtract({ days: 1 }).toString()).toBe(lastDay);
        expect(dayIn(over - 1, z).toString()).toBe(lastDay);
      }),
    );
  });
});

describe('a custody clock is not moved by a weekend', () => {
  it('in hours: exactly that many elapsed hours', () => {
    check(
      fc.property(rule, zone, instantMs, (r, z, from) => {
        const custody: RuleRecord = { ...r, class: 'A', unit: 'hour', amount: 24 };
        const clock = computeClock({ rule: custody, trigger: iso(from), zone: z });
        expect(Date.parse(clock.dueAt) - from).toBe(24 * 3_600_000);
      }),
    );
  });

  it('in days: exactly that many days after the day of the trigger, whatever the record says of rolling', () => {
    check(
      fc.property(rule, zone, instantMs, fc.integer({ min: 1, max: 90 }), (r, z, from, amount) => {
        const custody: RuleRecord = { ...r, class: 'B', unit: 'day', amount, includeFirstDay: false };
        const clock = computeClock({ rule: custody, trigger: iso(from), zone: z });
        expect(clock.lastDay).toBe(dayIn(from, z).add({ days: amount }).toString());
      }),
    );
  });
});
