import type { ErrorRequestHandler, Request } from 'express';
import { hasText, text } from '../../locales';
import { html } from '../../locales/html';
import {
  OfficerUnknownError,
  ServiceError,
  SignInFailedError,
  StepUpNeededError,
} from '../../services/errors';
import { signInPath } from '../sign-in/paths';
import { returnPathOf } from '../sign-in/return-path';
import { languageOf } from './language-of';
import { layout } from './layout';

/** Answers what the services refuse as a page that says so, with the way to sign in where that would help. */
export const problemPage: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent || !(error instanceof ServiceError)) {
    next(error);
    return;
  }
  const language = languageOf(request, response);
  const key = `problem.${error.code}`;
  const title = hasText(key) ? text(language, key) : error.code;
  const way = html`<p><a href="${signInAgain(error, request)}">${text(language, 'page.sign-in.link')}</a></p>`;
  const home = html`<p><a href="/">${text(language, 'page.home.link')}</a></p>`;
  response.setHeader('Cache-Control', 'no-store');
  response.status(error.status).send(layout(language, title, helpedBySignIn(error) ? way : home));
};

function helpedBySignIn(error: ServiceError): boolean {
  return error.status === 401 || error instanceof SignInFailedError || error instanceof OfficerUnknownError;
}

/** Back to the page whose form was sent, where the browser tells it. Who is known as the wrong one logs in anew. */
function signInAgain(error: ServiceError, request: Request): string {
  const fresh = error instanceof StepUpNeededError || error instanceof OfficerUnknownError;
  return signInPath({ returnTo: error.status === 401 ? pathOf(request.get('referer')) : '/', fresh });
}

function pathOf(address: string | undefined): string {
  if (address === undefined || !URL.canParse(address)) return '/';
  const { pathname, search } = new URL(address);
  return returnPathOf(`${pathname}${search}`);
}
