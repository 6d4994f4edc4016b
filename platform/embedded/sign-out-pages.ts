import { preferredLanguage, text } from '../../locales';
import { type Html, html } from '../../locales/html';
import { layout } from '../../web/pages/layout';

/** The page on which a sign-out is confirmed. `form` is the provider's own markup of a form without a button. */
export function signOutPage(acceptLanguage: string | undefined, form: Html): string {
  const language = preferredLanguage(acceptLanguage);
  const button = html`<button form="op.logoutForm" name="logout" value="yes" autofocus>${text(language, 'page.sign-out.here')}</button>`;
  return layout(language, text(language, 'page.signed-out.provider'), html`${form}${button}`);
}

/** What is shown after it to whom no application waits for. */
export function signedOutPage(acceptLanguage: string | undefined): string {
  const language = preferredLanguage(acceptLanguage);
  return layout(language, text(language, 'page.signed-out.title'), html``);
}
