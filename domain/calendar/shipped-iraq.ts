import { Temporal } from 'temporal-polyfill';
import type { CalendarCode, CalendarDay } from './calendar';
import { islamicDays } from './holiday-library';

const law = 'general knowledge; Law 12/2024 on official holidays, not checked against its text';
const region =
  'general knowledge of recent years; which days the Region keeps, federal dates among them, is in doubt: those not listed count as working days';

interface FixedDay {
  /** 'MM-DD' */
  readonly day: string;
  readonly occasion: string;
  readonly source?: string;
}

const federalDays: readonly FixedDay[] = [
  { day: '01-01', occasion: 'new-year' },
  { day: '01-06', occasion: 'army-day' },
  { day: '03-16', occasion: 'remembrance' },
  { day: '03-21', occasion: 'nowruz' },
  { day: '05-01', occasion: 'labour-day' },
  {
    day: '07-14',
    occasion: 'republic-day',
    source: `${law}; whether 14 July is still kept under that law is in doubt`,
  },
  { day: '10-03', occasion: 'national-day' },
  { day: '12-10', occasion: 'victory-day' },
  { day: '12-25', occasion: 'christmas' },
];

const regionalDays: readonly FixedDay[] = [
  { day: '03-05', occasion: 'kr.5-march' },
  { day: '03-11', occasion: 'kr.11-march' },
  { day: '03-14', occasion: 'kr.14-march' },
  ...['20', '21', '22', '23'].map((day) => ({ day: `03-${day}`, occasion: 'nowruz' })),
  ...['25', '26', '27', '28', '29', '30', '31'].map((day) => ({
    day: `12-${day}`,
    occasion: 'kr.turn-of-the-year',
  })),
  { day: '01-01', occasion: 'kr.turn-of-the-year' },
];

/** Feasts of the Islamic calendar: the first day as the library writes it, and how many days are kept. */
const feasts = [
  { date: '1 Muharram', occasion: 'islamic-new-year', lengthDays: 1 },
  { date: '10 Muharram', occasion: 'ashura', lengthDays: 1 },
  { date: '12 Rabi al-awwal', occasion: 'mawlid', lengthDays: 1 },
  { date: '1 Shawwal', occasion: 'eid-al-fitr', lengthDays: 3 },
  { date: '10 Dhu al-Hijjah', occasion: 'eid-al-adha', lengthDays: 4 },
  { date: '18 Dhu al-Hijjah', occasion: 'eid-al-ghadir', lengthDays: 1 },
] as const;

/** What Law 12/2024 itself keeps, as codes of occasions: another day added in Iraq is the Cabinet's. */
export const occasionsOfIraqiLaw: ReadonlySet<string> = new Set(
  [...federalDays, ...feasts].map(({ occasion }) => occasion),
);

/** The federal holidays of Iraq in `year`. Lunar ones are expected until somebody confirms them. */
export function iraqiCalendarDays(year: number): CalendarDay[] {
  return [...fixedDays('IQ', year, federalDays, law), ...feastDays('IQ', year, law)];
}

/**
 * The holidays of the Kurdistan Region in `year`: the Islamic feasts and its own days. A federal date that is not among
 * them is left out on purpose: a day wrongly taken for a working day makes a limit end earlier, never too late.
 */
export function regionalCalendarDays(year: number): CalendarDay[] {
  return [...fixedDays('IQ-KR', year, regionalDays, region), ...feastDays('IQ-KR', year, region)];
}

function fixedDays(
  calendar: CalendarCode,
  year: number,
  days: readonly FixedDay[],
  source: string,
): CalendarDay[] {
  return days.map(({ day, occasion, source: ownSource }) => ({
    ...unverifiedHoliday(calendar, `${year}-${day}`, occasion, ownSource ?? source),
    standing: 'fixed',
  }));
}

function feastDays(calendar: CalendarCode, year: number, source: string): CalendarDay[] {
  return feasts.flatMap(({ date, occasion, lengthDays }) =>
    islamicDays(year, date)
      .flatMap((firstDay) => daysFrom(firstDay, lengthDays))
      .map((day) => ({
        ...unverifiedHoliday(calendar, day, occasion, `${source}; date computed, not announced`),
        standing: 'expected',
      })),
  );
}

function daysFrom(firstDay: string, lengthDays: number): string[] {
  const first = Temporal.PlainDate.from(firstDay);
  return Array.from({ length: lengthDays }, (_, days) => first.add({ days }).toString());
}

function unverifiedHoliday(calendar: CalendarCode, date: string, occasion: string, source: string) {
  return { calendar, province: null, date, kind: 'holiday', occasion, source, verified: false } as const;
}
