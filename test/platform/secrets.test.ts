import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../platform/errors';
import { loadOrCreateSecrets, readSecrets } from '../../platform/secrets';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();

function newFolder(name: string): string {
  mkdirSync(join(folder, name));
  return join(folder, name);
}

describe('the secrets of an installation', () => {
  it('are made once and stay', () => {
    const dataDir = newFolder('stay');
    expect(readSecrets(dataDir)).toBeUndefined();
    expect(loadOrCreateSecrets(dataDir)).toEqual(loadOrCreateSecrets(dataDir));
  });

  it('are others in every installation, and none is used twice', () => {
    const [one, two] = [loadOrCreateSecrets(newFolder('one')), loadOrCreateSecrets(newFolder('two'))];
    const values = [one, two].flatMap((secrets) =>
      Object.values(secrets).map((value) => JSON.stringify(value)),
    );
    expect(new Set(values).size).toBe(values.length);
  });

  it('may be read by their user alone', () => {
    const dataDir = newFolder('mode');
    loadOrCreateSecrets(dataDir);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('need no escaping in an address', () => {
    const { ownerPassword, appPassword } = loadOrCreateSecrets(newFolder('url'));
    expect(encodeURIComponent(ownerPassword + appPassword)).toBe(ownerPassword + appPassword);
  });

  it('are not replaced when the file is damaged: the person is told', () => {
    const dataDir = newFolder('damaged');
    writeFileSync(join(dataDir, 'secrets.json'), '{"ownerPassword":');
    expect(() => loadOrCreateSecrets(dataDir)).toThrow(UserError);
    expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toBe('{"ownerPassword":');
  });
});
