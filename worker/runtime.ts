import { DefaultLogger, type LogEntry, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';

/** What the SDK logs beside its message that is safe to keep: ids and types, no payloads. */
const keptFields = ['workflowId', 'runId', 'workflowType', 'activityType', 'attempt', 'taskQueue', 'code'];

let installed = false;

/**
 * Sets the SDK's process-wide runtime up, once: its log goes to ours, and it leaves the signals to whoever started
 * the process.
 */
export function installRuntime(log: Logger): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    logger: new DefaultLogger('WARN', (entry) => write(log, entry)),
    // The core would write to standard output otherwise, where commands give their results.
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
    shutdownSignals: [],
  });
}

function write(log: Logger, { level, message, meta }: LogEntry): void {
  const fields = Object.fromEntries(
    keptFields.flatMap((name) => (meta && name in meta ? [[name, meta[name]]] : [])),
  );
  if (level === 'ERROR') log.error(fields, message);
  else log.warn(fields, message);
}
