import type { Response } from 'express';
import type { ServiceContext } from '../services/context';
import type { SiteCookies } from './session/cookies';
import type { SignInProvider } from './sign-in/provider';

/** What the pages are composed of. */
export interface Site {
  readonly context: ServiceContext;
  readonly cookies: SiteCookies;
  readonly provider: SignInProvider;
  /** Where people reach the pages, without a closing slash. */
  readonly publicUrl: string;
  /** The name of a request, for the audit. */
  readonly requestIdOf: (response: Response) => string;
}
