import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { measureFields } from '../__testUtils__/kept';
import {
  ANN,
  BEA,
  CARE,
  CEM,
  refusal,
  refusals,
  SUPPLY,
  TreeWorld,
  ZOE,
} from '../__testUtils__/TreeWorld';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('NodeService on %s', id => {
  let knex: Knex;
  let world: TreeWorld;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    world = await TreeWorld.on(knex);
  });

  const versions = async (nodeId: string) =>
    (await knex('node_versions').where({ node_id: nodeId }).orderBy('id')).map(
      ({ action, version, by, measure_id: measure }) =>
        `${measure ? 'measure ' : ''}${action} ${version} ${by}`,
    );

  describe('adds', () => {
    it('a node with its first measures, as the last one', async () => {
      await world.add('vision', { kind: 'vision' });
      await world.add('first', { parentId: 'vision' });
      const added = await world.tree.nodes.add(
        {
          kind: 'goal',
          parentId: 'vision',
          fields: {
            title: 'Less waiting',
            domain: 'care',
            owner: 'Team-A',
            sponsor: 'ann',
            contributors: [{ role: 'adviser', ref: 'bea' }],
          },
          measures: [
            measureFields({ owner: 'user:ann' }),
            measureFields({ name: 'Calls', primary: false }),
          ],
        },
        ANN,
      );
      expect(added).toMatchObject({
        node: {
          kind: 'goal',
          parentId: 'vision',
          state: 'proposed',
          domain: { ref: CARE },
          version: 1,
          primary: {
            name: 'Hours to wait',
            owner: { ref: 'user:default/ann' },
          },
        },
        fields: {
          domain: CARE,
          owner: 'group:default/team-a',
          sponsor: 'user:default/ann',
          contributors: [{ role: 'adviser', ref: 'user:default/bea' }],
        },
        measures: [{ name: 'Hours to wait' }, { name: 'Calls' }],
      });
      expect(await world.below('vision')).toEqual(['first', added.node.id]);
      expect(world.marked).toContain(CARE);
      expect(await versions(added.node.id)).toEqual([
        'added 1 user:default/ann',
        'measure added 1 user:default/ann',
        'measure added 1 user:default/ann',
      ]);
      expect((await world.log()).slice(-3)).toEqual([
        'user:default/ann goal-added',
        'user:default/ann measure-added',
        'user:default/ann measure-added',
      ]);
      const [entry] = await knex('audit_log').where({ subject_ref: CARE });
      expect(JSON.parse(entry.after)).toMatchObject({
        id: added.node.id,
        parentId: 'vision',
        fields: { title: 'Less waiting' },
      });
    });

    it.each<[string, Parameters<TreeWorld['add']>[1], string, string]>([
      [
        'a field of another kind',
        { fields: { stance: 'explore' } },
        'InputError',
        'stance: a goal has none',
      ],
      [
        'what is no ref',
        { fields: { owner: ':::' } },
        'InputError',
        'owner: ":::" is no entity ref',
      ],
      [
        'a domain that is not there',
        { fields: { domain: 'nowhere' } },
        'InputError',
        'there is no domain:default/nowhere in the catalog',
      ],
      [
        'a parent that is not there',
        { parentId: 'nowhere' },
        'InputError',
        'parentId: there is no goal, bet or initiative “nowhere”',
      ],
      [
        'no parent',
        { kind: 'bet' },
        'InputError',
        'parentId: a bet belongs below a goal, none is named',
      ],
      [
        'a parent of another kind',
        { kind: 'initiative', parentId: 'goal' },
        'InputError',
        'an initiative belongs below a bet, “goal” is a goal',
      ],
      [
        'a vision below something',
        { kind: 'vision', parentId: 'goal' },
        'InputError',
        'a vision belongs below nothing',
      ],
      [
        'a measure without a baseline',
        { measures: [measureFields({ baseline: undefined })] },
        'InputError',
        'There is no baseline',
      ],
      [
        'two primary measures',
        { measures: [measureFields(), measureFields({ name: 'More' })] },
        'InputError',
        'Only one measure can be the primary one',
      ],
      [
        'an activity as the primary measure',
        { measures: [measureFields({ class: 'activity' })] },
        'InputError',
        'counts an activity',
      ],
    ])('nothing with %s', async (_case, node, name, message) => {
      await world.add('goal');
      const error = await refusal(world.add('new', node));
      expect([error.name, error.message]).toEqual([
        name,
        expect.stringContaining(message),
      ]);
      expect(await world.below()).toEqual(['goal']);
      expect(await knex('measures')).toEqual([]);
    });

    it('nothing for those who may not', async () => {
      await world.add('care', { fields: { domain: CARE } });
      for (const [by, node] of [
        [CEM, { parentId: 'care' }],
        [BEA, { parentId: 'care' }],
        [BEA, { fields: { domain: CARE } }],
        [ANN, {}],
      ] as const) {
        const error = await refusal(world.add('new', node, by));
        expect([error.name, error.message]).toEqual([
          'NotAllowedError',
          expect.stringContaining('data-mesh.goal.manage'),
        ]);
      }
      await world.add('new', { kind: 'bet', parentId: 'care' }, ANN);
      expect(await world.below('care')).toEqual(['new']);
    });

    it('nothing below, or of, what the caller may not see', async () => {
      await world.add('hidden', { fields: { domain: SUPPLY } });
      world.visible = new Set([CARE]);
      const below = await refusal(world.add('a', { parentId: 'hidden' }));
      expect(below.message).toContain('there is no goal, bet or initiative');
      const of = await refusal(world.add('b', { fields: { domain: SUPPLY } }));
      expect(of.message).toContain('there is no domain:default/supply');
    });

    it('one of an id, also of one that is gone', async () => {
      await world.add('goal');
      expect((await refusal(world.add('goal'))).name).toBe('ConflictError');
      await world.tree.moves.delete('goal', 1, ZOE);
      const error = await refusal(world.add('goal'));
      expect([error.name, error.message]).toEqual([
        'ConflictError',
        expect.stringContaining('“goal” is taken, or was once'),
      ]);
    });

    it('siblings one after the other, on two replicas at once', async () => {
      const other = await TreeWorld.on(knex);
      await world.add('vision', { kind: 'vision' });
      await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          [world, other][i % 2].add(`g-${i}`, { parentId: 'vision' }),
        ),
      );
      const rows = await knex('value_nodes').where({ parent_id: 'vision' });
      expect(rows.map(row => row.position).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    });
  });

  describe('changes', () => {
    it('what a node says, and takes fields away', async () => {
      await world.add('goal', {
        fields: { domain: CARE, horizon: '2028', sponsor: 'ann' },
      });
      world.now = '2026-03-02T12:00:00.000Z';
      const { node, fields } = await world.tree.nodes.change(
        'goal',
        {
          version: 1,
          fields: { title: 'New title', horizon: null, owner: 'team-a' },
        },
        ANN,
      );
      expect(node.version).toBe(2);
      expect(fields).toEqual({
        title: 'New title',
        domain: CARE,
        sponsor: 'user:default/ann',
        owner: 'group:default/team-a',
      });
      expect(await versions('goal')).toEqual([
        'added 1 user:default/zoe',
        'edited 2 user:default/ann',
      ]);
      const log = await knex('audit_log').where({ action: 'goal-edited' });
      expect(log).toHaveLength(1);
      expect(JSON.parse(log[0].before).fields.title).toBe('goal');
      expect(JSON.parse(log[0].after).fields.title).toBe('New title');

      const { items } = await world.tree.views.getHistory(
        'goal',
        { at: '2026-03-01' },
        ZOE,
      );
      expect(items.map(item => item.fields.title)).toEqual(['goal']);
    });

    it('nothing where all is the same', async () => {
      await world.add('goal', { fields: { domain: CARE } });
      const same = await world.tree.nodes.change(
        'goal',
        { version: 1, fields: { title: 'goal', domain: 'Care', rank: null } },
        ANN,
      );
      expect(same.node.version).toBe(1);
      expect(await versions('goal')).toHaveLength(1);
    });

    it.each<[Record<string, unknown>, string]>([
      [{ title: '' }, 'title: '],
      [{ title: null }, 'title: '],
      [{ sponsr: 'ann' }, 'sponsr'],
      [{ stance: 'explore' }, 'stance: a goal has none'],
      [{ reviewAt: 'soon' }, 'reviewAt: '],
      [{ contributors: [{ role: 'x', ref: '' }] }, 'contributors.0.ref: '],
      [{ domain: 'nowhere' }, 'there is no domain:default/nowhere'],
    ])('nothing to %j', async (fields, message) => {
      await world.add('goal');
      const error = await refusal(
        world.tree.nodes.change('goal', { version: 1, fields }, ZOE),
      );
      expect([error.name, error.message]).toEqual([
        'InputError',
        expect.stringContaining(message),
      ]);
      expect(await versions('goal')).toHaveLength(1);
    });

    it('what the caller has a right on, before and after', async () => {
      await world.add('goal', { fields: { domain: CARE } });
      const change = (by: typeof ANN, domain: string | null) =>
        world.tree.nodes.change('goal', { version: 1, fields: { domain } }, by);
      for (const refused of await refusals([
        change(CEM, CARE),
        change(BEA, SUPPLY),
        change(ANN, SUPPLY),
        change(ANN, null),
      ])) {
        expect(refused.name).toBe('NotAllowedError');
      }
      world.marked.length = 0;
      const { node } = await change(ZOE, SUPPLY);
      expect(node.domain?.ref).toBe(SUPPLY);
      expect(new Set(world.marked)).toEqual(new Set([CARE, SUPPLY]));
    });

    it('nothing that is gone, or hidden', async () => {
      await world.add('goal', { fields: { domain: CARE } });
      world.visible = new Set();
      const change = () =>
        world.tree.nodes.change(
          'goal',
          { version: 1, fields: { title: 'x' } },
          ZOE,
        );
      expect((await refusal(change())).name).toBe('NotFoundError');
      world.visible = 'all';
      await world.tree.moves.delete('goal', 1, ZOE);
      expect((await refusal(change())).name).toBe('NotFoundError');
    });

    it('nothing that a document owns', async () => {
      await world.add('goal');
      await knex('value_nodes').update({ managed_by: 'tree.yaml' });
      const error = await refusal(
        world.tree.nodes.change(
          'goal',
          { version: 1, fields: { title: 'x' } },
          ZOE,
        ),
      );
      expect([error.name, error.message]).toEqual([
        'InputError',
        expect.stringContaining('are kept in tree.yaml: change them there'),
      ]);
    });

    it('one of two that people make at once; nothing is lost', async () => {
      const other = await TreeWorld.on(knex);
      await world.add('goal', { fields: { domain: CARE } });
      const titles = ['By Ann', 'By Zoe'];
      const outcomes = await Promise.allSettled([
        world.tree.nodes.change(
          'goal',
          { version: 1, fields: { title: titles[0] } },
          ANN,
        ),
        other.tree.nodes.change(
          'goal',
          { version: 1, fields: { title: titles[1] } },
          ZOE,
        ),
      ]);
      const won = outcomes.findIndex(({ status }) => status === 'fulfilled');
      const [lost] = outcomes.filter(
        (one): one is PromiseRejectedResult => one.status === 'rejected',
      );
      expect(lost.reason).toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('has changed since you read it'),
        current: { node: { version: 2 }, fields: { title: titles[won] } },
      });
      expect((await world.get('goal')).fields.title).toBe(titles[won]);
      expect(await versions('goal')).toHaveLength(2);

      const again = await world.tree.nodes.change(
        'goal',
        { version: 2, fields: { title: titles[1 - won] } },
        ZOE,
      );
      expect(again.node.version).toBe(3);
    });
  });
});
