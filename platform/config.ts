import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { defaultSignInLimits, type SignInLimits } from '../domain/identity/limits';
import { ConfigError } from './errors';

/** The folder that holds package.json. */
export const projectRoot = resolve(__dirname, '..');

/** The 20 MiB that a document may have when DOCUMENT_MAX_BYTES says nothing else. */
const defaultDocumentMaxBytes = 20 * 1024 * 1024;

/** Nobody stays signed in for longer than a day. */
const dayMinutes = 24 * 60;

/**
 * What the environment says, checked and frozen. A part without an address (`databaseUrl`, `temporalAddress`,
 * `smtpUrl`, `oidcIssuer`) is the embedded one; in production every part has one.
 */
export interface Config {
  readonly nodeEnv: 'development' | 'test' | 'production';
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Where people reach the product, without a closing slash. */
  readonly publicUrl: string;
  /** Absolute folder of everything this installation keeps. */
  readonly dataDir: string;
  /** Absolute folder of what is fetched or made once: tools for all installations of this user, the workflow bundle. */
  readonly cacheDir: string;
  readonly databaseUrl: string | undefined;
  /** The role that owns the schema; migrations run as this role. */
  readonly databaseOwnerUrl: string | undefined;
  /** host:port of an existing Temporal cluster. */
  readonly temporalAddress: string | undefined;
  readonly temporalNamespace: string;
  readonly temporalApiKey: string | undefined;
  /** Files of the client certificate and key for mTLS; both or none. */
  readonly temporalTlsCert: string | undefined;
  readonly temporalTlsKey: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly oidcIssuer: string | undefined;
  readonly oidcAudience: string;
  /** The `typ` that access tokens must have. */
  readonly oidcTokenType: 'at+jwt' | 'JWT';
  /** The web pages as the provider knows them; without a secret they prove themselves by PKCE alone. */
  readonly oidcClientId: string;
  readonly oidcClientSecret: string | undefined;
  readonly signIn: SignInLimits;
  readonly documentMaxBytes: number;
  readonly logLevel: LogLevel;
  /** Where traces go (OTLP over HTTP), without a closing slash; undefined when nothing is traced. */
  readonly otlpEndpoint: string | undefined;
  /** Where a worker apart from the API tells of its health and its metrics; undefined when it does not. */
  readonly workerPort: number | undefined;
  /** A time-skipping Temporal test server that is already on this machine (tests only). */
  readonly testServer: string | undefined;
}

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Without these a production start would bring up an embedded part. */
const neededInProduction = [
  'DATABASE_URL',
  'TEMPORAL_ADDRESS',
  'SMTP_URL',
  'OIDC_ISSUER',
  'PUBLIC_URL',
] as const;

const variables = z.object({
  NODE_ENV: oneOf('development', 'test', 'production').default('development'),
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url('http', 'https').optional(),
  TASLIM_DATA: z.string().default(join(projectRoot, '.taslim')),
  TASLIM_CACHE: z.string().optional(),
  XDG_CACHE_HOME: z.string().optional(),
  DATABASE_URL: url('postgresql', 'postgres').optional(),
  DATABASE_OWNER_URL: url('postgresql', 'postgres').optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/:]+:\d{1,5}$/, { error: 'must be host:port' })
    .optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_API_KEY: z.string().optional(),
  TEMPORAL_TLS_CERT: z.string().optional(),
  TEMPORAL_TLS_KEY: z.string().optional(),
  SMTP_URL: url('smtp', 'smtps').optional(),
  MAIL_FROM: z.string().regex(/@/, { error: 'must be a mail address' }).default('Taslim <taslim@localhost>'),
  OIDC_ISSUER: url('https', 'http').optional(),
  OIDC_AUDIENCE: z.string().default('taslim-api'),
  OIDC_TOKEN_TYPE: oneOf('at+jwt', 'JWT').default('at+jwt'),
  OIDC_CLIENT_ID: z.string().default('taslim-web'),
  OIDC_CLIENT_SECRET: z.string().optional(),
  SESSION_IDLE_MINUTES: wholeNumber(1, dayMinutes).default(defaultSignInLimits.sessionIdleMinutes),
  SESSION_MAX_MINUTES: wholeNumber(1, dayMinutes).default(defaultSignInLimits.sessionMaxMinutes),
  STEP_UP_MINUTES: wholeNumber(1, dayMinutes).default(defaultSignInLimits.stepUpMinutes),
  DOCUMENT_MAX_BYTES: wholeNumber(1, Number.MAX_SAFE_INTEGER).default(defaultDocumentMaxBytes),
  LOG_LEVEL: oneOf('silent', 'error', 'warn', 'info', 'debug', 'trace').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http', 'https').optional(),
  WORKER_PORT: wholeNumber(1, 65_535).optional(),
  TASLIM_TEST_SERVER: z.string().optional(),
});

