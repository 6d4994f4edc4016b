import { Client } from 'pg';
import type { TestRegister } from '../../support/test-register';

/** Runs a statement as the owner of the tables, who can lift what stands in his way. */
export async function tamper(
  register: TestRegister,
  table: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<void> {
  const client = new Client({ connectionString: register.ownerUrl });
  await client.connect();
  try {
    await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    const { rowCount } = await client.query(statement, [...values]);
    if (rowCount === 0) throw new Error(`nothing to tamper with: ${statement}`);
    await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
  } finally {
    await client.end();
  }
}
