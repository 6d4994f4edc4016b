import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder';

const program = join(__dirname, '../../bin/taslim.js');
const dataDir = temporaryFolder();

function deadlines(...args: string[]) {
  const result = spawnSync(process.execPath, [program, 'deadlines', ...args], {
    encoding: 'utf8',
    env: { ...process.env, TASLIM_DATA: dataDir },
  });
  return { code: result.status, out: result.stdout, error: result.stderr };
}

const custody = [
  '--rule',
  'SWE23-40',
  '--trigger',
  '2026-03-03T23:30:00+01:00',
  '--zone',
  'Europe/Stockholm',
];

describe('npm run deadlines', () => {
  it('prints the answer as a table, alone on standard output, and says whose calendars it asked', () => {
    const { code, out, error } = deadlines(...custody);
    expect(code).toBe(0);
    expect(out).toMatch(/^Rule +SWE23-40 \(law\)$/m);
    expect(out).toMatch(/^Last day +2026-04-12$/m);
    expect(out).toMatch(/NOT VERIFIED/);
    expect(out).toMatch(/day 40 is Sunday 12 April 2026/);
    expect(error).toMatch(/^calendars: as shipped/);
  });

  it('gives the same to a program, and in another language', () => {
    const { due, reasoning } = JSON.parse(deadlines(...custody, '--json', '--language', 'ckb').out);
    expect(due).toMatchObject({ date: '2026-04-12', instant: '2026-04-12T22:00:00.000Z' });
    expect(reasoning.join()).toMatch(/یەکشەممە/);
  });

  it('takes a limit without a rule, acts and a penalty', () => {
    const limit = ['--amount', '2', '--unit', 'month', '--class', 'B', '--trigger', '2026-03-03T10:00'];
    expect(deadlines(...limit, '--zone', 'Asia/Baghdad').out).toMatch(/^Last day +2026-05-03$/m);
    const detention = ['--rule', 'CPC109-15D', '--trigger', '2026-03-03T10:00', '--zone', 'Asia/Baghdad'];
    const { out } = deadlines(
      ...detention,
      '--act',
      'extension@2026-03-17T09:00',
      '--maximum-penalty',
      '5 year',
    );
    expect(out).toMatch(/^Last day +2026-04-01$/m);
  });

  it('names a zone of the owner that is none, with the other faults', () => {
    const { code, out, error } = deadlines(
      ...custody,
      '--owner-zone',
      'Foo/Bar',
      '--limit-date',
      '2026-03-35-1',
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(/^taslim: owner-zone: must be the IANA time zone/m);
    expect(error).toMatch(/^taslim: limit-date: /m);
  });

  it('names every fault by its option, with exit code 2', () => {
    const { code, out, error } = deadlines('--rule', 'X', '--trigger', 'now', '--zone', 'Asia/Baghdad');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(/^taslim: rule: There is no such rule/m);
    expect(error).toMatch(/^taslim: trigger: 'now' is neither/m);
    expect(deadlines('--rule', 'SWE23-40', '--trigger', '2026-03-03T10:00').error).toMatch(
      /^taslim: zone: /m,
    );
  });
});
