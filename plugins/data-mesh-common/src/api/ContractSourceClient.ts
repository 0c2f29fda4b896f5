import {
  ForwardedError,
  InputError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import {
  ContractSource,
  ContractSourceReading,
  contractSourceReadingSchema,
} from '../draft/ContractDraft';
import { DataMeshRequestOptions } from './DataMeshApi';
import { Connection, request } from './request';

/**
 * The dialects of SQL that a contract can be started from; these names are for
 * people, too. Other common names, such as `tsql`, are understood as well.
 *
 * @public
 */
export const sqlDialects = [
  'PostgreSQL',
  'MySQL',
  'Snowflake',
  'BigQuery',
  'Redshift',
  'SQL Server',
  'SQLite',
  'Databricks',
  'Spark',
  'Hive',
  'Oracle',
  'Trino',
  'ClickHouse',
  'DuckDB',
  'Teradata',
] as const;

/**
 * Has the template backend read what a contract can be started from.
 *
 * @public
 */
export class ContractSourceClient {
  readonly #connection: Connection;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#connection = options;
  }

  /**
   * Reads a text as far as it can be read; the answer says what could not be.
   *
   * @throws InputError when the text is refused, for example because it is too
   * long; NotFoundError when the module for data products is not installed in
   * the template backend; ForwardedError when the backend cannot be reached;
   * ResponseError when it refuses for another reason
   */
  async read(
    source: ContractSource,
    options?: DataMeshRequestOptions,
  ): Promise<ContractSourceReading> {
    const target = {
      plugin: 'scaffolder',
      path: '/data-mesh/contract-source',
      body: source,
    };
    try {
      return await request(
        this.#connection,
        target,
        contractSourceReadingSchema,
        options,
      );
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        throw new NotFoundError(
          'Tables cannot be read in this portal: its template backend lacks the module for data products.',
        );
      }
      if (error instanceof ResponseError && error.statusCode === 400) {
        throw new InputError(error.cause.message);
      }
      if (error instanceof TypeError) {
        throw new ForwardedError('The portal cannot be reached', error);
      }
      throw error;
    }
  }
}
