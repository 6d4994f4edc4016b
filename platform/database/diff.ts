import { projectRoot } from '../config';
import { withScratchDatabase } from '../embedded/scratch-database';
import { withSchemaEngine } from './engine';
import { migrate } from './migrate';
import { noFilter, readSchema } from './migrations';

/**
 * The SQL that would still bring this database to prisma/schema.prisma; empty when it is there. What the schema's
 * language cannot express (triggers, CHECK constraints) is not compared.
 */
export async function schemaDrift(ownerUrl: string): Promise<string> {
  const { stdout } = await withSchemaEngine(ownerUrl, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files: readSchema(), configDir: projectRoot },
      to: { tag: 'schemaDatamodel', files: readSchema() },
      script: true,
      exitCode: null,
      filters: noFilter,
    }),
  );
  const sql = (stdout ?? '').trim();
  return sql === '-- This is an empty migration.' ? '' : sql;
}

/**
 * The SQL of the next migration: from what prisma/migrations makes to prisma/schema.prisma; empty when they agree.
 * It is worked out on a scratch database, so nothing need be running.
 */
export function migrationSql(): Promise<string> {
  return withScratchDatabase(async ({ ownerUrl }) => {
    await migrate({ ownerUrl });
    return schemaDrift(ownerUrl);
  });
}
