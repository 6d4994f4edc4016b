import express, { type Express, type Request, type Response } from 'express';
import { type Language, preferredLanguage, text } from '../../locales';
import { type Html, html } from '../../locales/html';
import { layout, style } from '../../web/pages/layout';
import { roleName } from '../../web/pages/role-name';
import type { Account, IdentityProvider } from './identity-provider';

interface Shown {
  readonly accounts: readonly Account[];
  /** Where the sign-in leads back to. */
  readonly publicUrl: string;
}

/**
 * The embedded provider with its page: whoever signs in chooses a sample officer, and no password is asked for. It says
 * so itself; in production nothing of this starts.
 */
export function identityApp(provider: IdentityProvider, { accounts, publicUrl }: Shown): Express {
  const app = express();
  app.disable('x-powered-by');
  const policy = `default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${new URL(publicUrl).origin}`;
  const send = (response: Response, status: number, page: string) => {
    response.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' });
    response.status(status).send(page);
  };
  const isOpen = async (request: Request, response: Response) => {
    const found = await provider.interactionDetails(request, response).catch(() => null);
    if (found !== null) return true;
    send(response, 400, gonePage(languageOf(request)));
    return false;
  };
  app.get('/interaction/:uid', async (request, response) => {
    if (await isOpen(request, response))
      send(response, 200, choicePage(languageOf(request), accounts, request.path));
  });
  app.post('/interaction/:uid', express.urlencoded({ extended: false }), async (request, response) => {
    if (!(await isOpen(request, response))) return;
    const { subject } = (request.body ?? {}) as { readonly subject?: unknown };
    const chosen = accounts.find((account) => account.subject === subject);
    if (chosen === undefined)
      return send(response, 422, choicePage(languageOf(request), accounts, request.path));
    await provider.interactionFinished(request, response, { login: { accountId: chosen.subject } });
  });
  app.get('/style.css', (_request, response) => {
    response.type('css').send(style);
  });
  app.use(provider.callback());
  return app;
}

const languageOf = (request: Request): Language => preferredLanguage(request.get('accept-language'));

function choicePage(language: Language, accounts: readonly Account[], action: string): string {
  const agencies = [...new Set(accounts.map(({ agency }) => agency))];
  const content = html`<p>${text(language, 'page.choose-officer.intro')}</p>
<form method="post" action="${action}">
${agencies.map((agency) => officersOf(language, agency, accounts))}</form>`;
  return layout(language, text(language, 'page.choose-officer.title'), content);
}

function officersOf(language: Language, agency: string, accounts: readonly Account[]): Html {
  const own = accounts.filter((account) => account.agency === agency);
  return html`<h2><bdi>${agency}</bdi></h2>
<ul>
${own.map(
  ({ subject, roles }) =>
    html`<li><button name="subject" value="${subject}"><bdi dir="ltr">${subject}</bdi></button> ${roles.map((role) => roleName(language, role)).join(', ')}</li>\n`,
)}</ul>
`;
}

function gonePage(language: Language): string {
  const title = text(language, 'page.choose-officer.title');
  return layout(language, title, html`<p>${text(language, 'page.choose-officer.gone')}</p>`);
}
