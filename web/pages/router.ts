import { Router } from 'express';
import { text } from '../../locales';
import { html } from '../../locales/html';
import { findSessionOf, withSession } from '../session/session';
import type { Site } from '../site';
import { whoIsSignedIn } from './home';
import { languageOf } from './language-of';
import { layout, style } from './layout';

/**
 * The pages that need no sign-in: where to go and who is signed in, and where a link in a mail leads. The page of a case
 * says how to read it and is the same for every id, so that it tells nobody whether a case exists.
 *
 * @param extra further links, as path and text key
 */
export function pagesRouter(site: Site, extra: readonly { path: string; key: 'page.home.mail' }[]): Router {
  const router = Router();
  router.get('/', withSession(site), (request, response) => {
    const language = languageOf(request, response);
    const links = [{ path: '/api/reference', key: 'page.home.reference' as const }, ...extra];
    const content = html`<p>${text(language, 'page.home.intro')}</p>
${whoIsSignedIn(language, findSessionOf(response))}
<ul>
${links.map(({ path, key }) => html`<li><a href="${path}">${text(language, key)}</a></li>\n`)}</ul>`;
    response.send(layout(language, 'Taslim', content));
  });
  router.get('/cases/:caseId', (request, response) => {
    const language = languageOf(request, response);
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
