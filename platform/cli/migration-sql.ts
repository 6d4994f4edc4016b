import { migrationSql } from '../database/diff';

/** Prints the SQL that the next migration needs; nothing when the migrations make the schema. */
export async function run(): Promise<void> {
  const sql = await migrationSql();
  if (sql === '') console.error('the migrations make prisma/schema.prisma: there is nothing to add');
  else console.log(sql);
}
