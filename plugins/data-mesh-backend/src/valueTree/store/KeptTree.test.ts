import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { KeptTree } from './KeptTree';

jest.setTimeout(60_000);

const AT = '2026-03-01T00:00:00Z';
const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('KeptTree on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    await knex('value_nodes').insert(
      ['a', 'b'].map((node, position) => ({
        id: node,
        kind: 'goal',
        state: 'active',
        position,
        data: JSON.stringify({ title: node }),
        version: 1,
        created_at: AT,
        updated_at: AT,
      })),
    );
  });

  it('is the same until something is written, and never behind', async () => {
    const kept = new KeptTree(knex);
    const writes: (() => Promise<unknown>)[] = [
      () => knex('value_nodes').where({ id: 'a' }).update({ version: 2 }),
      // The sums of positions and versions stay the same.
      () => knex('value_nodes').update({ position: knex.raw('1 - position') }),
      () =>
        knex('measures').insert({
          id: 'm',
          node_id: 'b',
          position: 0,
          is_primary: true,
          data: '{}',
          version: 1,
          created_at: AT,
          updated_at: AT,
        }),
      () =>
        knex('measures').update({
          recent: '[{"date":"2026-03-01","value":1}]',
        }),
      () =>
        knex('node_links').insert({
          id: 'l',
          node_id: 'b',
          provider: 'github',
          ref: 'o/r#1',
          by: 'user:default/a',
          created_at: AT,
        }),
      () => knex('node_links').update({ state: 'done', seen_at: AT }),
      () =>
        knex('subjects').insert({
          ref: 'dataproduct:default/a',
          kind: 'dataproduct',
          title: 'A',
          sort_title: 'a',
          data: '{}',
          facts: '{"product":{"initiatives":["a"]}}',
          digest: '1',
          seen_at: AT,
        }),
      // Batches of one reading of the catalog are of the same time.
      () =>
        knex('subjects').update({
          facts: '{"product":{"initiatives":["b"]}}',
          digest: '2',
        }),
      () => knex('value_nodes').where({ id: 'a' }).update({ gone_at: AT }),
    ];
    for (const write of writes) {
      const before = await kept.read();
      expect(await kept.read()).toBe(before);
      await write();
      expect(await kept.read()).not.toBe(before);
    }
    const { nodes, measures, links } = await kept.read();
    expect(nodes.map(node => node.id)).toEqual(['b']);
    expect(measures).toMatchObject([{ readings: [{ value: 1 }] }]);
    expect(links.b.products).toEqual(['dataproduct:default/a']);
    expect(links.b.backlog).toMatchObject([{ state: 'done' }]);
  });

  it('has products as they are, whoever writes them', async () => {
    const kept = new KeptTree(knex);
    const product = (name: string) => `dataproduct:default/${name}`;
    const read = async () => {
      const { products } = await kept.readWithProducts();
      expect((await kept.readWithProducts()).products).toBe(products);
      return products;
    };
    const { tree } = await kept.readWithProducts();
    const steps: [() => Promise<unknown>, object[], string[]][] = [
      [
        () =>
          knex('products').insert([
            { ref: product('a'), sort_title: 'a', level: 1, target: 2 },
            { ref: product('b'), sort_title: 'b', level: 2, target: 1 },
          ]),
        [
          { level: 1, target: 2 },
          { level: 2, target: 1 },
        ],
        ['a', 'b'],
      ],
      // The sums stay the same.
      [
        () =>
          knex('products').update({
            level: knex.ref('target'),
            target: knex.ref('level'),
          }),
        [
          { level: 2, target: 1 },
          { level: 1, target: 2 },
        ],
        ['a', 'b'],
      ],
      [
        () =>
          knex('products')
            .where({ ref: product('a') })
            .update({ lifecycle: 'retired', domain_ref: 'domain:default/x' }),
        [{ domain: 'domain:default/x' }, {}],
        ['b'],
      ],
      [
        () =>
          knex('uses').insert({
            product_ref: product('a'),
            user_ref: product('b'),
            source: 'input-port',
            state: 'intended',
          }),
        [{ inputs: undefined }, { inputs: undefined }],
        ['b'],
      ],
      [
        () => knex('uses').update({ state: 'active' }),
        [{ inputs: undefined }, { inputs: [product('a')] }],
        ['b'],
      ],
      [
        () =>
          knex('uses').update({
            product_ref: product('b'),
            user_ref: product('a'),
          }),
        [{ inputs: [product('b')] }, { inputs: undefined }],
        ['b'],
      ],
      [() => knex('uses').delete(), [{ inputs: undefined }, {}], ['b']],
      [
        () =>
          knex.transaction(async trx => {
            await trx('products')
              .where({ ref: product('b') })
              .delete();
            await trx('products').insert({
              ref: product('c'),
              sort_title: 'c',
            });
          }),
        [{}, { ref: product('c') }],
        ['c'],
      ],
    ];
    for (const [write, all, living] of steps) {
      await read();
      await write();
      const { byRef, living: found } = await read();
      expect([...byRef.values()]).toMatchObject(all);
      expect(found.map(({ ref }) => ref)).toEqual(living.map(product));
    }
    expect((await kept.readWithProducts()).tree).toEqual(tree);
  });

  it('takes one statement as long as it is the same', async () => {
    const kept = new KeptTree(knex);
    await kept.read();
    let statements = 0;
    knex.on('query', () => {
      statements += 1;
    });
    await kept.read();
    expect(statements).toBe(1);
    await kept.readWithProducts();
    statements = 0;
    await kept.readWithProducts();
    expect(statements).toBe(1);
  });
});
