import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder';

const root = join(__dirname, '../..');
const folder = temporaryFolder();
const notNeeded = new Set(['', 'test', 'docs', 'node_modules']);

/** A copy of the product whose law can be broken. */
function copyProduct(): void {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const folders = new Set(files.split('\n').map((file) => file.split('/')[0] ?? ''));
  for (const name of folders) {
    if (!notNeeded.has(name)) cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  cpSync(join(root, 'prisma/generated'), join(folder, 'prisma/generated'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

it('a broken catalogue of the law stops the start with file, record and field, before anything runs', () => {
  copyProduct();
  const file = join(folder, 'domain/law/instruments/se-1957-668.json');
  const broken = readFileSync(file, 'utf8')
    .replace('"unit": "month",\n      "includeFirstDay"', '"unit": "fortnight",\n      "includeFirstDay"')
    .replace(/"source": "[^"]*s\. 23: [^"]*",/, '');
  writeFileSync(file, broken);
  for (const command of ['start', 'api', 'worker']) {
    const { status, stderr, stdout } = spawnSync(process.execPath, [join(folder, 'bin/taslim.js'), command], {
      encoding: 'utf8',
      env: { ...process.env, TASLIM_DATA: join(folder, 'data') },
    });
    expect({ command, status, stdout }).toEqual({ command, status: 1, stdout: '' });
    expect(stderr).toMatch(/se-1957-668\.json: rule SWE23-40: source: /);
    expect(stderr).toMatch(/se-1957-668\.json: rule SWE20-1M: unit: /);
    expect(stderr).not.toMatch(/^\s+at /m);
  }
});
