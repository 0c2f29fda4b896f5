import { sqlDialects } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Token } from './tokens';

/** A dialect of SQL, and how it is recognised. */
export type Dialect = {
  name: (typeof sqlDialects)[number];
  /** What the parser calls it. */
  parser: string;
  /** Other names that people give it. */
  aliases: string[];
  /** Whether a backslash in a string takes the next character with it. */
  backslash: boolean;
  /** Words and signs that speak for it. */
  cues: RegExp;
};

/** In the order in which they are tried where nothing speaks for another. */
export const dialects: Dialect[] = [
  {
    name: 'PostgreSQL',
    parser: 'postgresql',
    aliases: ['postgres', 'pg'],
    backslash: false,
    cues: /\b(big|small)?serial\b|\bjsonb\b|\btimestamptz\b|::|\bbytea\b|\btsvector\b|\bcharacter varying\b|\bwithout time zone\b|\w\[\]|\bcomment on\b|\bonly\b|\bnextval\b/gi,
  },
  {
    name: 'MySQL',
    parser: 'mysql',
    aliases: ['mariadb'],
    backslash: true,
    cues: /\bauto_increment\b|\bengine ?= ?\w+|\bunsigned\b|\bcharset\b|\b(unique )?key `|\benum ?\(|\b(medium|tiny)int\b|\b(medium|long|tiny)text\b|\bon update current_timestamp\b|`/gi,
  },
  {
    name: 'Snowflake',
    parser: 'snowflake',
    aliases: [],
    backslash: true,
    cues: /\bvariant\b|\btimestamp_(ntz|ltz|tz)\b|\bnumber ?\(38\b|\btransient\b|\bautoincrement start\b|\bmasking policy\b|\bcluster by ?\(|\b16777216\b|\bdata_retention_time_in_days\b|\bcomment ?= ?'/gi,
  },
  {
    name: 'BigQuery',
    parser: 'bigquery',
    aliases: ['googlesql', 'standardsql'],
    backslash: true,
    cues: /\bint64\b|\bfloat64\b|\bbignumeric\b|\bbytes\b|\boptions ?\(|\bnot enforced\b|`[^`]{1,99}\.[^`]{1,99}`|\bstruct<\w+ /gi,
  },
  {
    name: 'Redshift',
    parser: 'redshift',
    aliases: [],
    backslash: false,
    cues: /\bdistkey\b|\bsortkey\b|\bdiststyle\b|\bencode \w+|\bsuper\b|\bidentity ?\(\d+, ?\d+\)/gi,
  },
  {
    name: 'SQL Server',
    parser: 'mssql',
    aliases: ['mssql', 'sqlserver', 'tsql', 't-sql', 'transactsql', 'azuresql'],
    backslash: false,
    cues: /\[[^\]\d][^\]]{0,99}\]|\bnvarchar\b|\bdatetime2\b|\buniqueidentifier\b|\bidentity ?\(\d+, ?\d+\)|\bclustered\b|\bnewid\b|\bdbo\b|\bdatetimeoffset\b|\bbit\b/gi,
  },
  {
    name: 'SQLite',
    parser: 'sqlite',
    aliases: [],
    backslash: false,
    cues: /\bprimary key autoincrement\b|\bwithout rowid\b|\bcollate nocase\b|\bstrict$/gi,
  },
  {
    name: 'Databricks',
    parser: 'databricks',
    aliases: [],
    backslash: true,
    cues: /\busing delta\b|\bdelta\.\w+|\bcluster by ?\(|\bgenerated always as identity\b|\bstruct<\w+ ?:/gi,
  },
  {
    name: 'Spark',
    parser: 'spark',
    aliases: ['sparksql', 'spark sql'],
    backslash: true,
    cues: /\busing (parquet|orc|csv|json|avro|iceberg)\b|\btblproperties\b|\bstruct<\w+ ?:|\bmap</gi,
  },
  {
    name: 'Hive',
    parser: 'hive',
    aliases: ['hiveql', 'athena', 'impala'],
    backslash: true,
    cues: /\bstored as\b|\brow format\b|\bexternal table\b|\bpartitioned by ?\(\w+ \w+|\btblproperties\b|\bstruct<\w+:|\bmap</gi,
  },
  {
    name: 'Oracle',
    parser: 'oracle',
    aliases: ['plsql', 'pl/sql'],
    backslash: false,
    cues: /\bn?varchar2\b|\bnumber\b|\btablespace\b|\benable\b|\bclob\b|\bsysdate\b|\bsystimestamp\b/gi,
  },
  {
    name: 'Trino',
    parser: 'generic',
    aliases: ['presto', 'starburst'],
    backslash: false,
    cues: /\brow ?\(\w+ \w+|\barray\(\w+\)|\bwith ?\( ?(format|partitioning|partitioned_by|location) ?=/gi,
  },
  {
    name: 'ClickHouse',
    parser: 'clickhouse',
    aliases: [],
    backslash: true,
    cues: /\bnullable\(|\blowcardinality\(|\bengine ?= ?\w{0,40}mergetree\b|\bfixedstring\(|\bu?int(8|16|32|64)\b|\bcodec ?\(/gi,
  },
  {
    name: 'DuckDB',
    parser: 'duckdb',
    aliases: ['duck'],
    backslash: false,
    cues: /\bu?hugeint\b|\butinyint\b|\bstruct\(\w+ \w+|\bmap\(\w+, ?\w+\)/gi,
  },
  {
    name: 'Teradata',
    parser: 'teradata',
    aliases: [],
    backslash: false,
    cues: /\bmultiset\b|\bprimary index\b|\bbyteint\b|\bfallback\b|\bcasespecific\b|\bcompress\b/gi,
  },
];

/** The dialect of that name, in any case. */
export function dialectOf(name: string): Dialect | undefined {
  const wanted = name.trim().toLowerCase();
  return dialects.find(
    dialect =>
      dialect.name.toLowerCase() === wanted || dialect.aliases.includes(wanted),
  );
}

/** As much of a text is looked at to recognise its dialect. */
const SAMPLE_LENGTH = 20_000;

/** What a word that speaks for a dialect is worth, in percent of columns. */
const WEIGHT = 5;

/** The dialects, the one that most speaks for first. */
export function rankDialects(
  statements: Token[][],
): { dialect: Dialect; weight: number }[] {
  const text = statements
    .map(tokens =>
      tokens
        .map(({ kind, text: piece, start }, at) => {
          const gap = at > 0 && start > tokens[at - 1].end ? ' ' : '';
          return gap + (kind === 'string' ? `'…'` : piece);
        })
        .join(''),
    )
    .join('\n')
    .slice(0, SAMPLE_LENGTH);
  return dialects
    .map(dialect => {
      const found = text.match(dialect.cues) ?? [];
      // Repeated words say no more than one, different ones do.
      const different = new Set(found.map(cue => cue.toLowerCase())).size;
      return { dialect, weight: WEIGHT * different };
    })
    .sort((a, b) => b.weight - a.weight);
}
