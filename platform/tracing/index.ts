import type { Logger } from 'pino';
import type { Config } from '../config';
import type { Tracing } from './tracing';

export type { Tracing } from './tracing';

/**
 * Sets tracing up for this process when the configuration names a collector; undefined otherwise. Nothing of
 * OpenTelemetry but its small interface is loaded then, so this must come before what it is to trace.
 *
 * @param service how the process is named in the traces
 */
export function startTracing(
  { otlpEndpoint }: Pick<Config, 'otlpEndpoint'>,
  service: string,
  log: Logger,
): Tracing | undefined {
  if (otlpEndpoint === undefined) return undefined;
  const { trace } = require('./trace') as typeof import('./trace');
  return trace(otlpEndpoint, service, log);
}
