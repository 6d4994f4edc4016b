import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf, UserError } from './errors';

const fileName = 'secrets.json';

const secretsSchema = z.object({
  /** PostgreSQL's roles: superuser (set-up only), owner of the schema, application. */
  superuserPassword: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
  /** The identity provider's cookie keys, signing key (private JWK, ES256) and client secrets. */
  cookieKeys: z.array(z.string()).min(1),
  signingKey: z.looseObject({ kty: z.literal('EC'), d: z.string(), kid: z.string() }),
  cliClientSecret: z.string(),
  webClientSecret: z.string(),
});

/** The secrets of one embedded installation: random, made once, readable by its user alone. */
export type Secrets = z.infer<typeof secretsSchema>;

/**
 * The secrets kept in the data folder, or undefined when there are none yet.
 * @throws UserError when the file is damaged
 */
export function readSecrets(dataDir: string): Secrets | undefined {
  const file = join(dataDir, fileName);
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (codeOf(error) === 'EACCES')
      throw new UserError(`${file} may not be read by this user`, 'Run as the user who started Taslim');
    throw new UserError(
      `${file} is damaged`,
      'Restore it from a copy, or move the data folder away to begin anew',
      { cause: error },
    );
  }
}

/** The secrets kept in the data folder; made there when there are none. Two processes at once get the same ones. */
export function loadOrCreateSecrets(dataDir: string): Secrets {
  const known = readSecrets(dataDir);
  if (known !== undefined) return known;
  const temporary = join(dataDir, `.${fileName}.${process.pid}`);
  writeFileSync(temporary, JSON.stringify(newSecrets(), null, 2), { mode: 0o600 });
  try {
    linkSync(temporary, join(dataDir, fileName));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary);
  }
  return loadOrCreateSecrets(dataDir);
}

function newSecrets(): Secrets {
  return {
    superuserPassword: random(),
    ownerPassword: random(),
    appPassword: random(),
    cookieKeys: [random()],
    signingKey: newSigningKey(),
    cliClientSecret: random(),
    webClientSecret: random(),
  };
}

function newSigningKey(): Secrets['signingKey'] {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = {
    ...privateKey.export({ format: 'jwk' }),
    kid: randomBytes(8).toString('hex'),
    use: 'sig',
    alg: 'ES256',
  };
  return secretsSchema.shape.signingKey.parse(jwk);
}

/** 192 bits, in letters that need no escaping in a URL. */
function random(): string {
  return randomBytes(24).toString('base64url');
}
