import type { Request, Response } from 'express';
import { type Language, preferredLanguage } from '../../locales';
import { findSessionOf } from '../session/session';

/** The language of a page: the officer's own, or what the browser of a stranger prefers. */
export function languageOf(request: Request, response: Response): Language {
  return findSessionOf(response)?.officer.language ?? preferredLanguage(request.get('accept-language'));
}
