import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/**
 * The workflow code as one bundle: made once for a process, or once for a whole test run. `traced` adds what carries
 * a trace through a workflow; a run that was begun with the one goes on with the other.
 */
export async function bundleWorkflows({ traced = false } = {}): Promise<WorkflowBundleWithSourceMap> {
  return await bundleWorkflowCode({
    workflowsPath: require.resolve('../workflows'),
    workflowInterceptorModules: traced ? [require.resolve('./trace-updates')] : [],
    logger: new DefaultLogger('WARN'),
  });
}
