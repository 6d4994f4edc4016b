import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { requestIdOf } from './request-id';

/** Metrics of one process, by route and result: no ids, no names. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Counter({
    name: 'taslim_http_requests_total',
    help: 'Requests answered, by route and status',
    labelNames: ['method', 'route', 'status'],
    registers: [this.registry],
  });
  readonly #durations = new Histogram({
    name: 'taslim_http_request_duration_seconds',
    help: 'Time to the answer, by route',
    labelNames: ['method', 'route'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.#requests.inc({ method, route, status });
    this.#durations.observe({ method, route }, seconds);
  }
}

/** Answers with all that these registries hold: one page for a process, whatever it does. */
export function metricsPage(registries: readonly Registry[]): RequestHandler {
  const all = Registry.merge([...registries]);
  return async (_request, response) => {
    response.type(all.contentType).send(await all.metrics());
  };
}

/** Names the declared route of a request for log, metrics and traces; a path may hold ids, a route does not. */
export function nameRoute(response: Response, route: string): void {
  response.locals.route = route;
}

/** The name given by `nameRoute`; 'other' for everything that is no declared route. */
export function routeOf(response: Response): string {
  return String(response.locals.route ?? 'other');
}

/** Counts and logs every request when it has been answered: ids, route, status, time. */
export function observe(metrics: Metrics, log: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const began = process.hrtime.bigint();
    response.once('finish', () => {
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      const { method } = request;
      const route = routeOf(response);
      const status = response.statusCode;
      metrics.observe(method, route, status, seconds);
      const fields = {
        requestId: requestIdOf(response),
        method,
        route,
        status,
        ms: Math.round(seconds * 1_000),
      };
      log.info(fields, 'request');
    });
    next();
  };
}
