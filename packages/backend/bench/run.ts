import catalogModuleDataMesh from '@backstage-data-mesh/plugin-catalog-backend-module-data-mesh';
import dataMeshPlugin from '@backstage-data-mesh/plugin-data-mesh-backend';
import { cpuUsage } from 'node:process';
import {
  connectionTo,
  dropDatabases,
  settleDatabases,
  StatementCounter,
} from './database';
import { secondsUntilVisible, tellSomeEvidence } from './evidence';
import { timeInTurn, waitUntil } from './measure';
import { peakMemoryDuring } from './memory';
import { meterProcessors, ProcessorTime } from './meterProcessors';
import { MetricsCollector } from './MetricsCollector';
import { organisation, searches } from './organisation';
import { measureWarmPasses, Memory, Pass, Passes, WarmPasses } from './passes';
import { Portal, startPortal } from './portal';
import { readSizes, simulateYear, Sizes } from './storage';
import { measureValueTree, ValueTreeMeasurement } from './valueTree';

const REQUESTS = 200;
const PLUGIN = 'data-mesh';

/** What was measured with so many products. */
export type Measurement = {
  products: number;
  entities: number;
  processing: { seconds: number; ours: number; cpuSeconds: number };
  /** Nothing is known, all contracts are to be read. */
  cold: Pass;
  coldMemory: Memory;
  /** After a start: contract facts are known, everything is evaluated. */
  warm: Pass;
  warmMemory: Memory;
  /** Seconds from one piece of evidence to its result. */
  visible: number;
  storage: Sizes;
  storageAfterYear: Sizes;
  /** Milliseconds of each request. */
  list: number[];
  catalog: number[];
  wholeList: number[];
  wholeCatalog: number[];
  statements: number[];
  valueTree: ValueTreeMeasurement;
} & WarmPasses;

export async function measure(options: {
  products: number;
  connectionString: string;
  counter: StatementCounter;
  tell: (text: string) => void;
}): Promise<Measurement> {
  const { products, connectionString, counter, tell } = options;
  const databasePrefix = `bench_${process.pid}_${products}_`;
  const shared = { connectionString, databasePrefix };
  const entities = organisation(products);
  try {
    tell(
      `${products} products: the catalog takes in ${entities.length} entities`,
    );
    const processing = await measureProcessing({ ...shared, entities });

    const start = async () => {
      const metrics = new MetricsCollector();
      const portal = await startPortal({
        ...shared,
        metrics,
        features: [catalogModuleDataMesh, dataMeshPlugin],
        entities,
      });
      return { portal, passes: new Passes(portal, metrics) };
    };
    tell(`${products} products: cold pass`);
    const cold = await measureCold(start, products, entities.length);
    await settleDatabases(connectionString, databasePrefix);

    tell(`${products} products: warm passes`);
    const connection = connectionTo(
      connectionString,
      `${databasePrefix}${PLUGIN}`,
    );
    const { value, ...warmMemory } = await peakMemoryDuring(async () => {
      const started = await start();
      return { ...started, warm: await started.passes.first() };
    });
    const { portal, passes, warm } = value;
    try {
      const warmPasses = await measureWarmPasses({
        portal,
        passes,
        counter,
        connection,
      });
      tell(`${products} products: requests`);
      await settleDatabases(connectionString, databasePrefix);
      const requests = await measureRequests(
        portal,
        counter,
        searches(entities, REQUESTS),
      );
      tell(`${products} products: one change, and the storage of a year`);
      const visible = await secondsUntilVisible(portal);
      tell(`${products} products: the value tree`);
      const valueTree = await measureValueTree({ portal, counter, connection });
      const storage = await readSizes(connection);
      return {
        products,
        entities: entities.length,
        processing,
        ...cold,
        warm,
        warmMemory,
        ...warmPasses,
        ...requests,
        visible,
        valueTree,
        storage,
        storageAfterYear: await simulateYear(connection, products),
      };
    } finally {
      await portal.stop();
    }
  } finally {
    await dropDatabases(connectionString, databasePrefix);
  }
}

