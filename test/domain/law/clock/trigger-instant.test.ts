import { triggerInstant } from '../../../../domain/law/clock/trigger-instant';
import { refused } from './refused';
import { BAGHDAD, STOCKHOLM } from './rule-of';

it('an instant with its offset is taken as it is, whatever the zone', () => {
  expect(triggerInstant('2026-03-03T23:30:00+01:00', BAGHDAD)).toBe('2026-03-03T22:30:00.000Z');
  expect(triggerInstant('2026-03-03T22:30:00Z', STOCKHOLM)).toBe('2026-03-03T22:30:00.000Z');
});

it('a local time is one of the zone', () => {
  expect(triggerInstant('2026-03-03T23:30', STOCKHOLM)).toBe('2026-03-03T22:30:00.000Z');
  expect(triggerInstant('2026-03-03T23:30', BAGHDAD)).toBe('2026-03-03T20:30:00.000Z');
  expect(triggerInstant('2026-07-03T23:30:15', STOCKHOLM)).toBe('2026-07-03T21:30:15.000Z');
});

describe('the nights on which the clock is changed in Stockholm', () => {
  it.each(['2026-03-29T02:00', '2026-03-29T02:30', '2026-03-29T02:59:59'])('%s does not exist', (text) => {
    expect(refused(() => triggerInstant(text, STOCKHOLM)).code).toBe('local-time-does-not-exist');
  });

  it.each(['2026-10-25T02:00', '2026-10-25T02:30', '2026-10-25T02:59:59'])('%s exists twice', (text) => {
    expect(refused(() => triggerInstant(text, STOCKHOLM)).code).toBe('local-time-exists-twice');
  });

  it('the refusal names both readings', () => {
    expect(refused(() => triggerInstant('2026-03-29T02:30', STOCKHOLM)).value).toBe(
      '2026-03-29T01:30+01:00 / 2026-03-29T03:30+02:00',
    );
    expect(refused(() => triggerInstant('2026-10-25T02:30:15', STOCKHOLM)).value).toBe(
      '2026-10-25T02:30:15+02:00 / 2026-10-25T02:30:15+01:00',
    );
  });

  it.each([
    ['2026-03-29T01:59:59', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T01:59:59', '2026-10-24T23:59:59.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s is beyond doubt', (text, instant) => {
    expect(triggerInstant(text, STOCKHOLM)).toBe(instant);
    expect(() => triggerInstant(text.replace(/T.*/, 'T02:30'), BAGHDAD)).not.toThrow();
  });
});

it.each([
  '',
  '2026-03-03',
  '2026-02-30T12:00',
  '2026-03-03T24:00',
  '2026-03-03T12',
  '2026-03-03 12:00',
  '2026-03-03T12:00[Europe/Stockholm]',
  '+002026-03-03T12:00',
])('%p is no trigger', (text) => {
  expect(refused(() => triggerInstant(text, STOCKHOLM))).toEqual({ code: 'bad-instant', value: text });
});

it.each(['', 'Baghdad', '+03:00', 'Europe/Nowhere'])('%p is no zone', (zone) => {
  expect(refused(() => triggerInstant('2026-03-03T12:00', zone))).toEqual({ code: 'bad-zone', value: zone });
});

it.each(['1899-12-31T12:00', '2201-01-01T12:00', '1899-12-31T12:00:00Z'])('%p is out of range', (text) => {
  expect(refused(() => triggerInstant(text, STOCKHOLM))).toEqual({ code: 'year-out-of-range', value: text });
});
