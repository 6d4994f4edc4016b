import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { Pool, type QueryArrayConfig, type QueryArrayResult } from 'pg';

/** PostgreSQL's internal one-byte type, in which its catalogue keeps what a foreign key does on delete; and text. */
const internalCharType = 18;
const textType = 25;

/** Prisma's driver adapter, for the schema engine, which needs two things that the adapter of this version lacks. */
export class ScriptAdapter extends PrismaPg {
  private readonly charColumns: WeakMap<object, number[]>;

  constructor(pool: CatalogPool) {
    super(pool.pool, { onPoolError: () => {} });
    this.charColumns = pool.charColumns;
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const column of this.charColumns.get(result.rows) ?? []) {
        result.columnTypes[column] = ColumnTypeEnum.Character;
      }
      return result;
    };
    // A script goes to PostgreSQL whole, as one transaction. The adapter's own way cuts it at every semicolon,
    // which breaks function bodies, and commits each piece for itself.
    adapter.executeScript = async (script) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
    };
    return adapter;
  }
}

export interface CatalogPool {
  readonly pool: Pool;
  /** For the rows of each answer: which of its columns have PostgreSQL's internal one-byte type. */
  readonly charColumns: WeakMap<object, number[]>;
}

/** Connections that call the internal one-byte type text, so that the adapter lets it pass, and remember where it was. */
export function catalogPool(connectionString: string): CatalogPool {
  const pool = new Pool({ connectionString });
  const charColumns = new WeakMap<object, number[]>();
  const send = pool.query.bind(pool);
  const query = async (config: QueryArrayConfig): Promise<QueryArrayResult> => {
    const result = await send(config);
    const found = (result.fields ?? []).flatMap((field, index) =>
      field.dataTypeID === internalCharType ? [index] : [],
    );
    for (const index of found) Object.assign(result.fields[index] ?? {}, { dataTypeID: textType });
    if (found.length > 0) charColumns.set(result.rows, found);
    return result;
  };
  Object.assign(pool, { query });
  return { pool, charColumns };
}
