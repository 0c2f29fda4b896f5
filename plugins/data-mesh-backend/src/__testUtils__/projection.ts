import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrationsDirectory } from '../database/migrations';
import { CatalogReader } from '../projection/CatalogReader';
import { Completeness } from '../projection/Completeness';
import { ContractFactsStore } from '../projection/ContractFactsStore';
import { DirtyQueue } from '../projection/DirtyQueue';
import { FieldTermsStore } from '../projection/FieldTermsStore';
import { ProjectionMetrics } from '../projection/metrics';
import { ProjectionPass, VanishRules } from '../projection/ProjectionPass';
import { ProjectionState } from '../projection/ProjectionState';
import { ProjectionStore } from '../projection/ProjectionStore';
import { ProjectionWorker } from '../projection/ProjectionWorker';
import { Projector } from '../projection/Projector';
import { UsesStore } from '../projection/UsesStore';
import { Results } from '../results/Results';
import { FakeCatalog } from './FakeCatalog';

export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
}

export async function migrated(knex: Knex): Promise<Knex> {
  await knex.migrate.latest({ directory: migrationsDirectory });
  return knex;
}

const RULES: VanishRules = {
  maxVanishShare: 0.2,
  acceptVanishAfterHours: 1,
  tombstoneHours: 24,
};

/** The parts of the projection around one database and one catalog. */
export function createProjection(
  knex: Knex,
  catalog: FakeCatalog,
  options: {
    rules?: Partial<VanishRules>;
    now?: () => Date;
    results?: Pick<Results, 'mark' | 'evaluateAll'>;
  } = {},
) {
  const log: string[] = [];
  const metered: string[] = [];
  const logger = createLogger(log);
  const metrics = new ProjectionMetrics(createMetrics(metered));
  const store = new ProjectionStore(knex);
  const contracts = new ContractFactsStore(knex);
  const uses = new UsesStore(knex);
  const fields = new FieldTermsStore(knex);
  const state = new ProjectionState(knex);
  const queue = new DirtyQueue(knex, 0);
  const projector = new Projector({ store, contracts, metrics, logger });
  const shared = {
    catalog: new CatalogReader({
      catalog: catalog.service,
      auth: mockServices.auth(),
      now: options.now,
    }),
    projector,
    store,
    uses,
    fields,
    metrics,
    logger,
    now: options.now,
  };
  const rules = { ...RULES, ...options.rules };
  const { results } = options;
  const pass = new ProjectionPass({
    ...shared,
    contracts,
    state,
    completeness: new Completeness({ state, queue, now: options.now }),
    rules,
    evaluate: results && (signal => results.evaluateAll(signal)),
  });
  const worker = new ProjectionWorker({
    ...shared,
    queue,
    onChanged: results && (refs => results.mark(refs)),
  });
  const parts = { pass, worker, queue, state, store, contracts, uses, fields };
  return { ...parts, projector, log, metered };
}

/** All that the projection serves, without times, to compare. */
export async function dump(knex: Knex): Promise<Record<string, object[]>> {
  const tables: Record<string, string[]> = {
    subjects: ['ref'],
    products: ['ref'],
    edges: ['from_ref', 'type', 'to_ref'],
    subject_values: ['ref', 'field', 'value'],
    search_terms: ['ref', 'source', 'contract_ref', 'term', 'text'],
    uses: ['product_ref', 'user_ref'],
    contract_facts: ['digest'],
  };
  const result: Record<string, object[]> = {};
  for (const [table, order] of Object.entries(tables)) {
    const rows = await knex(table).orderBy(order);
    result[table] = rows.map(
      ({ seen_at: _seen, read_at: _read, gone_at: gone, ...row }) => ({
        ...row,
        ...(table === 'subjects' && { gone: gone !== null }),
      }),
    );
  }
  return result;
}

/** The refs that are served. */
export async function living(knex: Knex): Promise<string[]> {
  const rows = await knex('subjects').whereNull('gone_at').orderBy('ref');
  return rows.map(row => row.ref);
}

export function createLogger(log: string[]): LoggerService {
  const at = (level: string) => (message: string | Error) => {
    log.push(`${level}: ${message}`);
  };
  const logger: LoggerService = {
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    child: () => logger,
  };
  return logger;
}

export function createMetrics(metered: string[]): MetricsService {
  const note =
    (name: string) =>
    (value: number, attributes: object = {}) => {
      metered.push([name, ...Object.values(attributes), value].join(' '));
    };
  const metrics: Pick<
    MetricsService,
    'createCounter' | 'createGauge' | 'createHistogram'
  > = {
    createCounter: name => ({ add: note(name) }),
    createGauge: name => ({ record: note(name) }),
    createHistogram: name => ({ record: note(name) }),
  };
  return metrics as MetricsService;
}
