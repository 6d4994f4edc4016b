import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Route } from './route';
import { routes } from './routes';

const problemSchema = z
  .object({
    type: z.string().meta({ example: 'urn:taslim:problem:content-changed' }),
    title: z.string(),
    status: z.int(),
    instance: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457; further members by type' });

const problem = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: problemSchema } },
};

const idempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .max(200)
    .optional()
    .describe('Repeat a request under the same key: it is done once'),
});

const uploadBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: z.object({ file: z.string().meta({ format: 'binary' }) }),
    },
  },
};

const freshLogin = ' Needs a fresh login: 401 `step-up-needed` otherwise (RFC 9470).';

/** OpenAPI 3.1 of the API, from the declarations that validate its requests. */
export const openApiDocument = createDocument({
  openapi: '3.1.0',
  info: {
    title: 'Taslim',
    version: '1',
    description:
      'Extradition and transfer procedures as durable cases. Instants are ISO 8601 with an offset.',
  },
  servers: [{ url: '/api/v1' }],
  security: [{ bearer: [] }],
  paths: pathsOf(routes),
  components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
});

function pathsOf(declared: readonly Route[]): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const item of declared) {
    const path = item.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [item.method]: operationOf(item) };
  }
  return paths;
}

function operationOf(item: Route): ZodOpenApiOperationObject {
  const requestBody = item.upload
    ? uploadBody
    : item.body && {
        required: true,
        content: { 'application/json': { schema: item.bodyForms ?? item.body } },
      };
  return {
    operationId: item.auditEvent,
    tags: [item.path.split('/')[1] ?? ''],
    summary: item.summary,
    description: `Permission: \`${item.permission}\`.${item.stepUp ? freshLogin : ''}`,
    requestParams: {
      ...(item.params ? { path: item.params as z.ZodObject } : {}),
      ...(item.query ? { query: item.query as z.ZodObject } : {}),
      ...(item.method === 'get' ? {} : { header: idempotencyKey }),
    },
    ...(requestBody ? { requestBody } : {}),
    responses: { [item.status ?? 200]: successOf(item), default: problem },
  };
}

function successOf({ answer }: Route) {
  if (answer === 'file') {
    const schema = { type: 'string' as const, format: 'binary' };
    return { description: 'The file', content: { 'application/octet-stream': { schema } } };
  }
  if (answer === 'svg') {
    const schema = { type: 'string' as const };
    return { description: 'The picture', content: { 'image/svg+xml': { schema } } };
  }
  return { description: 'Done', content: { 'application/json': { schema: answer } } };
}
