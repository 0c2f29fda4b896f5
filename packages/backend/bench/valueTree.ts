import { query, StatementCounter } from './database';
import { timeInTurn } from './measure';
import { Portal } from './portal';

const COMPANY_GOALS = 10;
const MOST_DOMAINS = 500;
const NODES = 3_000;
const MEASURES_A_NODE = 3;
const CHECK_INS = 500_000;
const REQUESTS = 100;
const WHOLE_TREES = 20;

/** Milliseconds of requests about the value tree, and of the catalog's. */
export type ValueTreeMeasurement = {
  rows: { domains: number; nodes: number; measures: number; checkIns: number };
  tree: number[];
  domain: number[];
  product: number[];
  node: number[];
  checkIn: number[];
  /** An entity by its name, in turn with each of the above. */
  entity: number[];
  /** A page of all domains in the catalog, in turn with the whole tree. */
  entities: number[];
  /** SQL statements: whole tree, a domain’s part, a product’s, a node. */
  statements: number[];
};

/** Fills the value tree and asks for it. */
export async function measureValueTree(options: {
  portal: Portal;
  counter: StatementCounter;
  connection: string;
}): Promise<ValueTreeMeasurement> {
  const { portal, counter, connection } = options;
  const rows = await fill(connection);
  await query(connection, 'vacuum analyze');

  const domainOf = (i: number) => `domain-${(i * 7) % rows.domains}`;
  const tree = () => portal.get('/api/data-mesh/value-tree');
  const domain = (i: number) =>
    portal.get(
      `/api/data-mesh/value-tree?domain=domain:default/${domainOf(i)}`,
    );
  const product = (i: number) =>
    portal.get(
      `/api/data-mesh/value-tree?product=dataproduct:default/product-${i}`,
    );
  const node = (i: number) =>
    portal.get(`/api/data-mesh/value-nodes/goal-${(i * 7) % rows.domains}`);
  const checkIn = (i: number) =>
    portal.post(
      `/api/data-mesh/measures/goal-${i % rows.domains}-m0/check-ins`,
      { date: new Date().toISOString().slice(0, 10), value: 50 },
    );
  const entity = (i: number) =>
    portal.get(`/api/catalog/entities/by-name/domain/default/${domainOf(i)}`);
  const entities = () =>
    portal.get('/api/catalog/entities/by-query?filter=kind=domain&limit=500');

  const [trees, pages] = await timeInTurn(WHOLE_TREES, tree, entities);
  const [domains, entityTimes] = await timeInTurn(REQUESTS, domain, entity);
  const [products] = await timeInTurn(REQUESTS, product, entity);
  const [nodes] = await timeInTurn(REQUESTS, node, entity);
  const statements: number[] = [];
  for (const call of [tree, domain, product, node]) {
    statements.push(await counter.during(() => call(0)));
  }
  // They have results looked at again, whose statements would count as well.
  const [checkIns] = await timeInTurn(REQUESTS, checkIn, entity);
  return {
    rows,
    tree: trees,
    domain: domains,
    product: products,
    node: nodes,
    checkIn: checkIns,
    entity: entityTimes,
    entities: pages,
    statements,
  };
}

/**
 * A goal with a bet for each domain, below the goals of the company, and
 * initiatives below the bets, each linked to a product; the check-ins of
 * some years below three measures of each node.
 */
