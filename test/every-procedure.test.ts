import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { procedures } from '../domain/procedures';
import { declareSimulations } from '../platform/cli/simulate-options';

const there = (...path: string[]) => existsSync(join(__dirname, ...path));
const histories = readdirSync(join(__dirname, 'histories'));

/** What docs/adding-a-procedure.md asks for, so that none is left out of a test that goes by files. */
describe.each(procedures)('the procedure $name', ({ name, version }) => {
  it('has each transition walked, and random commands held to a model', () => {
    expect(there('workflows', `${name}-steps.test.ts`)).toBe(true);
    expect(there('workflows', 'model', `${name}.ts`)).toBe(true);
  });

  it('has a history and a state recorded of the version that new cases begin with', () => {
    for (const kind of ['history', 'state']) {
      const recorded = histories.filter(
        (file) => file.startsWith(`${name}-v${version}`) && file.endsWith(`.${kind}.json`),
      );
      expect(recorded).not.toEqual([]);
    }
  });

  it('has a picture, and can be simulated with branches', () => {
    expect(there('..', 'docs', 'procedures', `${name}.svg`)).toBe(true);
    const simulate = new Command('simulate');
    declareSimulations(simulate);
    const branches = simulate.commands.find((command) => command.name() === name)?.options ?? [];
    expect(branches.filter(({ long }) => !['--json', '--from'].includes(long ?? '')).length).toBeGreaterThan(
      1,
    );
  });
});
