import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of this test file, gone when its tests are done; other users may pass through it, as PostgreSQL's must
 * when the tests run as root. Hooks that stop services stand inside a `describe`: they run before this one.
 */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'taslim-test-'));
  chmodSync(folder, 0o711);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