/** The catalog with our module, before anybody reads it. */
async function measureProcessing(options: {
  connectionString: string;
  databasePrefix: string;
  entities: ReturnType<typeof organisation>;
}): Promise<Measurement['processing']> {
  const metrics = new MetricsCollector();
  const ours: ProcessorTime = { seconds: 0 };
  const before = cpuUsage();
  const portal = await startPortal({
    ...options,
    metrics,
    features: [meterProcessors(catalogModuleDataMesh, ours)],
  });
  try {
    await waitUntil(
      async () => (await visibleEntities(portal)) >= options.entities.length,
      'Processing',
    );
    const cpu = cpuUsage(before);
    return {
      seconds: metrics.get('catalog.processing.duration').sum,
      ours: ours.seconds,
      cpuSeconds: (cpu.user + cpu.system) / 1e6,
    };
  } finally {
    await portal.stop();
  }
}

async function visibleEntities(portal: Portal): Promise<number> {
  const { totalItems } = await portal.get(
    '/api/catalog/entities/by-query?limit=0',
  );
  return totalItems;
}

/** The first pass of all; then evidence is told and taken in. */
async function measureCold(
  start: () => Promise<{ portal: Portal; passes: Passes }>,
  products: number,
  entities: number,
): Promise<{ cold: Pass; coldMemory: Memory }> {
  const { value, ...coldMemory } = await peakMemoryDuring(async () => {
    const started = await start();
    return { ...started, cold: await started.passes.first() };
  });
  const { portal, passes, cold } = value;
  try {
    const { details } = await portal.get('/api/data-mesh/status');
    const { lastPass } = details;
    if (lastPass.read !== entities || lastPass.saved !== entities) {
      throw new Error(
        `The first pass was not cold: ${JSON.stringify(lastPass)}`,
      );
    }
    await tellSomeEvidence(portal, products);
    await passes.settle();
    return { cold, coldMemory };
  } finally {
    await portal.stop();
  }
}

type RequestMeasurement = Pick<
  Measurement,
  'list' | 'catalog' | 'wholeList' | 'wholeCatalog' | 'statements'
>;

async function measureRequests(
  portal: Portal,
  counter: StatementCounter,
  texts: readonly string[],
): Promise<RequestMeasurement> {
  const list = (i: number) =>
    portal.get(
      `/api/data-mesh/products?${new URLSearchParams({
        text: texts[i % texts.length],
        type: 'aggregate',
        lifecycle: 'production',
        limit: '20',
      })}`,
    );
  const catalog = (i: number) =>
    portal.get(
      `/api/catalog/entities/by-query?${new URLSearchParams({
        fullTextFilterTerm: texts[i % texts.length],
        fullTextFilterFields:
          'metadata.name,metadata.title,spec.purpose,metadata.tags',
        filter:
          'kind=DataProduct,spec.type=aggregate,spec.lifecycle=production',
        orderField: 'metadata.title,asc',
        limit: '20',
      })}`,
    );
  const wholeList = () => portal.get('/api/data-mesh/products');
  const wholeCatalog = () =>
    portal.get(
      '/api/catalog/entities/by-query?filter=kind=DataProduct&orderField=metadata.title,asc&limit=20',
    );
  const [listTimes, catalogTimes] = await timeInTurn(REQUESTS, list, catalog);
  const [wholeListTimes, wholeCatalogTimes] = await timeInTurn(
    REQUESTS / 2,
    wholeList,
    wholeCatalog,
  );
  const statements = [
    await counter.during(wholeList),
    await counter.during(() => list(0)),
    await counter.during(() =>
      portal.get(
        '/api/data-mesh/products/by-entity/dataproduct/default/product-1',
      ),
    ),
  ];
  return {
    list: listTimes,
    catalog: catalogTimes,
    wholeList: wholeListTimes,
    wholeCatalog: wholeCatalogTimes,
    statements,
  };
}
