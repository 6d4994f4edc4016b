import { routes } from '../../api/routes';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, good } from './caller';
import { type OpenApi, operationsOf, referencesOf, schemasOf } from './openapi-reader';

describe('the OpenAPI document', () => {
  let installation: Installation;
  let caller: Caller;
  let document: OpenApi;

  beforeAll(async () => {
    installation = await startInstallation();
    caller = new Caller(installation);
    document = good(await caller.raw<OpenApi>('GET', '/openapi.json', null));
  });
  afterAll(() => installation.stop());

  const named = (method: string, path: string) =>
    `${method.toUpperCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`;

  it('is OpenAPI 3.1, for everybody to read', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(document.servers).toEqual([{ url: '/api/v1' }]);
  });

  it('has every route and nothing else', () => {
    const described = operationsOf(document).map(({ method, path }) => named(method, path));
    expect(described.sort()).toEqual(routes.map(({ method, path }) => named(method, path)).sort());
  });

  it('gives each operation a name of its own, a summary and its permission', () => {
    const operations = operationsOf(document).map(({ operation }) => operation);
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(operations.length);
    for (const { summary, description } of operations) {
      expect([summary, description]).toEqual([
        expect.stringMatching(/\w/),
        expect.stringMatching(/^Permission: /),
      ]);
    }
  });

  it('declares each place of a path, once and as required', () => {
    for (const { path, operation } of operationsOf(document)) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect([path, declared.map((parameter) => parameter.name)]).toEqual([path, places]);
      expect(declared.every((parameter) => parameter.required && parameter.schema)).toBe(true);
    }
  });

  it('gives each operation one good answer, and the problem for all others', () => {
    for (const { path, operation } of operationsOf(document)) {
      const { default: other, ...answers } = operation.responses;
      expect([path, Object.keys(answers)]).toEqual([path, [expect.stringMatching(/^20[01]$/)]]);
      expect(Object.keys(other?.content ?? {})).toEqual(['application/problem+json']);
    }
  });

  it('describes a body where one is read, and the key under which a request may be repeated', () => {
    for (const { method, operation } of operationsOf(document)) {
      const headers = (operation.parameters ?? []).filter((parameter) => parameter.in === 'header');
      const writes = method !== 'get';
      expect(operation.requestBody !== undefined).toBe(writes);
      expect(headers.map((parameter) => parameter.name)).toEqual(writes ? ['Idempotency-Key'] : []);
    }
  });

  it('refers to nothing that is not in it', () => {
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    const unknown = referencesOf(document).filter((reference) => !known.includes(reference));
    expect(unknown).toEqual([]);
  });

  it('is made of schemas that JSON Schema knows, each required member declared', () => {
    const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];
    for (const schema of schemasOf(document)) {
      const given = [schema.type ?? []].flat();
      expect(types).toEqual(expect.arrayContaining(given));
      const members = Object.keys(schema.properties ?? {});
      if (schema.properties) expect(members).toEqual(expect.arrayContaining([...(schema.required ?? [])]));
      if (schema.pattern) expect(() => new RegExp(schema.pattern ?? '', 'u')).not.toThrow();
    }
  });

  it('says how to sign in', () => {
    expect(document.security).toEqual([{ bearer: [] }]);
    expect(document.components.securitySchemes).toMatchObject({ bearer: { type: 'http', scheme: 'bearer' } });
  });

  it.each(['/me', '/procedures', '/cases', '/tasks', '/overdue'])(
    'is true of the answer of %s',
    async (path) => {
      const route = routes.find((candidate) => candidate.method === 'get' && candidate.path === path);
      if (!route || typeof route.answer === 'string') throw new Error(`no such route: ${path}`);
      const body = good(await caller.get<unknown>('liaison.baghdad', path));
      expect(route.answer.parse(body)).toEqual(body);
    },
  );

  it.each(['/api/reference', '/api/reference/'])(
    'has a page to read it by at %s, from here alone',
    async (path) => {
      const page = await fetch(`${installation.url}${path}`);
      const html = await page.text();
      expect([page.status, page.headers.get('content-type')]).toEqual([
        200,
        expect.stringMatching(/^text\/html/),
      ]);
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
      const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(
        (match) => new URL(match[1] ?? '', page.url),
      );
      expect(links.length).toBeGreaterThanOrEqual(3);
      for (const link of links) {
        const asset = await fetch(link);
        expect([link.href, asset.status]).toEqual([expect.stringContaining(`${installation.url}/`), 200]);
        expect(asset.headers.get('content-type')).toMatch(/^text\/(css|javascript)/);
      }
    },
  );
});
