import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { keptNode } from '../__testUtils__/kept';
import { NodeStore } from './NodeStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('NodeStore on %s', id => {
  let knex: Knex;
  let store: NodeStore;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    store = new NodeStore(knex);
  });

  const lock = (node: string) =>
    knex.transaction(trx => new NodeStore(trx).lock(node));
  const ids = (nodes: readonly { id: string }[]) => nodes.map(node => node.id);

  it('keeps all that is said of a node', async () => {
    const full = keptNode('full', {
      kind: 'bet',
      parentId: 'nowhere',
      state: 'stop-ready',
      position: 1.5,
      managedBy: 'tree-1',
      version: 7,
      fields: {
        title: 'Wait “less”, 100 %',
        domain: 'domain:default/care',
        owner: 'group:default/team',
        reviewAt: '2026-03-01',
        rank: 2,
        mandatory: true,
        contributors: [{ role: 'adviser', ref: 'user:default/ann' }],
      },
    });
    const plain = keptNode('plain');
    expect(await store.insert([full, plain])).toEqual(
      new Set(['full', 'plain']),
    );
    expect(await store.find('full')).toEqual(full);
    expect(await lock('plain')).toEqual(plain);
    expect(await store.find('none')).toBeUndefined();
    expect(
      await knex('value_nodes').where({ id: 'full' }).first(),
    ).toMatchObject({
      domain_ref: 'domain:default/care',
      owner_ref: 'group:default/team',
      review_at: '2026-03-01',
    });
  });

  it('gives no id away twice', async () => {
    await store.insert([keptNode('a')]);
    const again = keptNode('a', { fields: { title: 'Another' } });
    expect(await store.insert([again, keptNode('b')])).toEqual(new Set(['b']));
    expect((await store.find('a'))?.fields.title).toBe('Title of a');
  });

  it('writes what is still as it was read, once', async () => {
    const [a, b] = [keptNode('a'), keptNode('b', { version: 3 })];
    await store.insert([a, b]);
    const next = (node: typeof a, title: string) => ({
      ...node,
      version: node.version + 1,
      fields: { title },
    });
    const written = await Promise.all([
      store.update([next(a, 'one'), { ...next(b, 'stale'), version: 3 }]),
      store.update([next(a, 'two')]),
    ]);
    expect(written.map(({ size }) => size).sort()).toEqual([0, 1]);
    expect(['one', 'two']).toContain((await store.find('a'))?.fields.title);
    expect(await store.find('b')).toEqual(b);
  });

  it('leaves out those that are gone, and writes them no more', async () => {
    const node = keptNode('a');
    await store.insert([node, keptNode('b', { parentId: 'a' })]);
    const gone = { ...node, version: 2, goneAt: '2026-02-01T00:00:00.000Z' };
    expect((await store.update([gone])).size).toBe(1);
    expect(ids(await store.all())).toEqual(['b']);
    expect(await store.find('a')).toBeUndefined();
    expect(await lock('a')).toBeUndefined();
    expect(await store.subtree('a')).toEqual([]);
    expect(await store.byIdsEver(['a'])).toEqual([gone]);
    expect((await store.update([{ ...gone, version: 3 }])).size).toBe(0);
    expect((await store.insert([node])).size).toBe(0);
  });

  it('finds what is above and below, siblings in their order', async () => {
    await store.insert([
      keptNode('deep', { parentId: 'first' }),
      keptNode('second', { parentId: 'top', position: 2 }),
      keptNode('first', { parentId: 'top', position: 1.25 }),
      keptNode('top', { position: 5 }),
      keptNode('other', { position: 4 }),
      keptNode('adrift', { parentId: 'gone' }),
    ]);
    expect(ids(await store.children('top'))).toEqual(['first', 'second']);
    expect(ids(await store.children(undefined))).toEqual(['other', 'top']);
    expect(ids(await store.subtree('top'))).toEqual([
      'top',
      'first',
      'second',
      'deep',
    ]);
    expect(ids(await store.path('deep'))).toEqual(['top', 'first', 'deep']);
    expect(ids(await store.path('adrift'))).toEqual(['adrift']);
    expect(await store.path('none')).toEqual([]);
    await store.place([
      { id: 'second', position: 1 },
      { id: 'first', position: 2 },
    ]);
    expect(ids(await store.children('top'))).toEqual(['second', 'first']);
    expect((await store.find('first'))?.version).toBe(1);
  });

  it('comes to an end in a circle', async () => {
    await store.insert([
      keptNode('a', { parentId: 'b' }),
      keptNode('b', { parentId: 'a' }),
    ]);
    expect(ids(await store.subtree('a'))).toEqual(['a', 'b']);
    expect(ids(await store.path('a'))).toEqual(['b', 'a']);
  });

  it('reads and writes thousands at once', async () => {
    const many = Array.from({ length: 3_000 }, (_, i) =>
      keptNode(`n-${i}`, { position: i }),
    );
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    expect((await store.insert(many)).size).toBe(3_000);
    const next = many.map(node => ({ ...node, version: 2 }));
    expect((await store.update(next)).size).toBe(3_000);
    expect(await store.all()).toEqual(next);
    expect(statements).toHaveLength(3);
  });

  it('is locked as a whole until the end of a transaction', async () => {
    const order: string[] = [];
    const hold = async (name: string) =>
      knex.transaction(async trx => {
        await new NodeStore(trx).lockTree();
        order.push(`${name} in`);
        await new NodeStore(trx).insert([keptNode(name)]);
        await new Promise(resolve => setTimeout(resolve, 50));
        order.push(`${name} out`);
      });
    await Promise.all([hold('a'), hold('b')]);
    const first = order[0][0];
    const second = first === 'a' ? 'b' : 'a';
    expect(order).toEqual([
      `${first} in`,
      `${first} out`,
      `${second} in`,
      `${second} out`,
    ]);
  });
});
