import express from 'express';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { healthRouter } from '../../api/health';
import { metricsPage } from '../../api/observe';
import type { Config } from '../config';
import type { RunningCaseWorker } from './run-worker';
import { type Running, serve } from './serve';

const graceMs = 1_000;

/**
 * `/health` and `/metrics` of a worker that runs apart from the API, where the configuration gives it a port.
 *
 * @throws UserError when the port is taken
 */
export async function serveWorker(
  { host, workerPort }: Pick<Config, 'host' | 'workerPort'>,
  { probes, metrics }: Pick<RunningCaseWorker, 'probes' | 'metrics'>,
): Promise<Running | undefined> {
  if (workerPort === undefined) return undefined;
  const process = new Registry();
  collectDefaultMetrics({ register: process });
  const app = express();
  app.disable('x-powered-by');
  app.use('/health', healthRouter(probes));
  app.get('/metrics', metricsPage([process, metrics]));
  return await serve(app, { host, port: workerPort, portVariable: 'WORKER_PORT', graceMs });
}
