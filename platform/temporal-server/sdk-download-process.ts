import { TestWorkflowEnvironment } from '@temporalio/testing';

async function download(what: string, downloadDir: string, version: string): Promise<void> {
  const server = { executable: { type: 'cached-download' as const, downloadDir, version } };
  const environment =
    what === 'cli'
      ? await TestWorkflowEnvironment.createLocal({ server })
      : await TestWorkflowEnvironment.createTimeSkipping({ server });
  await environment.teardown();
}

const [what = '', downloadDir = '', version = ''] = process.argv.slice(2);
download(what, downloadDir, version).catch((error: unknown) => {
  console.error(String(error));
  process.exitCode = 1;
});
