import { type Request, type RequestHandler, urlencoded } from 'express';
import { type Html, html } from '../../locales/html';
import { ForeignFormError } from '../../services/errors';
import type { OfficerSession } from '../../services/sessions/find-session';
import { sameToken } from '../../services/sessions/session-token';
import type { Site } from '../site';
import { sessionOf } from './session';

const formLimitBytes = 100_000;

/** What every form of a page carries: who sends it must have read the page. */
export function formField({ formToken }: Pick<OfficerSession, 'formToken'>): Html {
  return html`<input type="hidden" name="formToken" value="${formToken}">`;
}

/**
 * Behind `requireSession`, before whatever a form changes: reads the form and lets only those go on that a page of this
 * session made. A browser that says another site has sent it is believed without looking further.
 */
export function requireOwnForm({ publicUrl }: Pick<Site, 'publicUrl'>): RequestHandler[] {
  const ownOrigin = new URL(publicUrl).origin;
  return [
    urlencoded({ extended: false, limit: formLimitBytes }),
    (request, response, next) => {
      const { formToken } = (request.body ?? {}) as { readonly formToken?: unknown };
      if (isFromElsewhere(request, ownOrigin) || !sameToken(formToken, sessionOf(response).formToken)) {
        throw new ForeignFormError('not a form of this session');
      }
      next();
    },
  ];
}

/** By Fetch Metadata, and by Origin from browsers that are older or come without https. */
export function isFromElsewhere(request: Pick<Request, 'get'>, ownOrigin: string): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin';
  const origin = request.get('origin');
  return origin !== undefined && origin !== ownOrigin;
}
