import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { hashOfSources, kept } from './bundle-cache';

const root = resolve(__dirname, '..');

/** The workflow code as one text. */
export interface WorkflowBundle {
  readonly code: string;
}

/**
 * The workflow code as one bundle. Making it takes seconds: one that was made from the same sources before is taken
 * from `cacheDir`, where there is one. `traced` adds what carries a trace through a workflow; a run that was begun with
 * the one goes on with the other.
 */
export async function bundleWorkflows({
  traced = false,
  cacheDir,
}: {
  readonly traced?: boolean;
  readonly cacheDir?: string;
} = {}): Promise<WorkflowBundle> {
  const key = cacheDir === undefined ? undefined : hashOfSources(root);
  if (cacheDir === undefined || key === undefined) return { code: await makeBundle(traced) };
  const installation = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const folder = join(cacheDir, 'workflow-bundles', `${installation}-${traced ? 'traced' : 'plain'}`);
  return { code: await kept(folder, key, () => makeBundle(traced)) };
}

async function makeBundle(traced: boolean): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: require.resolve('../workflows'),
    workflowInterceptorModules: traced ? [require.resolve('./trace-updates')] : [],
    logger: new DefaultLogger('WARN'),
  });
  return code;
}
