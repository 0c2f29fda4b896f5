import catalogModuleDataMesh from '@backstage-data-mesh/plugin-catalog-backend-module-data-mesh';
import dataMeshPlugin from '@backstage-data-mesh/plugin-data-mesh-backend';
import { cpuUsage } from 'node:process';
import { dropDatabases, settleDatabases, StatementCounter } from './database';
import { median, timeInTurn, waitUntil } from './measure';
import { meterProcessors, ProcessorTime } from './meterProcessors';
import { MetricsCollector } from './MetricsCollector';
import { organisation, searches } from './organisation';
import { Portal, startPortal } from './portal';

const REQUESTS = 200;
const WARM_PASSES = 3;

/** What was measured with so many products. */
export type Measurement = {
  products: number;
  entities: number;
  processing: { seconds: number; ours: number; cpuSeconds: number };
  stream: number;
  coldPass: number;
  warmPass: number;
  /** Milliseconds of each request. */
  list: number[];
  catalog: number[];
  wholeList: number[];
  wholeCatalog: number[];
  statements: number[];
};

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

    const metrics = new MetricsCollector();
    const portal = await startPortal({
      ...shared,
      metrics,
      features: [catalogModuleDataMesh, dataMeshPlugin],
      entities,
    });
    try {
      tell(`${products} products: passes`);
      const passes = await measurePasses(portal, entities.length);
      tell(`${products} products: requests`);
      await settleDatabases(connectionString, databasePrefix);
      const requests = await measureRequests(
        portal,
        counter,
        searches(entities, REQUESTS),
      );
      return {
        products,
        entities: entities.length,
        processing,
        ...passes,
        ...requests,
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

async function measurePasses(
  portal: Portal,
  entities: number,
): Promise<Pick<Measurement, 'stream' | 'coldPass' | 'warmPass'>> {
  const cold = await nextPass(portal, undefined);
  if (cold.read !== entities || cold.saved !== entities) {
    throw new Error(`The first pass was not cold: ${JSON.stringify(cold)}`);
  }
  const streams: number[] = [];
  const warm: number[] = [];
  let last = cold;
  for (let i = 0; i < WARM_PASSES; i++) {
    streams.push(await portal.streamSeconds());
    await portal.post('/api/data-mesh/projection/refresh', {});
    last = await nextPass(portal, last.startedAt);
    warm.push(secondsOf(last));
  }
  return {
    stream: median(streams),
    coldPass: secondsOf(cold),
    warmPass: median(warm),
  };
}

type Pass = {
  startedAt: string;
  finishedAt: string;
  read: number;
  saved: number;
};

async function nextPass(
  portal: Portal,
  after: string | undefined,
): Promise<Pass> {
  let pass: Pass | undefined;
  await waitUntil(async () => {
    const { details } = await portal.get('/api/data-mesh/status');
    pass = details.lastPass;
    return pass !== undefined && pass.startedAt !== after;
  }, 'A pass');
  return pass!;
}

function secondsOf(pass: Pass): number {
  return (Date.parse(pass.finishedAt) - Date.parse(pass.startedAt)) / 1000;
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
