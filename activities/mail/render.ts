import type { Language } from '../../locales';
import { mailContent } from './content';
import type { MailMessage } from './message';
import { renderHtml } from './render-html';
import { renderText } from './render-text';

/** A mail ready to be sent; `html` is a whole document. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Renders a mail in its reader's language, Arabic and Sorani right to left. Every param is escaped in the HTML. */
export function renderMail(mail: MailMessage & { readonly language: Language }): RenderedMail {
  const content = mailContent(mail.language, mail);
  return { subject: content.subject, text: renderText(content), html: renderHtml(content) };
}
