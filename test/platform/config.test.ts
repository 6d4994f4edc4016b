import { loadConfig } from '../../platform/config';
import { ConfigError } from '../../platform/errors';
import fc from '../support/fast-check';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://app:secret@db/taslim',
  TEMPORAL_ADDRESS: 'temporal.example.org:7233',
  SMTP_URL: 'smtps://mail.example.org',
  OIDC_ISSUER: 'https://login.example.org',
  PUBLIC_URL: 'https://taslim.example.org/',
};

function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing set: every part is then the embedded one', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      temporalNamespace: 'default',
      oidcAudience: 'taslim-api',
      documentMaxBytes: 20 * 1024 * 1024,
    });
    expect([config.databaseUrl, config.temporalAddress, config.smtpUrl, config.oidcIssuer]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('traces nothing and opens no port for a worker unless it is told to', () => {
    expect(loadConfig({})).toMatchObject({ otlpEndpoint: undefined, workerPort: undefined });
    const set = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318/', WORKER_PORT: '9090' };
    expect(loadConfig(set)).toMatchObject({
      otlpEndpoint: 'http://collector.example:4318',
      workerPort: 9090,
    });
    expect(faultsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318', WORKER_PORT: '0' })).toEqual([
      expect.stringMatching(/^OTEL_EXPORTER_OTLP_ENDPOINT must be a URL/),
      expect.stringMatching(/^WORKER_PORT must be a whole number/),
    ]);
  });

  it('lets a sign-in count for a break, an office day and one sitting, unless it is told otherwise', () => {
    const usual = { sessionIdleMinutes: 30, sessionMaxMinutes: 600, stepUpMinutes: 15 };
    expect(loadConfig({})).toMatchObject({
      signIn: usual,
      oidcTokenType: 'at+jwt',
      oidcClientSecret: undefined,
    });
    const set = { SESSION_IDLE_MINUTES: '5', SESSION_MAX_MINUTES: '60', STEP_UP_MINUTES: '1' };
    expect(loadConfig(set).signIn).toEqual({
      sessionIdleMinutes: 5,
      sessionMaxMinutes: 60,
      stepUpMinutes: 1,
    });
    expect(faultsOf({ SESSION_MAX_MINUTES: '1441', STEP_UP_MINUTES: '0', OIDC_TOKEN_TYPE: 'any' })).toEqual([
      'OIDC_TOKEN_TYPE must be one of at+jwt, JWT',
      'SESSION_MAX_MINUTES must be a whole number from 1 to 1440',
      'STEP_UP_MINUTES must be a whole number from 1 to 1440',
    ]);
  });

  it('cannot be changed after it is read', () => {
    expect(Object.isFrozen(loadConfig({}))).toBe(true);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('migrates as the owner where one is named, otherwise as the application', () => {
    const app = 'postgresql://app@db/taslim';
    const owner = 'postgresql://owner@db/taslim';
    expect(loadConfig({ DATABASE_URL: app }).databaseOwnerUrl).toBe(app);
    expect(loadConfig({ DATABASE_URL: app, DATABASE_OWNER_URL: owner }).databaseOwnerUrl).toBe(owner);
  });

  it('keeps fetched tools in the cache folder of the system', () => {
    expect(loadConfig({ XDG_CACHE_HOME: '/var/cache/me' }).cacheDir).toBe('/var/cache/me/taslim');
    expect(loadConfig({ TASLIM_CACHE: '/elsewhere' }).cacheDir).toBe('/elsewhere');
  });

  it('accepts a production where every part has an address', () => {
    expect(loadConfig(production)).toMatchObject({
      production: true,
      publicUrl: 'https://taslim.example.org',
    });
  });

  it.each(['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SMTP_URL', 'OIDC_ISSUER', 'PUBLIC_URL'])(
    'refuses a production without %s, which would start an embedded part',
    (name) => {
      expect(faultsOf({ ...production, [name]: '' })).toEqual([
        expect.stringContaining(`${name} must be set`),
      ]);
    },
  );

  it('names every fault at once, each on one line', () => {
    const faults = faultsOf({ PORT: '70000', LOG_LEVEL: 'loud', TEMPORAL_TLS_CERT: '/cert.pem' });
    expect(faults).toHaveLength(3);
    expect(faults.join('|')).toMatch(/PORT .*65535.*LOG_LEVEL .*debug.*TEMPORAL_TLS_KEY must be set too/);
    expect(faults.filter((fault) => fault.includes('\n'))).toEqual([]);
  });

  it('never repeats a value: it may be a secret', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://root:hunter2@db' }).join()).not.toContain('hunter2');
  });

  it('accepts exactly the port numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 70_000 }), (port) => {
        const valid = port >= 1 && port <= 65_535;
        expect(faultsOf({ PORT: String(port) }).length).toBe(valid ? 0 : 1);
      }),
    );
  });
});
