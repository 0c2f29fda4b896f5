import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

export const migrationsDirectory = resolvePackagePath(
  '@backstage-data-mesh/plugin-data-mesh-backend',
  'migrations',
);

/** The plugin's database, migrated unless the adopter migrates by hand. */
export async function connectDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const client = await database.getClient();
  if (!/pg|sqlite/.test(client.client.config.client)) {
    throw new Error(
      `The data mesh backend keeps its data in PostgreSQL or SQLite, not in ${client.client.config.client}. Set backend.database, or backend.database.plugin.data-mesh for this plugin alone.`,
    );
  }
  if (!database.migrations?.skip) {
    await client.migrate.latest({ directory: migrationsDirectory });
  }
  return client;
}
