import type { Router } from 'express';
import { capturedMailRouter } from '../../web/captured-mail';
import type { Addresses } from '../running';

/** Pages of the embedded parts: the mail that the capture has kept. With a real SMTP server there are none. */
export function embeddedPages({ mailStore }: Addresses): { path: string; router: Router }[] {
  return mailStore === undefined ? [] : [{ path: '/mail', router: capturedMailRouter(mailStore) }];
}
