import { Router } from 'express';
import { problemPage } from './pages/problem-page';
import { pagesRouter } from './pages/router';
import { signInRouter } from './sign-in/router';
import type { Site } from './site';

/** The pages of the product. `extra` are further links of the first page, as path and text key. */
export function webRouter(site: Site, extra: readonly { path: string; key: 'page.home.mail' }[]): Router {
  const router = Router();
  router.use(signInRouter(site));
  router.use(pagesRouter(site, extra));
  router.use(problemPage);
  return router;
}
