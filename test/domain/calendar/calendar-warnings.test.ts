import type { CalendarDay } from '../../../domain/calendar/calendar';
import type { CalendarChange } from '../../../domain/calendar/calendar-changes';
import { editCalendar } from '../../../domain/calendar/edit-calendar';
import { day } from './day';

const rows = [
  day({ date: '2026-03-21', occasion: 'nowruz' }),
  day({ date: '2026-08-04', occasion: 'arbaeen', province: 'karbala', standing: 'confirmed' }),
];

function accepted(changes: readonly CalendarChange[], present: readonly CalendarDay[] = rows) {
  const edit = { calendar: 'IQ', source: 'an announcement', changes } as const;
  const result = editCalendar(present, edit, { from: 2024, to: 2032 });
  if (!('rows' in result)) throw new Error(`refused: ${JSON.stringify(result.faults)}`);
  return result;
}

describe('what Law 12/2024 would not bear is told, and not refused', () => {
  const cabinetDays = (count: number, year = 2026): CalendarChange[] =>
    Array.from({ length: count }, (_, n) => ({
      action: 'add',
      date: `${year}-09-0${n + 1}`,
      occasion: `cabinet ${n % 2}`,
    }));

  it('seven days of the Cabinet in a year are told to nobody, the eighth is', () => {
    expect(accepted(cabinetDays(7)).warnings).toEqual([]);
    expect(accepted(cabinetDays(8)).warnings).toEqual([
      { code: 'more-than-cabinet-days', params: { year: '2026', days: '8', limit: '7' } },
    ]);
  });

  it('counts days entered before, of the same year only', () => {
    const before = accepted(cabinetDays(7)).rows;
    const eighth: CalendarChange = { action: 'add', date: '2026-10-01', occasion: 'mourning' };
    expect(accepted([eighth], before).warnings).toHaveLength(1);
    expect(accepted([{ ...eighth, date: '2027-10-01' }], before).warnings).toEqual([]);
  });

  it("does not count the feasts of the law itself as the Cabinet's, nor speak of a year nobody touched", () => {
    const before = accepted(cabinetDays(8)).rows;
    expect(
      accepted([{ action: 'add', date: '2026-03-22', occasion: 'eid-al-fitr' }], before).warnings,
    ).toEqual([]);
  });

  it('three days of a province around an occasion are told to nobody, the fourth is', () => {
    const closure = (date: string): CalendarChange => ({
      action: 'add',
      date,
      occasion: 'arbaeen',
      province: 'karbala',
    });
    expect(accepted(['2026-08-05', '2026-08-06'].map(closure)).warnings).toEqual([]);
    expect(accepted(['2026-08-05', '2026-08-06', '2026-08-07'].map(closure)).warnings).toEqual([
      {
        code: 'more-than-provincial-days',
        params: { year: '2026', province: 'karbala', occasion: 'arbaeen', days: '4', limit: '3' },
      },
    ]);
  });
});
