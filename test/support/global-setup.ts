import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareRegister } from '../../platform/compose/prepare-register';
import { loadConfig } from '../../platform/config';
import { type Embedded, startEmbedded } from '../../platform/embedded';
import { resolveTestServer } from '../../platform/temporal-server/test-server';
import { sampleAccounts } from '../../services/officers/sample-officers';
import { bundleWorkflows } from '../../worker/bundle';
import { installationFile, type SharedParts } from './shared-parts';

let embedded: Embedded;
let dataDir: string;

/** The real parts, started once for the whole run in a folder of their own: every suite has its own database in them. */
export default async function setUp(): Promise<void> {
  dataDir = mkdtempSync(join(tmpdir(), 'taslim-test-'));
  const { TASLIM_CACHE, XDG_CACHE_HOME, HOME, PATH, TASLIM_TEST_SERVER } = process.env;
  const config = loadConfig({
    NODE_ENV: 'test',
    TASLIM_DATA: dataDir,
    TASLIM_CACHE,
    XDG_CACHE_HOME,
    HOME,
    PATH,
    TASLIM_TEST_SERVER,
  });
  const report = (line: string) => process.stderr.write(`${line}\n`);
  embedded = await startEmbedded(config, { accounts: sampleAccounts(), report });
  await prepareRegister(config, embedded, report);
  const testServer = await resolveTestServer({
    cacheDir: config.cacheDir,
    report,
    testServer: config.testServer,
  });
  const { code } = await bundleWorkflows();
  const bundlePath = join(dataDir, 'workflow-bundle.js');
  writeFileSync(bundlePath, code);
  const { databaseUrl, ownerUrl, temporalAddress, smtpUrl, oidcIssuer } = embedded;
  const parts: SharedParts = {
    dataDir,
    databaseUrl,
    ownerUrl,
    temporalAddress,
    smtpUrl,
    oidcIssuer,
    bundlePath,
    testServer,
  };
  writeFileSync(join(dataDir, installationFile), JSON.stringify(parts));
  process.env.TASLIM_TEST_PARTS = join(dataDir, installationFile);
}

/** Ends what `setUp` started and removes its folder. */
export async function tearDown(): Promise<void> {
  await embedded.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
