import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { type Request, type Response, Router } from 'express';
import { Client as Database } from 'pg';
import { createApp } from '../../../api/app';
import { tokenVerifier } from '../../../api/authenticate';
import { createLog } from '../../../platform/compose/log';
import { serve } from '../../../platform/compose/serve';
import { webSite } from '../../../platform/compose/web-site';
import { loadConfig } from '../../../platform/config';
import { startIdentity } from '../../../platform/embedded/identity';
import { freePort } from '../../../platform/ports';
import { readSecrets } from '../../../platform/secrets';
import type { ServiceContext } from '../../../services/context';
import { openDocumentStore } from '../../../services/documents/store';
import { sampleAccounts } from '../../../services/officers/sample-officers';
import { problemPage } from '../../../web/pages/problem-page';
import { webRouter } from '../../../web/router';
import { requireFreshSession, requireSession, sessionOf } from '../../../web/session/session';
import type { Signer } from '../../api/bad-tokens';
import { createTestRegister, type TestRegister } from '../../support/test-register';
import { Browser } from './browser';

/** The pages and the API over a register of their own, with an identity provider of their own. */
export interface PagesUnderTest {
  readonly url: string;
  readonly register: TestRegister;
  readonly context: ServiceContext;
  readonly signer: Signer;
  /** Goes to `path`, signs in where that leads there, and gives the browser and the page it ends on. */
  signIn(subject: string, path?: string, browser?: Browser): Promise<{ browser: Browser; page: string }>;
  /** As `signIn`, but stops with the browser's address where the provider sends it back to. */
  signInUntilCallback(subject: string, browser?: Browser): Promise<Browser>;
  /** Sets columns of all sessions, as the owner of the table: the application may not. */
  changeSessions(assignments: string): Promise<void>;
  stop(): Promise<void>;
}

/** Somebody whom the provider knows and the directory does not. */
export const stranger = {
  ...{ subject: 'stranger', name: 'Stranger', email: 'stranger@example.invalid' },
  ...{ agency: 'Elsewhere', roles: [] },
};

export async function startPages(dataDir: string): Promise<PagesUnderTest> {
  const config = loadConfig({ NODE_ENV: 'test', TASLIM_DATA: dataDir, PORT: String(await freePort()) });
  const { publicUrl, oidcAudience: audience } = config;
  const accounts = [...sampleAccounts(), stranger];
  const identity = await startIdentity({ port: 0, dataDir, accounts, audience, publicUrl });
  const register = await createTestRegister();
  const context: ServiceContext = {
    prisma: register.prisma,
    // What is asked for here goes to no workflow.
    temporal: {} as Client,
    taskQueue: 'none',
    documents: await openDocumentStore(join(dataDir, 'documents')),
    documentMaxBytes: 1_000,
    commandTimeoutMs: 1_000,
    commandsPerRun: 1_000,
    signIn: config.signIn,
  };
  const site = webSite(config, { oidcIssuer: identity.issuer }, context);
  const grave = Router();
  grave.use(
    '/grave',
    requireSession(site),
    requireFreshSession(site),
    (_request: Request, response: Response) => {
      response.send(`grave act of ${sessionOf(response).officer.subject}`);
    },
    problemPage,
  );
  const app = createApp({
    context,
    verify: tokenVerifier(identity.issuer, audience),
    log: createLog('silent'),
    probes: {},
    pages: [
      { path: '/', router: grave },
      { path: '/', router: webRouter(site, []) },
    ],
  });
  const served = await serve(app, { host: config.host, port: config.port, graceMs: 100 });
  const key = readSecrets(dataDir)?.signingKey;
  if (!key) throw new Error('the identity provider has no key');

  const choose = async (subject: string, path: string, browser: Browser, stopAt?: string) => {
    const answer = await browser.follow(await browser.get(`${publicUrl}${path}`));
    if (!browser.address.startsWith(`${identity.issuer}/interaction/`)) return await answer.text();
    return await (await browser.follow(await browser.send(browser.address, { subject }), stopAt)).text();
  };
  return {
    url: publicUrl,
    register,
    context,
    signer: { issuer: identity.issuer, key: key as Signer['key'] },
    async signIn(subject, path = '/sign-in', browser = new Browser()) {
      return { browser, page: await choose(subject, path, browser) };
    },
    async signInUntilCallback(subject, browser = new Browser()) {
      await choose(subject, '/sign-in', browser, `${publicUrl}/sign-in/callback`);
      return browser;
    },
    async changeSessions(assignments) {
      const database = new Database({ connectionString: register.ownerUrl });
      await database.connect();
      await database.query(`UPDATE "Session" SET ${assignments}`).finally(() => database.end());
    },
    async stop() {
      await served.stop();
      await identity.stop();
      await register.stop();
    },
  };
}
