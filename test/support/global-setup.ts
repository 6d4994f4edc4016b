import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
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
  const write = (name: string, { code }: { readonly code: string }) => {
    const path = join(dataDir, name);
    writeFileSync(path, code);
    return path;
  };
  const bundlePath = write('workflow-bundle.js', await bundleWorkflows());
  const blockBundlePath = write('block-bundle.js', await bundleBlockProcedures());
  const { databaseUrl, ownerUrl, temporalAddress, smtpUrl, oidcIssuer } = embedded;
  const parts: SharedParts = {
    dataDir,
    databaseUrl,
    ownerUrl,
    temporalAddress,
    smtpUrl,
    oidcIssuer,
    bundlePath,
    blockBundlePath,
    testServer,
  };
  writeFileSync(join(dataDir, installationFile), JSON.stringify(parts));
  process.env.TASLIM_TEST_PARTS = join(dataDir, installationFile);
}

function bundleBlockProcedures() {
  return bundleWorkflowCode({
    workflowsPath: require.resolve('../workflows/blocks/block-procedures'),
    logger: new DefaultLogger('WARN'),
  });
}

/** Ends what `setUp` started and removes its folder. */
export async function tearDown(): Promise<void> {
  await embedded.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
