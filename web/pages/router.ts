import { type Request, Router } from 'express';
import { type Language, preferredLanguage, text } from '../../locales';
import { html } from '../../locales/html';
import { layout, style } from './layout';

const languageOf = (request: Request): Language => preferredLanguage(request.get('accept-language'));

/**
 * The pages that need no sign-in: where to go, and where a link in a mail leads. The page of a case says how to read
 * it and is the same for every id, so that it tells nobody whether a case exists.
 *
 * @param extra further links, as path and text key
 */
export function pagesRouter(extra: readonly { path: string; key: 'page.home.mail' }[]): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const language = languageOf(request);
    const links = [{ path: '/api/reference', key: 'page.home.reference' as const }, ...extra];
    const content = html`<p>${text(language, 'page.home.intro')}</p>
<ul>
${links.map(({ path, key }) => html`<li><a href="${path}">${text(language, key)}</a></li>\n`)}</ul>`;
    response.send(layout(language, 'Taslim', content));
  });
  router.get('/cases/:caseId', (request, response) => {
    const language = languageOf(request);
    const address = `/api/v1/cases/${encodeURIComponent(request.params.caseId)}`;
    const content = html`<p>${text(language, 'page.case.intro')}</p>
<p><bdi dir="ltr"><code>GET ${address}</code></bdi></p>
<p><a href="/api/reference">${text(language, 'page.home.reference')}</a></p>`;
    response.send(layout(language, text(language, 'page.case.title'), content));
  });
  router.get('/style.css', (_request, response) => {
    response.type('css').send(style);
  });
  return router;
}
