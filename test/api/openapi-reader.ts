/** The parts of an OpenAPI 3.1 document that its tests look at. */
export interface OpenApi {
  readonly openapi: string;
  readonly info: object;
  readonly servers: readonly object[];
  readonly security: readonly object[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly securitySchemes: object;
  };
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema?: object;
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

/** The keywords of JSON Schema that are checked. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: object;
  readonly required?: readonly string[];
  readonly pattern?: string;
}

export function operationsOf({ paths }: OpenApi): { path: string; method: string; operation: Operation }[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
}

/** Every `$ref` of a document. */
export function referencesOf(document: OpenApi): string[] {
  return objectsIn(document).flatMap((value) => ('$ref' in value ? [String(value.$ref)] : []));
}

/** Every object of the document that looks like a schema with keywords of its own. */
export function schemasOf({ paths, components }: OpenApi): Schema[] {
  return objectsIn([paths, components.schemas]).filter(
    (value) => isKeyword(value, 'type', ['string', 'object']) || isKeyword(value, 'pattern', ['string']),
  );
}

/** True when the member is a keyword and not a property that happens to have its name. */
function isKeyword(value: object, name: string, kinds: readonly string[]): boolean {
  const member = (value as Record<string, unknown>)[name];
  const isSchema = typeof member === 'object' && member !== null && !Array.isArray(member);
  return member !== undefined && !isSchema && kinds.includes(typeof member);
}

function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}
