import { type Request, type RequestHandler, type Response, Router } from 'express';
import { findMail, mailIds, readSummary } from './mailbox';
import { listPage, mailPage, notFoundPage } from './pages';

const PAGE_SIZE = 100;
const MAX_PAGE_SIZE = 1_000;

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
// The mail's own markup: no script, nothing loaded, no rights even where it is opened outside its frame.
const MAIL_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/**
 * Shows the mails that the SMTP capture kept in `folder`: a list (`/`, newest first; JSON where the client prefers
 * it, `?limit=` and `?before=<id>` to page), a page for each mail (`/<id>`) and its HTML (`/<id>/html`). Everybody
 * who reaches it sees everybody's mail: it belongs to the embedded default on loopback, never into production.
 */
export function capturedMailRouter(folder: string): Router {
  const router = Router();
  router.use(headers);
  router.get('/', async (request, response) => {
    const { ids, older } = page(await mailIds(folder), request);
    const mails = await Promise.all(ids.map((id) => readSummary(folder, id)));
    if (request.accepts(['html', 'json']) === 'json') response.json({ mails, older });
    else response.type('html').send(listPage(request.baseUrl, mails, older));
  });
  router.get('/:id', async (request, response) => {
    const mail = await findMail(folder, request.params.id);
    if (mail === null) return notFound(request, response);
    if (request.accepts(['html', 'json']) === 'json') return response.json(mail);
    return response.type('html').send(mailPage(request.baseUrl, mail));
  });
  router.get('/:id/html', async (request, response) => {
    const mail = await findMail(folder, request.params.id);
    if (mail === null || mail.html === null) return notFound(request, response);
    return response
      .set({ 'Content-Security-Policy': MAIL_POLICY, 'X-Frame-Options': 'SAMEORIGIN' })
      .type('html')
      .send(mail.html);
  });
  return router;
}

const headers: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': PAGE_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    Vary: 'Accept',
  });
  next();
};

/** The page of ids that a request asks for, and the id to ask with for the next; null at the end. */
function page(all: readonly string[], request: Request): { ids: string[]; older: string | null } {
  const { before, limit } = request.query;
  const size = typeof limit === 'string' && /^\d{1,4}$/.test(limit) ? Number(limit) : PAGE_SIZE;
  const rest = typeof before === 'string' ? all.filter((id) => id < before) : all;
  const ids = rest.slice(0, Math.min(Math.max(size, 1), MAX_PAGE_SIZE));
  return { ids, older: rest.length > ids.length ? (ids.at(-1) ?? null) : null };
}

function notFound(request: Request, response: Response): Response {
  return response.status(404).type('html').send(notFoundPage(request.baseUrl));
}
