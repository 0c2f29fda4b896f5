import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { keptMeasure, keptNode } from '../__testUtils__/kept';
import { LinkStore, StoredLink } from './LinkStore';
import { MeasureStore } from './MeasureStore';
import { NodeStore } from './NodeStore';
import { TreeReader } from './TreeReader';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const link = (
  id: string,
  nodeId: string,
  target: Partial<StoredLink>,
): StoredLink => ({
  id,
  nodeId,
  provider: 'catalog',
  ref: 'dataproduct:default/orders',
  by: 'user:default/ann',
  createdAt: '2026-01-01T00:00:00.000Z',
  ...target,
});

describe.each(databases.eachSupportedId())('TreeReader on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
  });

  const addProduct = (name: string, initiatives: string[], goneAt?: string) =>
    knex('subjects').insert({
      ref: `dataproduct:default/${name}`,
      kind: 'dataproduct',
      title: name,
      sort_title: name,
      data: '{}',
      facts: JSON.stringify({ product: { tags: ['a'], initiatives } }),
      digest: 'x',
      seen_at: '2026-01-01T00:00:00.000Z',
      gone_at: goneAt ?? null,
    });

  it('reads all that there is in four statements', async () => {
    const gone = keptNode('gone', { goneAt: '2026-02-01T00:00:00.000Z' });
    await new NodeStore(knex).insert([
      keptNode('I-1', { kind: 'initiative', position: 2 }),
      keptNode('constructor', { kind: 'initiative', position: 1 }),
      gone,
    ]);
    await new MeasureStore(knex).insert([
      keptMeasure('m', 'I-1'),
      keptMeasure('of-gone', 'gone'),
    ]);
    await new LinkStore(knex).insert([
      link('1', 'I-1', {}),
      link('2', 'I-1', { ref: 'component:default/service' }),
      link('3', 'I-1', {
        provider: 'github',
        ref: 'o/r#1',
        state: 'done',
        seenAt: '2026-02-03T04:05:06.000Z',
      }),
      link('4', 'gone', {}),
    ]);
    await addProduct('orders', ['I-1', 'none', 'I-1']);
    await addProduct('results', ['I-1', 'constructor', 'gone']);
    await addProduct('aimless', []);
    await addProduct('left', ['I-1'], '2026-02-01T00:00:00.000Z');

    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    const tree = await TreeReader.read(knex);
    expect(statements).toHaveLength(4);

    expect(tree.nodes.map(node => node.id)).toEqual(['constructor', 'I-1']);
    expect(tree.measures.map(measure => measure.id)).toEqual(['m']);
    expect(tree.storedLinks.map(one => one.id)).toEqual(['1', '2', '3']);
    expect(tree.catalogLinks).toEqual({
      'I-1': ['dataproduct:default/orders', 'dataproduct:default/results'],
      constructor: ['dataproduct:default/results'],
    });
    expect(tree.links).toEqual({
      'I-1': {
        products: ['dataproduct:default/orders', 'dataproduct:default/results'],
        backlog: [
          {
            provider: 'github',
            ref: 'o/r#1',
            state: 'done',
            seenAt: '2026-02-03',
          },
        ],
      },
      constructor: {
        products: ['dataproduct:default/results'],
        backlog: [],
      },
    });
  });

  it('reads nothing where there is nothing', async () => {
    expect(await TreeReader.read(knex)).toEqual({
      nodes: [],
      measures: [],
      links: {},
      storedLinks: [],
      catalogLinks: {},
    });
  });
});