async function fill(connection: string): Promise<ValueTreeMeasurement['rows']> {
  const [{ count }] = await query(
    connection,
    `select count(*) as count from subjects where kind = 'domain'`,
  );
  const domains = Math.min(MOST_DOMAINS, Number(count));
  const initiatives = NODES - 1 - COMPANY_GOALS - 2 * domains;
  const nodes = (from: string, rows: string, fields: string) =>
    `insert into value_nodes (id, kind, parent_id, domain_ref, state,
       position, review_at, data, version, created_at, updated_at)
     select id, kind, parent_id, domain_ref, 'active', n, null,
       ${fields}::text, 1, '2030-01-01T00:00:00Z', '2030-01-01T00:00:00Z'
     from (select n, ${rows} from generate_series(0, ${from}) as n) as r`;
  const title = (text: string) => `json_build_object('title', ${text})`;
  for (const statement of [
    nodes(
      '0',
      `'vision' as id, 'vision' as kind, null as parent_id, null as domain_ref`,
      title(`'Nobody waits'`),
    ),
    nodes(
      `${COMPANY_GOALS - 1}`,
      `'company-' || n as id, 'goal' as kind, 'vision' as parent_id,
       null as domain_ref`,
      title(`'Goal of the company ' || n`),
    ),
    nodes(
      `${domains - 1}`,
      `'goal-' || n as id, 'goal' as kind,
       'company-' || n % ${COMPANY_GOALS} as parent_id,
       'domain:default/domain-' || n as domain_ref`,
      `json_build_object('title', 'Goal of a domain ' || n,
         'domain', domain_ref)`,
    ),
    nodes(
      `${domains - 1}`,
      `'bet-' || n as id, 'bet' as kind, 'goal-' || n as parent_id,
       null as domain_ref`,
      `json_build_object('title', 'If this is done, that follows ' || n,
         'stance', 'explore', 'stopRule', 'nothing moves')`,
    ),
    nodes(
      `${initiatives - 1}`,
      `'initiative-' || n as id, 'initiative' as kind,
       'bet-' || n % ${domains} as parent_id, null as domain_ref`,
      title(`'What is done ' || n`),
    ),
    `insert into node_links (id, node_id, provider, ref, by, created_at)
     select 'link-' || n, 'initiative-' || n, 'catalog',
       'dataproduct:default/product-' || n, 'bench', '2030-01-01T00:00:00Z'
     from generate_series(0, ${initiatives - 1}) as n`,
    `insert into measures (id, node_id, position, is_primary, data, version,
       created_at, updated_at)
     select v.id || '-m' || m, v.id, m, m = 0,
       json_build_object('name', 'What is measured ' || m,
         'class', 'customer-value',
         'timing', case m when 0 then 'lagging' else 'leading' end,
         'direction', 'increase', 'unit', '%', 'cadenceDays', 14,
         'baseline', json_build_object('value', 10,
           'date', to_char(now() - interval '900 days', 'YYYY-MM-DD')),
         'target', json_build_object('value', 90,
           'date', to_char(now() + interval '300 days', 'YYYY-MM-DD')))::text,
       1, '2030-01-01T00:00:00Z', '2030-01-01T00:00:00Z'
     from value_nodes v cross join generate_series(0, ${
       MEASURES_A_NODE - 1
     }) as m`,
    `insert into check_ins (id, measure_id, date, value, by, at)
     select upper(substr(md5(m.id || n), 1, 26)), m.id,
       to_char(now() - n * interval '14 days' - interval '1 day',
         'YYYY-MM-DD'),
       70 - n, 'bench', '2030-01-01T00:00:00Z'
     from measures m cross join generate_series(0, ${
       Math.ceil(CHECK_INS / (NODES * MEASURES_A_NODE)) - 1
     }) as n`,
    `update measures as m set recent = r.recent from (
       select measure_id, json_agg(json_build_object('date', date,
         'value', value) order by date)::text as recent
       from (select *, row_number() over (partition by measure_id
         order by date desc) as place from check_ins) as c
       where place <= 5 group by measure_id) as r
     where r.measure_id = m.id`,
  ]) {
    await query(connection, statement);
  }
  const [counts] = await query(
    connection,
    `select (select count(*) from value_nodes) as nodes,
       (select count(*) from measures) as measures,
       (select count(*) from check_ins) as check_ins`,
  );
  return {
    domains,
    nodes: Number(counts.nodes),
    measures: Number(counts.measures),
    checkIns: Number(counts.check_ins),
  };
}
