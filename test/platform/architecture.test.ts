import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { temporaryFolder } from './temporary-folder';

const root = resolve(__dirname, '../..');
const project = temporaryFolder();

/** Writes a small project and gives what the architecture check of this project says about it. */
function violations(files: Record<string, string>): string {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), content);
  }
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(root, '.dependency-cruiser.cjs');
  return spawnSync(process.execPath, [cruiser, '--config', config, '.'], { cwd: project, encoding: 'utf8' })
    .stdout;
}

beforeAll(() => {
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  writeFileSync(join(project, 'package.json'), '{ "dependencies": { "zod": "4" } }');
});

describe('the architecture check', () => {
  it('lets the arrows of the design pass', () => {
    const said = violations({
      'domain/rule.ts': "import { z } from 'zod';\nexport const rule = z.string();\n",
      'services/use-case.ts': "import { rule } from '../domain/rule';\nexport const use = rule;\n",
      'api/route.ts': "import { use } from '../services/use-case';\nexport const route = use;\n",
    });
    expect(said).toContain('no dependency violations found');
  });

  it('finds an arrow that points the other way, even of a type', () => {
    const file = "import type { use } from '../services/use-case';\nexport type Use = typeof use;\n";
    expect(violations({ 'domain/wrong-arrow.ts': file })).toContain(
      'arrows-of-domain: domain/wrong-arrow.ts → services/use-case.ts',
    );
  });

  it('finds a cycle, even of types alone', () => {
    const said = violations({
      'domain/hen.ts': "import type { Egg } from './egg';\nexport type Hen = Egg | 1;\n",
      'domain/egg.ts': "import type { Hen } from './hen';\nexport type Egg = Hen[] | 2;\n",
    });
    expect(said).toContain('no-cycle');
  });

  it('finds input and output in the domain', () => {
    const file = "import { readFileSync } from 'node:fs';\nexport const text = readFileSync;\n";
    expect(violations({ 'domain/reads-a-file.ts': file })).toContain(
      'domain-is-pure: domain/reads-a-file.ts → fs',
    );
  });

  it('finds what would make a replay differ in a workflow', () => {
    const file = "import { randomUUID } from 'node:crypto';\nexport const id = randomUUID;\n";
    expect(violations({ 'workflows/random.ts': file })).toContain('workflows-are-deterministic');
  });
});
