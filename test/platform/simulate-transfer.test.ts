import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Direction } from '../../platform/demo/transfer-case';
import { type Calendar, calendarOf } from '../../platform/simulate/calendar';
import { calendarText } from '../../platform/simulate/calendar-text';
import { playTransfer, transferZones } from '../../platform/simulate/play-transfer';
import type { TransferBranch } from '../../platform/simulate/transfer-branches';
import { startSkippableTime } from '../support/time-skipping';

const program = join(__dirname, '../../bin/taslim.js');
const toBaghdad = { from: 'KRG', to: 'FED' } as const;
const toErbil = { from: 'FED', to: 'KRG' } as const;

/** In a register of its own: whoever had a case before is known to the cross-check. */
async function played(branch: TransferBranch, way: Direction = toBaghdad): Promise<Calendar> {
  const time = await startSkippableTime();
  try {
    const item = await playTransfer(time.context, time, { branch, way }, { report: () => undefined });
    return await calendarOf(time.context.prisma, branch, item, transferZones);
  } finally {
    await time.stop();
  }
}

const linesOf = ({ entries }: Calendar, what: string) =>
  entries.filter((entry) => entry.what === what).map(({ text }) => text);

const decisionsOf = (calendar: Calendar) => linesOf(calendar, 'decision');

describe('a simulated transfer from Erbil to Baghdad', () => {
  it('is handed over, presented and acknowledged, each step by the side whose it is', async () => {
    const calendar = await played('handed-over');
    expect(calendar).toMatchObject({ status: 'closed', outcome: 'handed-over' });
    expect(decisionsOf(calendar).map((line) => line.replace(/ \(.*/, ''))).toEqual([
      'cross-check: nobody-known, by liaison.baghdad',
      'request-legal-review: approved, by approver.legal',
      'request-approval: approved, by approver.directorate',
      'receipt: received, by liaison.erbil',
      'cross-check-there: nobody-known, by liaison.erbil',
      'transfer-regional-approval: approved, by approver.erbil',
      'court-receipt-received: received, by liaison.erbil',
    ]);
    expect(linesOf(calendar, 'message')).toEqual([
      'request, AHTD-BAGHDAD to AHTD-ERBIL, by liaison.baghdad (liaison)',
      'court-receipt, AHTD-BAGHDAD to AHTD-ERBIL, by liaison.baghdad (liaison)',
    ]);
    expect(linesOf(calendar, 'EXPIRED')).toEqual([]);
    expect(calendarText(calendar)).toMatch(/\n\nBaghdad\n\n/);
  });

  it('stops before anybody approves when an earlier sentence names the act', async () => {
    const calendar = await played('stopped');
    expect(calendar.outcome).toBe('stopped-after-person-checks');
    expect(decisionsOf(calendar)).toEqual([
      'cross-check: judged-for-this-act, by liaison.baghdad (liaison)',
      'person-checks: stop, by approver.legal (legal-reviewer)',
    ]);
  });

  it('counts hours anew when the person is arrested again after a release on bail', async () => {
    const calendar = await played('bail');
    expect(calendar.outcome).toBe('handed-over');
    expect(linesOf(calendar, 'custody ends')).toEqual([
      'arrest-1: released-on-bail',
      'arrest-2: handed-over',
      'handover: presented',
    ]);
    expect(linesOf(calendar, 'clock runs').filter((line) => line.startsWith('CON19-24H'))).toHaveLength(2);
  });

  it('asks the manager of the side that holds the person when a detention order ends unrenewed', async () => {
    const calendar = await played('renewed-late');
    expect(calendar.outcome).toBe('handed-over');
    expect(linesOf(calendar, 'EXPIRED')).toContain('CPC109-15D: renew-or-release');
    expect(decisionsOf(calendar)).toContain(
      'detention-order-ended: renewed-late, by manager.erbil (manager)',
    );
  });

  it('brings the wrong person back, and he goes free where he was arrested', async () => {
    const calendar = await played('returned');
    expect(calendar.outcome).toBe('wrong-person');
    expect(linesOf(calendar, 'custody ends')).toEqual([
      'arrest-1: handed-over',
      'handover: handed-over',
      'return: released',
    ]);
  });

  it('lets the person go when the warrant is cancelled while he is held', async () => {
    const calendar = await played('cancelled');
    expect(calendar.outcome).toBe('warrant-cancelled');
    expect(linesOf(calendar, 'custody ends')).toEqual(['arrest-1: released']);
  });

  it('lets both sides sign again when their lists differ', async () => {
    const calendar = await played('differing-lists');
    expect(calendar.outcome).toBe('handed-over');
    expect(linesOf(calendar, 'fact').filter((line) => line.startsWith('handover-taken'))).toHaveLength(2);
  });
});

it('a transfer from Baghdad to Erbil is approved by the Region first, and at two levels in Baghdad', async () => {
  const calendar = await played('handed-over', toErbil);
  expect(calendar.outcome).toBe('handed-over');
  expect(
    decisionsOf(calendar)
      .filter((line) => line.includes('approved'))
      .map((line) => line.replace(/ \(.*/, '')),
  ).toEqual([
    'request-regional-approval: approved, by approver.erbil',
    'transfer-legal-review: approved, by approver.legal',
    'transfer-approval: approved, by approver.directorate',
  ]);
});

it.each([
  [['suspect-transfer', '--nonsense']],
  [['suspect-transfer', '--bail', '--cancelled']],
  [['suspect-transfer', '--from', 'SE']],
])('the command answers wrong usage %j with one line and exit code 2', (args) => {
  const options = { encoding: 'utf8', timeout: 55_000 } as const;
  const { status, stderr } = spawnSync(process.execPath, [program, 'simulate', ...args], options);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^taslim: .+\n$/);
});
