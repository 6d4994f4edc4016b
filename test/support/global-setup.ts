import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { Client } from 'pg';
import { prepareRegister } from '../../platform/compose/prepare-register';
import { loadConfig } from '../../platform/config';
import { type Embedded, startEmbedded } from '../../platform/embedded';
import { loadOrCreateSecrets } from '../../platform/secrets';
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
  await withoutDisk(embedded.databaseUrl);
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
  const bundlePath = write('workflow-bundle.js', await bundleWorkflows({ cacheDir: config.cacheDir }));
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

/** This PostgreSQL goes with the run: it need not wait for a disk as one that is to survive a power cut does. */
async function withoutDisk(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  url.username = 'postgres';
  url.password = loadOrCreateSecrets(dataDir).superuserPassword;
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.toString() });
  await client.connect();
  try {
    for (const setting of ['fsync', 'full_page_writes'])
      await client.query(`ALTER SYSTEM SET ${setting} = off`);
    await client.query('SELECT pg_reload_conf()');
  } finally {
    await client.end();
  }
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
