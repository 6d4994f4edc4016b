import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder';

const program = join(__dirname, '../../bin/taslim.js');
const dataDir = temporaryFolder();

function taslim(args: string[], env: Record<string, string> = {}) {
  const result = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, TASLIM_DATA: dataDir, ...env },
  });
  return { code: result.status, out: result.stdout, error: result.stderr };
}

describe('the command line', () => {
  it('tells its commands and exit codes', () => {
    const { code, out } = taslim(['--help']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /start[\s\S]*embedded[\s\S]*token <officer>[\s\S]*Exit codes: 0 done, 1 failed, 2 wrong usage/,
    );
  });

  it.each([[['nonsense']], [['token']], [['token', 'auditor', 'more']], [['start', '--nonsense']]])(
    'answers wrong usage %j with one line and exit code 2',
    (args) => {
      const { code, out, error } = taslim(args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(error).toMatch(/^taslim: .+\n$/);
    },
  );

  it('says on one line what to do when nothing is running', () => {
    const { code, out, error } = taslim(['token', 'auditor']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toMatch(/^taslim: nothing is running from .+\. Run npm start .+\n$/);
  });

  it('names each fault of the configuration on a line of its own', () => {
    const { code, error } = taslim(['embedded'], { PORT: 'x', SMTP_URL: 'mail' });
    expect(code).toBe(1);
    expect(error.trim().split('\n')).toEqual([
      expect.stringMatching(/^taslim: PORT must be/),
      expect.stringMatching(/^taslim: SMTP_URL must be/),
    ]);
  });

  it('refuses embedded parts in production', () => {
    const { code, error } = taslim(['embedded'], { NODE_ENV: 'production' });
    expect(code).toBe(1);
    expect(error).toContain('taslim: DATABASE_URL must be set');
  });

  it('ends everything in order at Ctrl-C, though npm passes it on a second time', async () => {
    const child = spawn(process.execPath, [program, 'embedded'], {
      env: { ...process.env, TASLIM_DATA: dataDir },
    });
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    expect(line).toBe(`ready ${dataDir}\n`);
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});
