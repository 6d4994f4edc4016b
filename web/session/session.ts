import type { Request, RequestHandler, Response } from 'express';
import { NotSignedInError } from '../../services/errors';
import { requireFreshLogin } from '../../services/officers/fresh-login';
import { findSession, type OfficerSession } from '../../services/sessions/find-session';
import { signInPath } from '../sign-in/paths';
import type { Site } from '../site';
import { sessionCookie } from './cookies';

type SessionSite = Pick<Site, 'context' | 'cookies'>;

/** Looks who is signed in; `findSessionOf` tells. What is shown to a person is kept by no cache. */
export function withSession({ context, cookies }: SessionSite): RequestHandler {
  return async (request, response, next) => {
    const token = cookies.read(request, sessionCookie);
    response.locals.session = token === null ? null : await findSession(context, token);
    response.setHeader('Cache-Control', 'no-store');
    next();
  };
}

/**
 * Lets only officers who are signed in go on; `sessionOf` says who it is. Who asks for a page is sent to sign in and comes
 * back to it; who sends something is told, because it would be lost on the way.
 */
export function requireSession(site: SessionSite): RequestHandler[] {
  return [
    withSession(site),
    (request, response, next) => {
      if (findSessionOf(response) !== null) next();
      else if (isRead(request)) response.redirect(303, signInPath({ returnTo: request.originalUrl }));
      else throw new NotSignedInError('no session', false);
    },
  ];
}

/** Behind `requireSession`, before one of the gravest acts and the page that leads to it: asks for a fresh login. */
export function requireFreshSession({ context }: Pick<Site, 'context'>): RequestHandler {
  return (request, response, next) => {
    try {
      requireFreshLogin(context, sessionOf(response).officer);
    } catch (error) {
      if (!isRead(request)) throw error;
      response.redirect(303, signInPath({ returnTo: request.originalUrl, fresh: true }));
      return;
    }
    next();
  };
}

/** Who is signed in, behind `withSession` or `requireSession`; null for nobody. */
export function findSessionOf(response: Response): OfficerSession | null {
  return (response.locals.session as OfficerSession | null | undefined) ?? null;
}

/** Who is signed in, behind `requireSession`. @throws NotSignedInError */
export function sessionOf(response: Response): OfficerSession {
  const session = findSessionOf(response);
  if (session === null) throw new NotSignedInError('no session', false);
  return session;
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}
