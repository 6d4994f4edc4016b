import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { ServiceContext } from '../services/context';
import { apiRouter } from './api-router';
import type { TokenVerifier } from './authenticate';
import { healthRouter, type Probe } from './health';
import { Metrics, metricsPage, observe } from './observe';
import { handleError, noSuchPage } from './problems';
import { referenceRouter } from './reference-page';
import { requestId } from './request-id';
import { traceRequests } from './trace-requests';

/** What the HTTP side is composed of. */
export interface AppParts {
  readonly context: ServiceContext;
  readonly verify: TokenVerifier;
  readonly log: Logger;
  /** What `/health/ready` asks, by name. */
  readonly probes: Readonly<Record<string, Probe>>;
  /** Pages that composition adds, such as the captured mail of the embedded default. */
  readonly pages: readonly { readonly path: string; readonly router: Router }[];
  /** What else is counted in this process, for `/metrics`. */
  readonly metrics?: readonly Registry[];
}

/** Pages load nothing from elsewhere. Inline styles are what the API's reading page needs. */
const ownContentOnly = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'self'"],
};

/** The Express application: one concern a line, in the order in which a request meets them. */
export function createApp({ context, verify, log, probes, pages, metrics: others = [] }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  const metrics = new Metrics();
  app.use(requestId);
  app.use(observe(metrics, log));
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: ownContentOnly },
      // Other sites learn nothing; our own forms say where they come from.
      referrerPolicy: { policy: 'same-origin' },
    }),
  );
  app.use('/health', healthRouter(probes));
  app.get('/metrics', metricsPage([metrics.registry, ...others]));
  app.use(traceRequests);
  app.use('/api/v1', apiRouter(context, verify, log));
  app.use('/api/reference', referenceRouter());
  for (const page of pages) app.use(page.path, page.router);
  app.use(noSuchPage);
  app.use(handleError(log));
  return app;
}
