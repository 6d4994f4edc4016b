import { daysInCustody } from '../../../../domain/law/clock/days-in-custody';

const zone = 'Europe/Stockholm';

describe('days of custody abroad', () => {
  it('are those of the sample: from the arrest on 3 March to the surrender on 23 June', () => {
    const sample = { beganAt: '2026-03-03T22:30:00.000Z', endedAt: '2026-06-23T06:15:00.000Z', zone };
    expect(daysInCustody([sample])).toBe(112);
  });

  it('are counted by the days of the place, and never less than one', () => {
    const overMidnight = { beganAt: '2026-03-03T22:30:00.000Z', endedAt: '2026-03-03T23:30:00.000Z' };
    expect(daysInCustody([{ ...overMidnight, zone }])).toBe(1);
    expect(daysInCustody([{ ...overMidnight, zone: 'Asia/Baghdad' }])).toBe(1);
  });

  it('are those of every period together', () => {
    const period = { beganAt: '2026-03-01T10:00:00.000Z', endedAt: '2026-03-11T10:00:00.000Z', zone };
    expect(daysInCustody([period, period])).toBe(20);
    expect(daysInCustody([])).toBe(0);
  });
});
