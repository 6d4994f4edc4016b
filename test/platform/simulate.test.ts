import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { EventBody } from '../../domain/case/events';
import { type Calendar, calendarOf } from '../../platform/simulate/calendar';
import type { OutgoingBranch } from '../../platform/simulate/outgoing-branches';
import { outgoingZones, playOutgoing } from '../../platform/simulate/play-outgoing';
import { type SkippableTime, startSkippableTime } from '../support/time-skipping';

const program = join(__dirname, '../../bin/taslim.js');

function taslim(args: string[]) {
  const result = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', timeout: 55_000 });
  return { code: result.status, out: result.stdout, error: result.stderr };
}

/** The day of the first entry in Baghdad, some days later. */
function dayOf(calendar: Calendar, days: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(calendar.entries[0]?.local[0]?.date ?? '').add({ days });
}

function lastDayOf(calendar: Calendar, rule: string): string | null | undefined {
  const bodies = calendar.entries.map((entry) => entry.data as EventBody);
  const started = bodies.find((body) => body.type === 'clockStarted' && body.rule === rule);
  return started?.type === 'clockStarted' ? started.terms?.lastDay : undefined;
}

/** Those that lead through parts of their own; what the others are made of is played in memory. */
const branches: readonly OutgoingBranch[] = [
  ...(['granted', 'refused', 'not-taken-over', 'postponed', 'expired', 'regional', 'jordan'] as const),
];

describe('a simulated outgoing extradition', () => {
  let time: SkippableTime;
  const played = new Map<OutgoingBranch, Calendar>();
  const calendar = (branch: OutgoingBranch) => played.get(branch) as Calendar;

  beforeAll(async () => {
    time = await startSkippableTime();
    for (const branch of branches) {
      const item = await playOutgoing(time.context, time, branch, { report: () => undefined });
      played.set(branch, await calendarOf(time.context.prisma, branch, item, outgoingZones));
    }
  });
  afterAll(() => time.stop());

  it.each([
    ['granted', 'surrendered'],
    ['refused', 'refused'],
    ['not-taken-over', 'surrendered'],
    ['postponed', 'surrendered'],
    ['expired', 'surrendered'],
    ['regional', 'surrendered'],
    ['jordan', 'surrendered'],
  ] as const)('ends %s as %s', (branch, outcome) => {
    expect(calendar(branch)).toMatchObject({ status: 'closed', outcome });
  });

  it.each([
    ['SWE23-40', 49],
    ['SET-BY-OTHER-SIDE', 42],
  ])('keeps the distances of the sample: %s has its last day %i days after the first', (rule, days) => {
    expect(lastDayOf(calendar('granted'), rule)).toBe(dayOf(calendar('granted'), days).toString());
  });

  it('gives a month from the notice to take the person over (Sweden 1957:668 s. 20(2))', () => {
    const notice = dayOf(calendar('granted'), 105);
    expect(lastDayOf(calendar('granted'), 'SWE20-1M')).toBe(notice.add({ months: 1 }).toString());
  });

  it('warns in order before the limit of the arrest is over, then expects the release', () => {
    const lines = calendar('expired').entries.filter(({ text }) => text.startsWith('SWE23-40: '));
    const codes = lines.filter(({ what }) => what === 'WARNING').map(({ text }) => text.slice(10));
    const left = codes.filter((code) => /days?-left/.test(code));
    expect(left.slice(0, 2)).toEqual(['10-days-left', '5-days-left']);
    expect(lines.at(-1)).toMatchObject({ what: 'EXPIRED', text: 'SWE23-40: release-expected' });
  });

  it('shows to what law the case was bound, and how each legal limit was counted, with its source', () => {
    const { entries } = calendar('granted');
    expect(entries[0]?.text).toMatch(/bound to .*SE-1957-668/);
    const arrest = entries.find(({ what, text }) => what === 'clock runs' && text.startsWith('SWE23-40'));
    expect(arrest?.text).toMatch(
      /excluded; day 40 is .*; custody limit: not moved; .*1957:668, s\. 23.*NOT VERIFIED/,
    );
  });

  it('tells the Region by mail what comes of its request, and nothing to do but its own', () => {
    const mails = calendar('regional').entries.filter(({ what }) => what === 'mail');
    const toErbil = mails.map(({ text }) => text).filter((text) => text.includes('.erbil'));
    const told = toErbil.filter((text) => text.startsWith('step-outcome'));
    for (const step of ['foreign-ministry', 'transmission', 'decision', 'surrender'])
      expect(told).toContainEqual(expect.stringContaining(step));
    const tasks = toErbil.filter((text) => text.startsWith('task-opened')).map((text) => text.split(' ')[1]);
    expect(tasks).toEqual(['regional-approval', 'regional-transmission']);
  });

  it('counts by the law of the State that is asked: thirty and sixty days of Riyadh art. 44', () => {
    const { entries } = calendar('jordan');
    expect(entries[0]?.text).toMatch(/missing: evidence-of-participation; bound to .*RIYADH-1983/);
    const days = dayOf(calendar('jordan'), 11);
    expect(lastDayOf(calendar('jordan'), 'RIY44-30-ABROAD')).toBe(days.add({ days: 30 }).toString());
    expect(lastDayOf(calendar('jordan'), 'RIY44-60-ABROAD')).toBe(days.add({ days: 60 }).toString());
    expect(entries.filter(({ what }) => what === 'EXPIRED').map(({ text }) => text)).not.toContainEqual(
      expect.stringContaining('RIY44'),
    );
  });

  it('is in the order of time', () => {
    const times = calendar('not-taken-over').entries.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
  });
});

describe('the command', () => {
  it('prints one JSON document and nothing else on standard output', () => {
    const { code, out } = taslim(['simulate', 'outgoing-extradition', '--refused', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ branch: 'refused', outcome: 'refused' });
  });

  it.each([
    [['simulate', 'nonsense']],
    [['simulate', 'outgoing-extradition', '--nonsense']],
    [['simulate', 'outgoing-extradition', '--refused', '--expired']],
  ])('answers wrong usage %j with one line and exit code 2', (args) => {
    const { code, error } = taslim(args);
    expect(code).toBe(2);
    expect(error).toMatch(/^taslim: .+\n$/);
  });
});
