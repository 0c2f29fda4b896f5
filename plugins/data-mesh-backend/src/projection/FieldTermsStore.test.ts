import { contractOf, entityOf, productOf } from '../__testUtils__/entities';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../__testUtils__/projection';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const A = 'dataproduct:default/a';

describe.each(databases.eachSupportedId())('FieldTermsStore on %s', id => {
  async function setUp() {
    const entities = [
      contractOf('one', ['order_id', 'order_date']),
      contractOf('two', ['sku']),
      productOf('a', { providesApis: ['one', 'two', 'dreamt'] }),
      productOf('b', { providesApis: ['two'] }),
      entityOf('Component', 'c', { providesApis: ['one'] }),
    ];
    const knex = await migrated(await databases.init(id));
    const catalog = new FakeCatalog(entities);
    const projection = createProjection(knex, catalog);
    await projection.pass.run();
    const words = async () =>
      (
        await knex('search_terms')
          .where({ source: 'field' })
          .orderBy(['ref', 'contract_ref', 'text', 'term'])
      ).map(row => `${row.ref} ${row.contract_ref} ${row.text}: ${row.term}`);
    return { knex, catalog, entities, words, ...projection };
  }

  it('gives products, and only them, the words of their contracts', async () => {
    const { words } = await setUp();
    expect(await words()).toEqual([
      `${A} api:default/one order_date: date`,
      `${A} api:default/one order_date: order`,
      `${A} api:default/one order_date: orderdate`,
      `${A} api:default/one order_id: id`,
      `${A} api:default/one order_id: order`,
      `${A} api:default/one order_id: orderid`,
      `${A} api:default/two sku: sku`,
      'dataproduct:default/b api:default/two sku: sku',
    ]);
  });

  it('finds the products of a contract', async () => {
    const { fields } = await setUp();
    const affected = await fields.getAffected(['api:default/two']);
    expect(affected.sort()).toEqual([A, 'dataproduct:default/b']);
  });

  it('writes nothing when all is as it was', async () => {
    const { knex, fields } = await setUp();
    const written: string[] = [];
    knex.on('query', ({ sql }) => written.push(sql));
    await fields.refresh([A, 'dataproduct:default/b']);
    expect(written.filter(sql => !/^select/i.test(sql))).toEqual([]);
  });

  it('heals what got lost, and takes away what is gone', async () => {
    const { knex, catalog, entities, words, pass } = await setUp();
    const before = await words();
    await knex('search_terms').where({ source: 'field' }).delete();
    await knex('products').update({ fields_digest: 'lost' });
    await pass.run();
    expect(await words()).toEqual(before);

    catalog.set(entities.filter(e => e.metadata.name !== 'two'));
    await pass.run();
    expect(await words()).toEqual(before.slice(0, 6));
  });
});
