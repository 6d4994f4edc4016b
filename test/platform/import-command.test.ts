import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RowReport } from '../../services/import/import-report';
import { Caller } from '../api/caller';
import { readCase } from '../api/case-play';
import { manager, rowAt } from '../api/import-play';
import { type Installation, startInstallation } from '../support/installation';
import { temporaryFolder } from './temporary-folder';

const program = join(__dirname, '../../bin/taslim.js');
const sample = join(__dirname, '../../samples/running-cases.csv');
const folder = temporaryFolder();

describe('taslim import', () => {
  let installation: Installation;
  let tokenFile: string;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    tokenFile = join(folder, 'token');
    writeFileSync(tokenFile, `${await installation.token(manager)}\n`);
  });
  afterAll(() => installation.stop());

  /** As a process of its own, beside the API of this one. */
  async function taslim(file: string, ...options: string[]) {
    const args = [program, 'import', file, '--token-file', tokenFile, ...options];
    const env = { ...process.env, TASLIM_DATA: folder, PUBLIC_URL: installation.url };
    const child = spawn(process.execPath, args, { env });
    let [out, error] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      error += text;
    });
    const [code] = await once(child, 'close');
    return { code, out, error };
  }

  const rowsIn = (out: string): RowReport[] =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  const written = (name: string, rows: unknown) => {
    const file = join(folder, name);
    writeFileSync(file, typeof rows === 'string' ? rows : JSON.stringify(rows));
    return file;
  };

  it('previews the sample, imports it, and imports it once', async () => {
    const caller = new Caller(installation);
    const preview = await taslim(sample, '--preview');
    expect(preview).toMatchObject({ code: 0, error: '' });
    expect(preview.out).toMatch(
      /^ready {2}row 1 {2}2026\/31\n {4}transmitted\n {4}\. Receipt by the requested side \(Liaison officer\)\nready: 1/,
    );
    const [row] = rowsIn((await taslim(sample, '--json')).out);
    expect(row).toMatchObject({ result: 'imported', reference: '2026/31' });
    const item = await readCase(caller, row?.caseId ?? '', manager);
    expect(item.facts).toEqual([expect.objectContaining({ details: { channel: 'diplomatic' } })]);
    const again = await taslim(sample);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('imported-before: 1') });
  });

  it('tells what is wrong with each row in the language asked for, and ends with 1', async () => {
    const good = await rowAt(new Caller(installation), 'at its beginning', 'in-file');
    const file = written('rows.json', [good, { ...good, reference: 'other', past: 'none' }]);
    const { code, out } = await taslim(file, '--language', 'ar');
    expect(code).toBe(1);
    expect(out).toMatch(/imported {2}row 1 {2}in-file {2}TAS-/);
    expect(out).toMatch(/refused {2}row 2 {2}other\n {4}\/past: [\u0600-\u06ff]/);
  });

  it('sends many rows in parts, and numbers them through', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({ source: 'none', reference: `r${index}` }));
    const { code, out } = await taslim(
      written('many.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')),
      '--json',
    );
    expect(code).toBe(1);
    expect(rowsIn(out).map(({ index, reference }) => [index, reference])).toEqual(
      rows.map(({ reference }, index) => [index, reference]),
    );
  });

  it.each([
    ['no-such-file.json', null, /no-such-file\.json: .*ENOENT/],
    ['empty.json', '[]', /empty\.json: the file holds no rows/],
    ['broken.json', '{', /broken\.json: the file is no JSON/],
    ['broken.csv', '/reference\n"7', /broken\.csv: line 2 cannot be read as CSV/],
  ])('says in one line that %s cannot be read', async (name, content, message) => {
    const file = content === null ? join(folder, name) : written(name, content);
    const { code, out, error } = await taslim(file);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toMatch(message);
    expect(error.trim().split('\n')).toHaveLength(1);
  });
});
