import { type Calendar, calendarOf } from '../../platform/simulate/calendar';
import { type CommitteeBranch, committeeZones, playCommittee } from '../../platform/simulate/play-committee';
import { type SkippableTime, startSkippableTime } from '../support/time-skipping';

const linesOf = ({ entries }: Calendar, what: string) =>
  entries.filter((entry) => entry.what === what).map(({ text }) => text);

describe('a simulated resolution of the committee', () => {
  let time: SkippableTime;

  beforeAll(async () => {
    time = await startSkippableTime();
  });
  afterAll(() => time.stop());

  async function played(branch: CommitteeBranch): Promise<Calendar> {
    const item = await playCommittee(time.context, time, branch, { report: () => undefined });
    return await calendarOf(time.context.prisma, branch, item, committeeZones);
  }

  it('is the sample: opened the next working day at 09:00, adopted at its deadline, the absent reminded', async () => {
    const calendar = await played('adopted');
    expect(calendar).toMatchObject({ status: 'closed', outcome: 'adopted' });
    expect(linesOf(calendar, 'ballot over')).toEqual([
      'adopted (deadline): 13 for, 3 against, 2 abstain, 1 recused, 4 absent',
    ]);
    expect(linesOf(calendar, 'ballot')[0]).toMatch(
      /23 seats, quorum 12.*open \w+ [\d-]+ 09:00 Asia\/Baghdad to/,
    );
    const reminder = linesOf(calendar, 'mail').filter((line) => line.startsWith('clock-warning'));
    expect(reminder.map((line) => line.match(/seat\.\d\d/g))).toEqual([
      ['seat.20', 'seat.21', 'seat.22', 'seat.23'],
    ]);
    expect(linesOf(calendar, 'EXPIRED')).toEqual([]);
  });

  it('is decided by the chair on a tie', async () => {
    const calendar = await played('tie');
    expect(calendar.outcome).toBe('adopted');
    expect(linesOf(calendar, 'decision').at(-1)).toBe(
      'chair-decision: adopted, by seat.01 (committee-member)',
    );
    const called = linesOf(calendar, 'mail').filter((line) => line.startsWith('task-opened chair-decision'));
    expect(called).toEqual(['task-opened chair-decision to seat.01 (committee-member)']);
  });

  it('is voted on anew when too few take part', async () => {
    const calendar = await played('too-few');
    expect(calendar.outcome).toBe('adopted');
    expect(linesOf(calendar, 'ballot over').map((line) => line.replace(/ .*/, ''))).toEqual([
      'no-quorum',
      'adopted',
    ]);
  });
});
