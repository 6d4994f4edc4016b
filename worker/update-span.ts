/** The header in which the Temporal client's and the activities' interceptors for OpenTelemetry carry a trace. */
export const traceHeader = '_tracer-data';

/** What a workflow says of an Update that it has taken: ids, names and the workflow's own time. */
export interface UpdateSpan {
  readonly name: string;
  readonly updateId: string;
  /** W3C trace context of whoever asked for the Update, and of the span itself. */
  readonly parent: string;
  readonly own: string;
  /** Milliseconds since the epoch. */
  readonly beganAt: number;
  readonly endedAt: number;
  readonly failed: boolean;
}

/** How spans leave the workflow's sandbox. A type, not an interface, because sinks need an index signature. */
export type TraceSinks = { traces: { updateEnded(span: UpdateSpan): void } };
