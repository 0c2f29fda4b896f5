/** What this code knows how to reach. */
export type PortKind = 'sql' | 'stream' | 'api' | 'file' | 'dashboard';

const WORDS: Record<PortKind, string> = {
  sql: 'sql table tables view views database snowflake bigquery redshift databricks postgres postgresql mysql oracle sqlserver synapse trino athena duckdb clickhouse iceberg delta',
  stream: 'stream streams topic topics kafka event events',
  api: 'api rest http rest-api',
  file: 'file files s3 gcs blob parquet csv object-store objectstore',
  dashboard: 'dashboard dashboards report reports bi',
};

const KINDS = new Map(
  (Object.keys(WORDS) as PortKind[]).flatMap(kind =>
    WORDS[kind].split(' ').map(word => [word, kind] as const),
  ),
);

/** The kind of a port by the word it was given; undefined for others. */
export function portKind(type: string | undefined): PortKind | undefined {
  return KINDS.get((type ?? '').trim().toLocaleLowerCase('en-US'));
}
