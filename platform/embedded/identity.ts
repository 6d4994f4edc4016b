import { createServer } from 'node:http';
import { ensureDataFolder } from '../folders';
import { portOf } from '../ports';
import { loadOrCreateSecrets } from '../secrets';
import { identityApp } from './identity-pages';
import { type Account, createProvider } from './identity-provider';

export { requestToken } from './identity-token';

export interface IdentityOptions {
  /** 0 for one the system chooses. */
  readonly port: number;
  readonly dataDir: string;
  readonly accounts: readonly Account[];
  /** The `aud` of access tokens; OIDC_AUDIENCE. */
  readonly audience: string;
  /** Where the web pages live, for the way back from sign-in; PUBLIC_URL. */
  readonly publicUrl: string;
}

export interface EmbeddedIdentity {
  readonly issuer: string;
  stop(): Promise<void>;
}

/** Starts the OpenID provider of the sample officers on loopback. Its keys are in the data folder: tokens outlive a restart. */
export async function startIdentity(options: IdentityOptions): Promise<EmbeddedIdentity> {
  ensureDataFolder(options.dataDir);
  const secrets = loadOrCreateSecrets(options.dataDir);
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  server.on('request', identityApp(createProvider({ ...options, issuer, secrets }), options));
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