/**
 * Reads the configuration from the environment; an empty variable counts as not set. No other file reads it.
 * @throws ConfigError with all faults; values are never repeated, because some are secrets.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = variables.safeParse(set);
  const faults = [
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []),
    ...missingInProduction(set),
    ...halfCertificate(set),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(toConfig(parsed.data));
}

/** The environment for a child process: this one's, with `extra` on top. */
export function childEnvironment(extra: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...extra };
}

function toConfig(env: z.infer<typeof variables>): Config {
  return {
    nodeEnv: env.NODE_ENV,
    production: env.NODE_ENV === 'production',
    host: env.HOST,
    port: env.PORT,
    publicUrl: (env.PUBLIC_URL ?? `http://${urlHost(env.HOST)}:${env.PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(env.TASLIM_DATA),
    cacheDir: resolve(env.TASLIM_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'taslim')),
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? env.DATABASE_URL,
    temporalAddress: env.TEMPORAL_ADDRESS,
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    temporalApiKey: env.TEMPORAL_API_KEY,
    temporalTlsCert: env.TEMPORAL_TLS_CERT,
    temporalTlsKey: env.TEMPORAL_TLS_KEY,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    oidcIssuer: env.OIDC_ISSUER,
    oidcAudience: env.OIDC_AUDIENCE,
    oidcTokenType: env.OIDC_TOKEN_TYPE,
    oidcClientId: env.OIDC_CLIENT_ID,
    oidcClientSecret: env.OIDC_CLIENT_SECRET,
    signIn: {
      sessionIdleMinutes: env.SESSION_IDLE_MINUTES,
      sessionMaxMinutes: env.SESSION_MAX_MINUTES,
      stepUpMinutes: env.STEP_UP_MINUTES,
    },
    documentMaxBytes: env.DOCUMENT_MAX_BYTES,
    // In a terminal the lines of every request would bury what a person wants to read.
    logLevel: env.LOG_LEVEL ?? (env.NODE_ENV === 'production' ? 'info' : 'warn'),
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, ''),
    workerPort: env.WORKER_PORT,
    testServer: env.TASLIM_TEST_SERVER,
  };
}

function missingInProduction(env: NodeJS.ProcessEnv): string[] {
  if (env.NODE_ENV !== 'production') return [];
  return neededInProduction
    .filter((name) => env[name] === undefined)
    .map((name) => `${name} must be set when NODE_ENV=production, where embedded parts refuse to start`);
}

function halfCertificate(env: NodeJS.ProcessEnv): string[] {
  const [cert, key] = [env.TEMPORAL_TLS_CERT, env.TEMPORAL_TLS_KEY];
  if ((cert === undefined) === (key === undefined)) return [];
  return [
    `${cert === undefined ? 'TEMPORAL_TLS_CERT' : 'TEMPORAL_TLS_KEY'} must be set too: mTLS needs certificate and key`,
  ];
}

function wholeNumber(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d+$/, { error })
    .transform(Number)
    .pipe(z.number({ error }).min(min, { error }).max(max, { error }));
}

function oneOf<const Values extends readonly [string, ...string[]]>(...values: Values) {
  return z.enum(values, { error: `must be one of ${values.join(', ')}` });
}

function url(...schemes: string[]) {
  const error = `must be a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`;
  return z
    .string()
    .refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), { error });
}

/** A bare IPv6 address needs brackets in a URL; an address that means "every interface" is reached on loopback. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
