import express, { Router } from 'express';
import type { Logger } from 'pino';
import type { ServiceContext } from '../services/context';
import type { TokenVerifier } from './authenticate';
import { openApiDocument } from './openapi';
import type { Route } from './route';
import { routes } from './routes';
import { runRoute } from './run-route';

const bodyLimitBytes = 1_048_576;

/**
 * Builds the router from the declarations. A declaration without a permission or an audit event stops the start:
 * nothing is reachable that nobody allowed.
 */
export function apiRouter(context: ServiceContext, verify: TokenVerifier, log: Logger): Router {
  const router = Router({ mergeParams: true });
  router.get('/openapi.json', (_request, response) => {
    response.json(openApiDocument);
  });
  const readJson = express.json({ limit: bodyLimitBytes, strict: true, type: () => true });
  for (const declared of routes) {
    assertDeclared(declared);
    router[declared.method](declared.path, runRoute(declared, { context, verify, log, readJson }));
  }
  return router;
}

/** @throws Error for a route that names no permission or no audit event */
export function assertDeclared({ method, path, permission, auditEvent }: Partial<Route>): void {
  if (!permission || !auditEvent) {
    throw new Error(`${method?.toUpperCase()} ${path} declares no permission or no audit event`);
  }
}
