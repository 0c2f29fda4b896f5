import { query } from './database';

const TABLES = [
  'results',
  'levels',
  'result_changes',
  'evidence',
  'evidence_history',
  'rollups',
  'waivers',
  'notices',
  'audit_log',
  'evaluation_queue',
  'evidence_sources',
];
const DAYS = 365;
/** How often a year's rows are written in one go. */
const PARTS = 12;
/** Until PostgreSQL has counted what was written. */
const COUNTED_MS = 11_000;

/** Megabytes (10⁶ bytes) with indexes, by table. */
export type Sizes = Record<string, number>;

export async function readSizes(connection: string): Promise<Sizes> {
  const rows = await query(
    connection,
    `select relname, pg_total_relation_size(oid) as size from pg_class
     where relnamespace = 'public'::regnamespace and relname in (${TABLES.map(
       (_, i) => `$${i + 1}`,
     ).join(', ')})`,
    TABLES,
  );
  return Object.fromEntries(
    rows.map(({ relname, size }) => [relname, Number(size) / 1e6]),
  );
}

/** The rows that were written meanwhile, by table; without tables of none. */
export async function rowsWrittenDuring(
  connection: string,
  call: () => Promise<unknown>,
): Promise<Record<string, number>> {
  const before = await readWritten(connection);
  await call();
  const after = await readWritten(connection);
  return Object.fromEntries(
    [...after]
      .map(([table, count]) => [table, count - (before.get(table) ?? 0)])
      .filter(([, count]) => Number(count) > 0),
  );
}

async function readWritten(connection: string): Promise<Map<string, number>> {
  await new Promise(resolve => {
    setTimeout(resolve, COUNTED_MS);
  });
  const rows = await query(
    connection,
    'select relname, n_tup_ins + n_tup_upd + n_tup_del as written from pg_stat_user_tables',
  );
  return new Map(rows.map(row => [row.relname, Number(row.written)]));
}

/**
 * Writes what a year would, in which each day one product in a hundred has
 * two rules flip for new evidence and, every second time, its level with them:
 * the statements stand in for the writer, which would need a year of days.
 *
 * @returns the sizes as they are then, without cleaning up by hand
 */
export async function simulateYear(
  connection: string,
  products: number,
): Promise<Sizes> {
  const daily = Math.max(1, Math.round(products / 100));
  await query(
    connection,
    `create table bench_rules as
     select rule, row_number() over (order by rule) - 1 as place
     from results where rule_set = 'data-product-maturity' group by rule`,
  );
  for (let part = 0; part < PARTS; part++) {
    const from = Math.floor((part * DAYS) / PARTS);
    const to = Math.floor(((part + 1) * DAYS) / PARTS) - 1;
    for (const statement of statementsOf({ from, to, daily, products })) {
      await query(connection, statement);
    }
  }
  await query(connection, 'drop table bench_rules');
  await query(connection, 'vacuum analyze');
  return readSizes(connection);
}

function statementsOf({
  from,
  to,
  daily,
  products,
}: Record<'from' | 'to' | 'daily' | 'products', number>): string[] {
  const flips = `
    select d.day, n.n, l.subject_ref, l.domain_ref, l.level, r.rule,
      to_char(timestamp '2030-01-01' + d.day * interval '1 day'
        + n.n * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      k.k
    from generate_series(${from}, ${to}) as d(day)
    cross join generate_series(0, ${daily - 1}) as n(n)
    cross join generate_series(0, 1) as k(k)
    join levels l on l.rule_set = 'data-product-maturity' and l.subject_ref =
      'dataproduct:default/product-' || (d.day * 7919 + n.n * 101) % ${products}
    join bench_rules r on r.place =
      (d.day + n.n * 2 + k.k) % (select count(*) from bench_rules)`;
  const id = (kind: string) =>
    `'01' || upper(substr(md5('${kind}' || day || '-' || n || '-' || k), 1, 24))`;
  const change = (kind: string, rule: string, before: string, after: string) =>
    `insert into result_changes (id, at, subject_ref, history_key, domain_ref,
       rule_set, rule, before, after, cause, detail)
     select ${id(kind)}, at, subject_ref, subject_ref, domain_ref,
       'data-product-maturity', ${rule}, ${before}, ${after}, 'evidence',
       '{"key":"promises.kept","source":"bench"}'
     from (${flips}) as f`;
  return [
    change('rule', 'rule', `'pass'`, `'fail'`),
    `${change('level', 'null', 'level::text', '(level + 1)::text')}
     where k = 0 and n % 2 = 0`,
    `insert into evidence_history (id, entity_ref, key, source, way, value,
       since, observed_at, received_at)
     select ${id('evidence')}, subject_ref, 'promises.kept', 'bench', 'push',
       'true', at, at, at from (${flips}) as f where k = 0`,
    `update results as r set since = f.at,
       status = case r.status when 'pass' then 'fail' else 'pass' end
     from (${flips}) as f where r.subject_ref = f.subject_ref
       and r.rule_set = 'data-product-maturity' and r.rule = f.rule`,
    `update levels as l set changed_at = f.at, digest = md5(f.at)
     from (${flips}) as f where l.subject_ref = f.subject_ref
       and l.rule_set = 'data-product-maturity' and f.k = 0`,
    `insert into rollups (scope, day, data)
     select distinct on (f.domain_ref, substr(f.at, 1, 10))
       f.domain_ref, substr(f.at, 1, 10), r.data
     from (${flips}) as f
     join (select distinct on (scope) scope, data from rollups
       order by scope, day desc) as r on r.scope = f.domain_ref
     where f.k = 0 and f.domain_ref is not null
     on conflict (scope, day) do update set data = excluded.data`,
  ];
}
