import type { Router } from 'express';
import { capturedMailRouter } from '../../web/captured-mail';
import { pagesRouter } from '../../web/pages/router';
import type { Addresses } from '../running';

const mailPath = '/mail';

/** The pages beside the API. What the embedded mail capture has kept is among them; with a real SMTP server it is not. */
export function pages({ mailStore }: Addresses): { path: string; router: Router }[] {
  if (mailStore === undefined) return [{ path: '/', router: pagesRouter([]) }];
  return [
    { path: '/', router: pagesRouter([{ path: mailPath, key: 'page.home.mail' }]) },
    { path: mailPath, router: capturedMailRouter(mailStore) },
  ];
}
