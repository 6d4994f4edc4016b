import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { messageOf, UserError } from '../errors';
import { catalogPool, ScriptAdapter } from './script-adapter';

type Glue = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

type StartTimer = (callback: unknown, delayMs: number) => NodeJS.Timeout;

interface WebAssemblyExports {
  __wbindgen_start(): void;
}

/** The part of the WebAssembly API used here; TypeScript declares it with the browser's types only. */
interface WebAssemblyApi {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: WebAssemblyExports } }>;
}

/** Where in the engine an error arose; of no use to its reader. */
const engineTrace = / 0: schema_\w+::.*$/;

let loaded: Promise<Glue> | undefined;

/**
 * Runs `work` with Prisma's own schema engine, in the form that comes inside an npm package: the native one is a
 * download that closed networks do not reach.
 * @throws UserError with the engine's message when it fails
 */
export async function withSchemaEngine<Result>(
  url: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  loaded ??= loadGlue();
  const glue = await loaded;
  const connections = catalogPool(url);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new ScriptAdapter(connections));
    const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    return await work(engine).finally(() => engine.free());
  } catch (error) {
    throw new UserError(
      `the database schema: ${messageOf(error).replace(engineTrace, '')}`,
      'Correct what it names and start again',
      { cause: error },
    );
  } finally {
    await connections.pool.end();
  }
}

/** The package leaves putting its JavaScript and its WebAssembly together to a bundler; this does it by hand. */
async function loadGlue(): Promise<Glue> {
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = require(file) as Glue;
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: panic } });
  const api = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;
  const bytes = readFileSync(join(dirname(file), 'schema_engine_bg.wasm'));
  const { instance } = await api.instantiate(bytes, { './schema_engine_bg.js': importsOf(glue) });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

/** The engine leaves the timer of its lock running when it is done: that must not keep this process from ending. */
function importsOf(glue: object): Record<string, unknown> {
  const entries = Object.entries(glue).map(([name, imported]): [string, unknown] => {
    if (!name.startsWith('__wbg_setTimeout')) return [name, imported];
    return [
      name,
      (callback: unknown, delayMs: number) => (imported as StartTimer)(callback, delayMs).unref(),
    ];
  });
  return Object.fromEntries(entries);
}

/** Called by the engine when it meets a fault of its own. */
function panic(message: string): never {
  throw new Error(message);
}
