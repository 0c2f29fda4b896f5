import { contractOf, entityOf, productOf } from '../__testUtils__/entities';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { manyEntities } from '../__testUtils__/many';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../__testUtils__/projection';
import { WORLD } from '../__testUtils__/world';
import { ProductDetailService } from './ProductDetailService';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('one product on %s', id => {
  async function setUp(entities = WORLD) {
    const knex = await migrated(await databases.init(id));
    await createProjection(knex, new FakeCatalog(entities)).pass.run();
    const refs = (await knex('subjects').select('ref')).map(row => row.ref);
    return {
      knex,
      service: new ProductDetailService(knex),
      allBut: (...hidden: string[]) =>
        new Set<string>(refs.filter(ref => !hidden.includes(ref))),
    };
  }
  const ORDERS = 'dataproduct:default/orders';

  it('comes with its users, its owner and its contracts', async () => {
    const { service } = await setUp();
    const product = await service.getProduct(ORDERS, 'all');
    expect(product).toMatchObject({
      title: 'Lab orders',
      ownerKind: 'Group',
      ownerMembers: 1,
      stewards: [{ title: 'ann' }],
      inputs: [],
      allUsers: true,
      contracts: [
        {
          entity: { ref: 'api:default/orders-v1', exists: true },
          contractId: 'orders-v1',
          title: 'Contract orders-v1',
          version: '1.0.0',
          status: 'active',
          lifecycle: 'production',
          fields: 2,
          describedFields: 2,
        },
      ],
    });
    expect(
      product.users.map(use => [
        use.entity.title,
        use.team?.title,
        use.state,
        use.source,
        use.through.map(({ title }) => title),
      ]),
    ).toEqual([
      ['board', 'team-c', 'active', 'declared', []],
      ['forecast', 'team-c', 'active', 'input-port', []],
      ['dream', 'dream', 'intended', 'declared', []],
      ['team-b', 'team-b', 'active', 'declared', []],
      ['report', 'gone-team', 'active', 'input-port', ['forecast']],
    ]);
    expect(product.users[3]).toMatchObject({
      purpose: 'Plan',
      since: '2026-01-01',
    });
  });

  it('names what it takes in, by port and by contract', async () => {
    const { service } = await setUp();
    expect(
      await service.getProduct('dataproduct:default/forecast', 'all'),
    ).toMatchObject({
      inputs: [
        {
          entity: { title: 'Lab orders', exists: true },
          owner: { title: 'Team A' },
          lifecycle: 'production',
        },
      ],
    });
    const report = await service.getProduct(
      'dataproduct:default/report',
      'all',
    );
    expect(report).toMatchObject({
      inputs: [{ entity: { title: 'forecast' } }],
      ownerKind: 'Group',
      ownerMembers: undefined,
      owner: { exists: false },
    });
  });

  it('says why a contract cannot be read and that one does not exist', async () => {
    const { service } = await setUp([
      entityOf('API', 'broken', { type: 'odcs', definition: 'a: [' }),
      contractOf('fine', ['a']),
      productOf('p', { providesApis: ['broken', 'fine', 'dreamt'] }),
    ]);
    const { contracts } = await service.getProduct(
      'dataproduct:default/p',
      'all',
    );
    expect(contracts).toMatchObject([
      { entity: { title: 'broken' }, problem: expect.any(String) },
      { entity: { title: 'dreamt', exists: false } },
      { entity: { title: 'fine' }, fields: 1 },
    ]);
    expect(contracts[0].fields).toBeUndefined();
  });

  it('follows uses five products far, also in circles', async () => {
    const chain = (i: number, next: number) =>
      productOf(`c${i}`, {
        inputPorts: [{ name: 'in', source: `dataproduct:default/c${next}` }],
      });
    // c7 takes from c6, ..., c1 from c0, and c0 from c7.
    const { service } = await setUp([
      entityOf('Group', 'team-a'),
      ...[0, 1, 2, 3, 4, 5, 6, 7].map(i => chain(i, (i + 7) % 8)),
    ]);
    const { users } = await service.getProduct('dataproduct:default/c0', 'all');
    expect(
      users.map(({ entity, through }) =>
        [...through, entity].map(({ title }) => title).join(' '),
      ),
    ).toEqual([
      'c1',
      'c1 c2',
      'c1 c2 c3',
      'c1 c2 c3 c4',
      'c1 c2 c3 c4 c5',
      'c1 c2 c3 c4 c5 c6',
    ]);
  });

  it('takes as many statements for 300 products as for 10', async () => {
    const counts: number[] = [];
    for (const products of [10, 300]) {
      const { knex, service } = await setUp(manyEntities(products));
      let count = 0;
      knex.on('query', () => {
        count += 1;
      });
      await service.getProduct('dataproduct:default/many-0', 'all');
      counts.push(count);
    }
    expect(counts).toEqual([7, 7]);
  });

  it('does not exist for those who may not see it', async () => {
    const { service, allBut } = await setUp();
    await expect(
      service.getProduct('dataproduct:default/none', 'all'),
    ).rejects.toThrow('There is no data product dataproduct:default/none');
    await expect(service.getProduct(ORDERS, allBut(ORDERS))).rejects.toThrow(
      'There is no data product',
    );
    await expect(
      service.getProduct('group:default/team-a', 'all'),
    ).rejects.toThrow('There is no data product');
  });

  it('does not name what is hidden, nor what is reached through it', async () => {
    const { service, allBut } = await setUp();
    const product = await service.getProduct(
      ORDERS,
      allBut(
        'dataproduct:default/forecast',
        'domain:default/care',
        'api:default/orders-v1',
        'user:default/ann',
        'group:default/team-b',
      ),
    );
    expect(JSON.stringify(product)).not.toMatch(
      /forecast|report|care|orders-v1|ann|team-b/,
    );
    expect(product).toMatchObject({
      usedByTeams: 1,
      ownerMembers: 0,
      contracts: [],
      stewards: [],
    });
  });
});
