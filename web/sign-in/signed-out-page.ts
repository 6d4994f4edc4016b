import { type Language, text } from '../../locales';
import { html } from '../../locales/html';
import { layout } from '../pages/layout';

/**
 * What an officer sees who has signed out. The page itself leads on to the provider: a form's answer may not (the form
 * of a page goes nowhere else, by its Content-Security-Policy).
 *
 * @param provider where the sign-out goes on; null for nowhere
 */
export function signedOutPage(language: Language, provider: URL | null): string {
  const home = html`<p><a href="/">${text(language, 'page.home.link')}</a></p>`;
  const further = provider === null ? home : onTo(language, provider);
  const content = html`<p>${text(language, 'page.signed-out.here')}</p>
${further}`;
  return layout(language, text(language, 'page.signed-out.title'), content, provider);
}

function onTo(language: Language, provider: URL) {
  return html`<p><a href="${provider.href}">${text(language, 'page.signed-out.provider')}</a></p>`;
}
