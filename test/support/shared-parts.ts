import { readFileSync } from 'node:fs';

/** Where the parts of the test run are; written by the global setup. */
export interface SharedParts {
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly temporalAddress: string;
  readonly smtpUrl: string;
  readonly oidcIssuer: string;
  readonly bundlePath: string;
  /** The bundle of the test-only procedures that show one block each. */
  readonly blockBundlePath: string;
  /** The time-skipping server's executable. */
  readonly testServer: string;
}

export const installationFile = 'parts.json';

/** The parts of this run. */
export function sharedParts(): SharedParts {
  const path = process.env.TASLIM_TEST_PARTS;
  if (!path) throw new Error('the global setup has not run');
  return JSON.parse(readFileSync(path, 'utf8')) as SharedParts;
}
