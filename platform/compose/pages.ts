import type { Router } from 'express';
import type { ServiceContext } from '../../services/context';
import { capturedMailRouter } from '../../web/captured-mail';
import { webRouter } from '../../web/router';
import type { Config } from '../config';
import type { Addresses } from '../running';
import { webSite } from './web-site';

const mailPath = '/mail';

/** A router beside the API, and where it is. */
export interface Page {
  readonly path: string;
  readonly router: Router;
}

/** The pages beside the API. What the embedded mail capture has kept is among them; with a real SMTP server it is not. */
export function pages(config: Config, addresses: Addresses): (context: ServiceContext) => Page[] {
  const { mailStore } = addresses;
  return (context) => {
    const site = webSite(config, addresses, context);
    if (mailStore === undefined) return [{ path: '/', router: webRouter(site, []) }];
    return [
      { path: mailPath, router: capturedMailRouter(mailStore) },
      { path: '/', router: webRouter(site, [{ path: mailPath, key: 'page.home.mail' }]) },
    ];
  };
}
