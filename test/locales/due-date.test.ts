import { languages } from '../../locales';
import { formatDueDate, shortDueDate } from '../../locales/due-date';
import fc from '../support/fast-check';

it('an hour is given in the words of the language and as a code, both in the zone of the limit', () => {
  expect(formatDueDate('en', '2026-01-22T13:05:00Z', 'Asia/Baghdad')).toEqual({
    words: 'Thursday, 22 January 2026, 16:05',
    iso: '2026-01-22 16:05 UTC+03:00 Asia/Baghdad',
  });
});

it('a limit that is over at midnight ends the day before, at 24:00', () => {
  expect(formatDueDate('en', '2026-05-02T22:00:00.000Z', 'Europe/Stockholm')).toEqual({
    words: 'Saturday, 2 May 2026, 24:00',
    iso: '2026-05-02 24:00 UTC+02:00 Europe/Stockholm',
  });
});

it('a short date says the day and the minute, and ends at 24:00 too', () => {
  const short = (instant: string) => shortDueDate('en', instant, 'Europe/Stockholm');
  expect(short('2026-01-22T13:05:59.500Z')).toBe('22 Jan 2026, 14:05');
  expect(short('2026-05-02T22:00:00.000Z')).toBe('2 May 2026, 24:00');
});

it('the offset is that of the day: summer time ends on 25 October 2026', () => {
  const iso = (instant: string) => formatDueDate('en', instant, 'Europe/Stockholm').iso;
  expect(iso('2026-10-25T00:30:00Z')).toBe('2026-10-25 02:30 UTC+02:00 Europe/Stockholm');
  expect(iso('2026-10-25T01:30:00Z')).toBe('2026-10-25 02:30 UTC+01:00 Europe/Stockholm');
});

it('a second before midnight is not rounded to a day more', () => {
  expect(formatDueDate('en', '2026-05-02T20:59:59Z', 'Asia/Baghdad').iso).toContain('2026-05-02 23:59:59');
});

it('Iraqi month names in Arabic, Kurdish ones in Sorani', () => {
  expect(formatDueDate('ar', '2026-01-22T13:05:00Z', 'Asia/Baghdad').words).toMatch(
    /الخميس.*22.*كانون الثاني.*2026.*16:05/,
  );
  expect(formatDueDate('ckb', '2026-01-22T13:05:00Z', 'Asia/Baghdad').words).toMatch(
    /پێنجشەممە.*22.*کانوونی دووەم.*2026.*16:05/,
  );
});

it('every language writes Latin digits, whatever the instant', () => {
  const instants = fc.date({ min: new Date('2008-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.constantFrom(...languages), (at, language) => {
      const { words, iso } = formatDueDate(language, at.toISOString(), 'Asia/Baghdad');
      expect(words).not.toMatch(/[٠-٩۰-۹]/);
      expect(iso).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)? UTC\+03:00 Asia\/Baghdad$/);
    }),
    { numRuns: 50 },
  );
});
