import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationList, SchemaFilter } from '@prisma/schema-engine-wasm';
import { projectRoot } from '../config';

const prismaDir = join(projectRoot, 'prisma');
const migrationsDir = join(prismaDir, 'migrations');

/** Nothing in the database is managed by anything but Prisma. */
export const noFilter: SchemaFilter = { externalTables: [], externalEnums: [] };

/** The schema as Prisma takes it. */
export function readSchema(): { path: string; content: string }[] {
  const path = join(prismaDir, 'schema.prisma');
  return [{ path, content: readFileSync(path, 'utf8') }];
}

/** The migrations of prisma/migrations, oldest first, as Prisma takes them. */
export function readMigrations(): MigrationList {
  const lockfile = join(migrationsDir, 'migration_lock.toml');
  return {
    baseDir: migrationsDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((path) => ({ path, migrationFile: migrationFile(path) })),
  };
}

/** The statements that give the application's role its rights, or undefined when there are none. */
export function readGrants(): string | undefined {
  const file = join(prismaDir, 'grants.sql');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function migrationNames(): string[] {
  if (!existsSync(migrationsDir)) return [];
  const folders = readdirSync(migrationsDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map((entry) => entry.name).sort();
}

function migrationFile(migration: string): MigrationList['migrationDirectories'][number]['migrationFile'] {
  const value = readFileSync(join(migrationsDir, migration, 'migration.sql'), 'utf8');
  return { path: 'migration.sql', content: { tag: 'ok', value } };
}
