import { randomUUID } from 'node:crypto';
import type { Router } from 'express';

export interface WalkedRoute {
  readonly method: string;
  readonly path: string;
  /** `GET /cases/:caseId` */
  readonly name: string;
  /** The path with an id that stands for nothing in each of its places. */
  readonly url: string;
}

/** Every route that a router really has, also those that nobody declared. */
export function routesOf(router: Router): WalkedRoute[] {
  return router.stack.flatMap(({ route }) => {
    if (!route) return [];
    const methods = new Set(route.stack.map((layer) => layer.method.toUpperCase()));
    return [...methods].map((method) => ({
      method,
      path: route.path,
      name: `${method} ${route.path}`,
      url: route.path.replaceAll(/:\w+/g, () => randomUUID()),
    }));
  });
}
