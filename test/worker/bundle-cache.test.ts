import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { bundledFolders, hashOfSources, kept } from '../../worker/bundle-cache';
import { sharedParts } from '../support/shared-parts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taslim-bundles-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the hash of what a bundle is made from', () => {
  const lock = 'node_modules/.package-lock.json';
  const write = (name: string, text: string) => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };

  beforeEach(() => {
    write(lock, '{}');
    for (const name of bundledFolders) write(`${name}/deep/one.ts`, 'one');
  });

  it('is the same for the same sources, and whatever else changes', () => {
    const before = hashOfSources(folder);
    write('api/one.ts', 'other');
    expect(hashOfSources(folder)).toBe(before);
  });

  it.each([
    ...bundledFolders.flatMap((name) => [
      [`${name}/deep/one.ts`, 'a change'],
      [`${name}/two.json`, 'one more'],
    ]),
    [lock, 'other packages'],
  ])('is another for another %s (%s)', (name) => {
    const before = hashOfSources(folder);
    write(name, 'other');
    expect(hashOfSources(folder)).not.toBe(before);
  });

  it('is another when a file goes by another name', () => {
    const before = hashOfSources(folder);
    rmSync(join(folder, 'domain/deep/one.ts'));
    write('domain/deep/other.ts', 'one');
    expect(hashOfSources(folder)).not.toBe(before);
  });

  it('is not told where nobody knows what is installed', () => {
    rmSync(join(folder, lock));
    expect(hashOfSources(folder)).toBeUndefined();
  });

  it('looks at every file of the project that the bundle holds', () => {
    const root = resolve(__dirname, '../..');
    const code = readFileSync(sharedParts().bundlePath, 'utf8');
    const map = /sourceMappingURL=data:application\/json;[^,]*base64,(\S+)/.exec(code)?.[1] ?? '';
    const { sources } = JSON.parse(Buffer.from(map, 'base64').toString('utf8')) as { sources: string[] };
    const own = sources
      .filter((source) => isAbsolute(source) && !source.includes('/node_modules/'))
      .map((source) => relative(root, source));
    expect(own.length).toBeGreaterThan(50);
    expect(own.filter((file) => !bundledFolders.some((name) => file.startsWith(`${name}/`)))).toEqual([]);
  });
});

describe('a kept bundle', () => {
  let made = 0;
  const make = async () => `bundle ${++made}`;

  beforeEach(() => {
    made = 0;
  });

  it('is made once for its key, and takes the place of the one before', async () => {
    const inside = join(folder, 'not', 'there');
    expect([await kept(inside, 'a', make), await kept(inside, 'a', make)]).toEqual(['bundle 1', 'bundle 1']);
    expect(await kept(inside, 'b', make)).toBe('bundle 2');
    expect(readdirSync(inside)).toEqual(['b.js']);
  });

  it('is made each time where nothing can be kept', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect([await kept(file, 'a', make), await kept(file, 'a', make)]).toEqual(['bundle 1', 'bundle 2']);
  });
});
