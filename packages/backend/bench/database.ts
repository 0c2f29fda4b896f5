import pg from 'pg';

/** Counts the statements that reach a database, by its name. */
export class StatementCounter {
  #count = 0;
  readonly #suffix: string;

  /** @param plugin - whose database is watched */
  constructor(plugin: string) {
    this.#suffix = plugin;
    const counter = this;
    const query = pg.Client.prototype.query;
    pg.Client.prototype.query = function counted(
      this: pg.Client,
      ...args: unknown[]
    ) {
      counter.#note(this, args[0]);
      return Reflect.apply(query, this, args);
    } as typeof query;
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
      !/backstage_backend_tasks|"dirty"|select 1/i.test(text)
    ) {
      this.#count += 1;
    }
  }
}

/** Removes the databases whose names begin like this. */
export async function dropDatabases(
  connectionString: string,
  prefix: string,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of rows) {
      await client.query(
        `drop database ${client.escapeIdentifier(datname)} with (force)`,
      );
    }
  } finally {
    await client.end();
  }
}
