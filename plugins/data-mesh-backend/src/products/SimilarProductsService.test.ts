import { SimilarProductsQuery } from '@backstage-data-mesh/plugin-data-mesh-common';
import { entityOf, productOf } from '../__testUtils__/entities';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../__testUtils__/projection';
import { Visibility } from '../visibility/Visibility';
import { SimilarProductsService } from './SimilarProductsService';

jest.setTimeout(60_000);

const FORECAST = {
  ref: 'dataproduct:default/demand-forecast',
  title: 'Demand forecast',
  purpose: 'Forecast reagent demand per clinic and week.',
  domain: { ref: 'domain:default/supply', title: 'Supply', exists: true },
  owner: { ref: 'group:default/team-a', title: 'team-a', exists: true },
};

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('similar products on %s', id => {
  let similar: (
    query: SimilarProductsQuery,
    visibility?: Visibility,
  ) => Promise<[string, string[]][]>;
  let service: SimilarProductsService;
  const statements: string[] = [];

  beforeAll(async () => {
    const knex = await migrated(await databases.init(id));
    const entities = [
      entityOf('Group', 'team-a'),
      entityOf('Domain', 'supply', {}, { title: 'Supply' }),
      productOf(
        'demand-forecast',
        {
          domain: 'supply',
          owner: 'team-a',
          purpose: FORECAST.purpose,
        },
        { title: FORECAST.title },
      ),
      productOf('stock', { purpose: 'Stock of each clinic, per day.' }),
      productOf('sample-orders', { purpose: 'Orders of samples by clinic.' }),
      productOf('orders', { purpose: 'All orders of the clinics.' }),
    ];
    await createProjection(knex, new FakeCatalog(entities)).pass.run();
    service = new SimilarProductsService(knex);
    knex.on('query', ({ sql }) => statements.push(sql));
    similar = async (query, visibility = 'all') =>
      (await service.getSimilar(query, visibility)).items.map(item => [
        item.ref.split('/')[1],
        item.shared,
      ]);
  });

  it('finds what has nearly the same purpose', async () => {
    const purpose = 'Weekly forecasts of the demand for reagents, per clinic';
    expect(await service.getSimilar({ purpose }, 'all')).toEqual({
      items: [
        { ...FORECAST, shared: ['forecast', 'demand', 'reagent', 'clinic'] },
      ],
    });
  });

  it('finds what has nearly the same name, the closest first', async () => {
    expect(await similar({ name: 'sample-order' })).toEqual([
      ['sample-orders', ['sample', 'order']],
      ['orders', ['order']],
    ]);
  });

  it.each<SimilarProductsQuery>([
    {},
    { name: '', purpose: '!' },
    { purpose: 'The data of all' },
    { purpose: 'Invoices that suppliers sent to a clinic' },
    { name: "x' or 1=1 --" },
  ])('finds nothing like %j', async query => {
    expect(await similar(query)).toEqual([]);
  });

  it('leaves out the product that is changed', async () => {
    const except = 'DataProduct:default/sample-orders';
    expect(await similar({ name: 'sample-orders', except })).toEqual([
      ['orders', ['order']],
    ]);
  });

  it('knows nothing of what the caller may not see', async () => {
    const visible = new Set([FORECAST.ref]);
    expect(await similar({ name: 'orders' }, visible)).toEqual([]);
    const { items } = await service.getSimilar(
      { name: 'demand-forecast' },
      visible,
    );
    expect(items).toEqual([
      expect.objectContaining({
        ref: FORECAST.ref,
        domain: undefined,
        owner: undefined,
      }),
    ]);
  });

  it('asks four times, whatever is asked', async () => {
    statements.length = 0;
    await similar({ name: 'orders', purpose: 'Orders of clinics and samples' });
    expect(statements).toHaveLength(4);
  });
});
