import type { WorkflowClientInterceptor } from '@temporalio/client';
import type { WorkerOptions } from '@temporalio/worker';

/** What a process that traces gives to its parts. */
export interface Tracing {
  /** For the Temporal client: the trace goes with every Update. */
  readonly clientInterceptors: WorkflowClientInterceptor[];
  /** For the Temporal worker: the trace goes on in its activities, and the workflows' spans come out. */
  readonly worker: Pick<WorkerOptions, 'interceptors' | 'sinks'>;
  /** Sends what is not sent yet, for a few seconds at most, and ends tracing. */
  stop(): Promise<void>;
}
