import { type Request, type Response, Router } from 'express';
import { minuteMs } from '../../domain/identity/limits';
import { SignInFailedError } from '../../services/errors';
import { endAllSessions, endSession } from '../../services/sessions/end-session';
import { startSession } from '../../services/sessions/start-session';
import { languageOf } from '../pages/language-of';
import { sessionCookie, signInCookie } from '../session/cookies';
import { requireOwnForm } from '../session/own-form';
import { findSessionOf, requireSession, sessionOf, withSession } from '../session/session';
import type { Site } from '../site';
import { callbackRoute, signInRoute, signOutEverywhereRoute, signOutRoute } from './paths';
import { packSignIn, unpackSignIn } from './pending-sign-in';
import { returnPathOf } from './return-path';
import { signedOutPage } from './signed-out-page';

const signInLifeMs = 10 * minuteMs;

/** The ways in and out: sign-in by the OpenID provider, sign-out here or everywhere. */
export function signInRouter(site: Site): Router {
  const router = Router();
  router.get(signInRoute, withSession(site), (request, response) => begin(site, request, response));
  router.get(callbackRoute, (request, response) => complete(site, request, response));
  const known = [...requireSession(site), ...requireOwnForm(site)];
  router.post(signOutRoute, known, async (request: Request, response: Response) => {
    const token = site.cookies.read(request, sessionCookie) ?? '';
    await endSession(site.context, token, signOutOf(site, response));
    await leave(site, request, response);
  });
  router.post(signOutEverywhereRoute, known, async (request: Request, response: Response) => {
    await endAllSessions(site.context, signOutOf(site, response));
    await leave(site, request, response);
  });
  return router;
}

/** `return` is the path to come back to; `fresh` asks for a login even of who is signed in. */
async function begin(site: Site, request: Request, response: Response): Promise<void> {
  const returnTo = returnPathOf(request.query.return);
  const fresh = request.query.fresh === '1';
  if (findSessionOf(response) !== null && !fresh) {
    response.redirect(303, returnTo);
    return;
  }
  const { stepUpMinutes, sessionMaxMinutes } = site.context.signIn;
  const maxAgeS = 60 * (fresh ? stepUpMinutes : sessionMaxMinutes);
  const { pending, url } = await site.provider.begin({ returnTo, fresh, maxAgeS });
  site.cookies.write(response, signInCookie, packSignIn(pending), signInLifeMs);
  response.redirect(303, url.href);
}

/** A sign-in is ended once, in the browser that began it, and begins a session of its own. */
async function complete(site: Site, request: Request, response: Response): Promise<void> {
  response.setHeader('Cache-Control', 'no-store');
  const pending = unpackSignIn(site.cookies.read(request, signInCookie));
  site.cookies.clear(response, signInCookie);
  if (pending === null) throw new SignInFailedError('no sign-in was begun in this browser');
  const { search } = new URL(request.originalUrl, site.publicUrl);
  const signedIn = await site.provider.complete(search, pending);
  const replaces = site.cookies.read(request, sessionCookie);
  const requestId = site.requestIdOf(response);
  const token = await startSession(site.context, { ...signedIn, replaces, requestId });
  site.cookies.write(response, sessionCookie, token);
  response.redirect(303, returnPathOf(pending.returnTo));
}

/** Signed out here, the browser goes on to the provider; where that does not answer, the page says so by leading home. */
async function leave(site: Site, request: Request, response: Response): Promise<void> {
  site.cookies.clear(response, sessionCookie);
  const provider = await site.provider.endSessionUrl().catch(() => null);
  response.send(signedOutPage(languageOf(request, response), provider));
}

function signOutOf({ requestIdOf }: Site, response: Response) {
  return { officer: sessionOf(response).officer, requestId: requestIdOf(response) };
}
