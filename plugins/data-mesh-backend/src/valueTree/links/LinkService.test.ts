import { LinkRequest } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { ANN, BEA, CARE, refusal, TreeWorld } from '../__testUtils__/TreeWorld';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const ORDERS = 'dataproduct:default/orders';

describe.each(databases.eachSupportedId())('LinkService on %s', id => {
  let knex: Knex;
  let world: TreeWorld;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    world = await TreeWorld.on(knex);
    await world.add('goal', { fields: { domain: CARE } });
  });

  const link = (request: LinkRequest, by = ANN) =>
    world.tree.links.link('goal', request, by);

  it('links a product, once', async () => {
    world.marked.length = 0;
    const { isNew, node } = await link({ entityRef: 'Orders' });
    expect(isNew).toBe(true);
    expect(node.node.products).toMatchObject([
      { ref: ORDERS, title: 'orders', from: ['tree'] },
    ]);
    expect(new Set(world.marked)).toEqual(new Set([CARE, ORDERS]));

    const again = await link({ entityRef: ORDERS });
    expect(again).toEqual({ isNew: false, node });
    const log = await knex('audit_log').where({ action: 'node-linked' });
    expect(log).toMatchObject([
      { by: 'user:default/ann', subject_ref: ORDERS },
    ]);

    const replicas = [world, await TreeWorld.on(knex)];
    const outcomes = await Promise.all(
      replicas.map(one =>
        one.tree.links.link('goal', { entityRef: 'results' }, ANN),
      ),
    );
    expect(outcomes.filter(one => one.isNew)).toHaveLength(1);
    expect(await knex('node_links')).toHaveLength(2);
  });

  it.each<[LinkRequest, object]>([
    [
      {
        provider: 'github',
        ref: 'https://github.com/alvenro/orders/issues/41',
      },
      {
        provider: 'github',
        ref: 'alvenro/orders#41',
        url: 'https://github.com/alvenro/orders/issues/41',
      },
    ],
    [
      { provider: 'jira', ref: 'pat-88', title: 'Fewer calls' },
      {
        provider: 'jira',
        ref: 'PAT-88',
        title: 'Fewer calls',
        url: 'https://jira.example.com/browse/PAT-88',
      },
    ],
    [
      {
        provider: 'gitlab',
        ref: 'group/project!7',
        url: 'https://example.com/7',
      },
      {
        provider: 'gitlab',
        ref: 'group/project!7',
        url: 'https://example.com/7',
      },
    ],
    [
      { provider: 'url', ref: 'https://example.com/board' },
      { provider: 'url', ref: 'https://example.com/board' },
    ],
    [
      { provider: 'url', ref: 'https://jira.example.com/browse/PAT-88' },
      {
        provider: 'jira',
        ref: 'PAT-88',
        url: 'https://jira.example.com/browse/PAT-88',
      },
    ],
  ])('links %j', async (request, item) => {
    const { node } = await link(request);
    expect(node.backlog).toMatchObject([item]);
    expect(world.itemsLinked).toBe(1);
    expect((await link(request)).isNew).toBe(false);
    expect(world.itemsLinked).toBe(1);
  });

  it('links a component, also one that the mesh does not know', async () => {
    const { node } = await link({ entityRef: 'component:default/service' });
    expect(node.components).toMatchObject([
      { ref: 'component:default/service' },
    ]);
    expect(node.node.products).toEqual([]);
  });

  it.each<[LinkRequest, string]>([
    [{ entityRef: 'nothing' }, 'there is no dataproduct:default/nothing'],
    [{ entityRef: 'results' }, 'there is no dataproduct:default/results'],
    [{ entityRef: 'user:ann' }, 'not to a user'],
    [{ entityRef: ':' }, 'entityRef: ":" is no entity ref'],
    [
      { provider: 'github', ref: 'PAT-88' },
      'ref: “PAT-88” is none of github. Write it like owner/repository#41.',
    ],
    [{ provider: 'url', ref: 'here' }, '“here” is none of url'],
  ])('does not link %j', async (request, message) => {
    world.visible = new Set([CARE]);
    const error = await refusal(link(request));
    expect([error.name, error.message]).toEqual([
      'InputError',
      expect.stringContaining(message),
    ]);
    expect(await knex('node_links')).toEqual([]);
  });

  it('takes a link away, once', async () => {
    const { node } = await link({ entityRef: 'orders' });
    const linkId = node.node.products[0].linkId!;
    const { links } = world.tree;
    expect((await refusal(links.unlink('goal', linkId, BEA))).name).toBe(
      'NotAllowedError',
    );
    await world.add('other', { fields: { domain: CARE } });
    expect((await refusal(links.unlink('other', linkId, ANN))).name).toBe(
      'NotFoundError',
    );
    world.marked.length = 0;
    const without = await links.unlink('goal', linkId, ANN);
    expect(without.node.products).toEqual([]);
    expect(new Set(world.marked)).toEqual(new Set([CARE, ORDERS]));
    expect((await refusal(links.unlink('goal', linkId, ANN))).name).toBe(
      'NotFoundError',
    );
    expect(await world.log()).toContain('user:default/ann node-unlinked');
  });

  it('is for those who may, also where a document owns the words', async () => {
    await knex('value_nodes').update({ managed_by: 'tree.yaml' });
    expect((await link({ entityRef: 'orders' })).isNew).toBe(true);
    expect((await refusal(link({ entityRef: 'orders' }, BEA))).name).toBe(
      'NotAllowedError',
    );
    await knex('value_nodes').update({ gone_at: '2026-03-01' });
    expect((await refusal(link({ entityRef: 'orders' }))).name).toBe(
      'NotFoundError',
    );
  });
});
