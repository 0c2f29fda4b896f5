import pg from 'pg';

/** Counts the statements that reach a database, by its name. */
export class StatementCounter {
  #count = 0;
  readonly #suffix: string;

  /** @param plugin - whose database is watched */
  constructor(plugin: string) {
    this.#suffix = plugin;
    const note = (client: pg.Client, statement: unknown) =>
      this.#note(client, statement);
    const original = pg.Client.prototype.query;
    pg.Client.prototype.query = function counted(
      this: pg.Client,
      ...args: unknown[]
    ) {
      note(this, args[0]);
      return Reflect.apply(original, this, args);
    } as typeof original;
  }

  /** The statements of a single call. */
  async during(call: () => Promise<unknown>): Promise<number> {
    this.#count = 0;
    await call();
    return this.#count;
  }

  #note(client: pg.Client, statement: unknown) {
    const text =
      typeof statement === 'string'
        ? statement
        : (statement as { text?: string })?.text ?? '';
    const { database } = client as pg.Client & { database?: string };
    // The scheduler and the worker ask now and then on their own.
    if (
      database?.endsWith(this.#suffix) &&
      !/backstage_backend_tasks|"dirty"|"evaluation_queue"|select 1/i.test(text)
    ) {
      this.#count += 1;
    }
  }
}

/** What the database does by itself some minutes after many changes. */
export async function settleDatabases(
  connectionString: string,
  prefix: string,
): Promise<void> {
  for (const datname of await databasesOf(connectionString, prefix)) {
    await query(connectionTo(connectionString, datname), 'vacuum analyze');
  }
}

/** Removes the databases whose names begin like this. */
export async function dropDatabases(
  connectionString: string,
  prefix: string,
): Promise<void> {
  for (const datname of await databasesOf(connectionString, prefix)) {
    await query(
      connectionString,
      `drop database ${pg.escapeIdentifier(datname)} with (force)`,
    );
  }
}

/** The same server, another database. */
export function connectionTo(
  connectionString: string,
  database: string,
): string {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.toString();
}

async function databasesOf(
  connectionString: string,
  prefix: string,
): Promise<string[]> {
  const rows = await query(
    connectionString,
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  return rows.map(row => row.datname);
}

export async function query(
  connectionString: string,
  statement: string,
  values: (string | number)[] = [],
): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}
