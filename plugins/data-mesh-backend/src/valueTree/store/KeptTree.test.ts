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
      () => knex('value_nodes').where({ id: 'a' }).update({ position: 7 }),
      () =>
        knex('measures').insert({
          id: 'm',
          node_id: 'a',
          position: 0,
          is_primary: true,
          data: '{}',
          version: 1,
          created_at: AT,
          updated_at: AT,
        }),
      () =>
        knex('check_ins').insert({
          id: 'c',
          measure_id: 'm',
          date: '2026-03-01',
          value: 1,
          by: 'user:default/a',
          at: AT,
        }),
      () => knex('check_ins').update({ superseded_by: 'd' }),
      () =>
        knex('node_links').insert({
          id: 'l',
          node_id: 'a',
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
      () => knex('value_nodes').where({ id: 'b' }).update({ gone_at: AT }),
    ];
    for (const write of writes) {
      const before = await kept.read();
      expect(await kept.read()).toBe(before);
      await write();
      expect(await kept.read()).not.toBe(before);
    }
    const { nodes, measures, links } = await kept.read();
    expect(nodes.map(node => node.id)).toEqual(['a']);
    expect(measures).toHaveLength(1);
    expect(links.a.products).toEqual(['dataproduct:default/a']);
    expect(links.a.backlog).toMatchObject([{ state: 'done' }]);
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
  });
});
