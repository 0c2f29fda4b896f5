import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import {
  ANN,
  BEA,
  CARE,
  refusal,
  SUPPLY,
  TreeWorld,
  ZOE,
} from '../__testUtils__/TreeWorld';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('NodeMoves on %s', id => {
  let knex: Knex;
  let world: TreeWorld;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    world = await TreeWorld.on(knex);
  });

  const move = async (
    node: string,
    parentId: string | null,
    before?: string,
    by = ZOE,
    on = world,
  ) => {
    const { node: known } = await on.get(node);
    return on.tree.moves.move(
      node,
      { version: known.version, parentId, before },
      by,
    );
  };

  describe('moves', () => {
    it('a node with all below it', async () => {
      await world.add('vision', { kind: 'vision' });
      await world.add('care', { fields: { domain: CARE } });
      await world.add('supply', { fields: { domain: SUPPLY } });
      await world.add('bet', { kind: 'bet', parentId: 'care' });
      await world.add('try', { kind: 'initiative', parentId: 'bet' });
      await world.tree.links.link('try', { entityRef: 'orders' }, ZOE);
      world.marked.length = 0;

      const moved = await move('bet', 'supply');
      expect(moved.node).toMatchObject({
        parentId: 'supply',
        version: 2,
        domain: { ref: SUPPLY },
      });
      expect((await world.get('try')).node).toMatchObject({
        version: 1,
        domain: { ref: SUPPLY },
      });
      expect(new Set(world.marked)).toEqual(
        new Set([CARE, SUPPLY, 'dataproduct:default/orders']),
      );
      expect(await world.log()).toContain('user:default/zoe bet-moved');
      expect((await move('care', 'vision')).node.parentId).toBe('vision');
      expect((await move('care', null)).node.parentId).toBeUndefined();
      const { items } = await world.tree.views.getHistory('care', {}, ZOE);
      expect(items.map(({ action, changed }) => [action, changed])).toEqual([
        ['moved', ['parentId']],
        ['moved', ['parentId']],
        ['added', []],
      ]);
    });

    it('one before a sibling, as often as one likes', async () => {
      await world.add('vision', { kind: 'vision' });
      for (const name of ['a', 'b', 'c']) {
        await world.add(name, { parentId: 'vision' });
      }
      await move('c', 'vision', 'a');
      expect(await world.below('vision')).toEqual(['c', 'a', 'b']);
      await move('c', 'vision');
      expect(await world.below('vision')).toEqual(['a', 'b', 'c']);
      // Halves of halves come to an end, the order does not.
      for (let i = 0; i < 60; i++) {
        const [, middle, last] = await world.below('vision');
        await move(last, 'vision', middle);
        expect(await world.below('vision')).toEqual(['a', last, middle]);
      }
      const error = await refusal(move('a', 'vision', 'elsewhere'));
      expect(error.message).toContain('before: “elsewhere” is not there');
    });

    it.each<[string, string | null, string]>([
      ['top', 'top', 'is the same, and nothing can be below itself'],
      ['top', 'deep', '“deep” is below it, and nothing can be below itself'],
      ['top', 'bet', 'a goal belongs below a vision or a goal'],
      ['bet', null, 'a bet belongs below a goal, none is named'],
      ['bet', 'nowhere', 'there is no goal, bet or initiative “nowhere”'],
    ])('%s below %s not', async (node, parent, message) => {
      await world.add('top');
      await world.add('mid', { parentId: 'top' });
      await world.add('deep', { parentId: 'mid' });
      await world.add('bet', { kind: 'bet', parentId: 'top' });
      const error = await refusal(move(node, parent));
      expect([error.name, error.message]).toEqual([
        'InputError',
        expect.stringContaining(message),
      ]);
      expect((await world.get(node)).node.version).toBe(1);
    });

    it('with the right on both ends only', async () => {
      await world.add('care', { fields: { domain: CARE } });
      await world.add('supply', { fields: { domain: SUPPLY } });
      await world.add('bet', { kind: 'bet', parentId: 'care' });
      for (const by of [ANN, BEA]) {
        const error = await refusal(move('bet', 'supply', undefined, by));
        expect(error.name).toBe('NotAllowedError');
      }
      expect(await world.below('care')).toEqual(['bet']);
    });

    it('nothing that a document owns, but what is below', async () => {
      await world.add('top');
      await world.add('mid', { parentId: 'top' });
      await knex('value_nodes')
        .where({ id: 'top' })
        .update({ managed_by: 'tree.yaml' });
      await world.add('vision', { kind: 'vision' });
      expect((await refusal(move('top', 'vision'))).message).toContain(
        'kept in tree.yaml',
      );
      expect((await move('mid', 'vision')).node.parentId).toBe('vision');
      expect((await move('mid', 'top')).node.parentId).toBe('top');
    });

    it('what is adrift back into the tree', async () => {
      await world.add('top');
      await world.add('mid', { parentId: 'top' });
      await knex('value_nodes')
        .where({ id: 'top' })
        .update({ gone_at: '2026-03-01' });
      expect((await world.get('mid')).node.isAdrift).toBe(true);
      await world.add('vision', { kind: 'vision' });
      const { node } = await move('mid', 'vision');
      expect(node).toMatchObject({ parentId: 'vision' });
      expect(node.isAdrift).toBeUndefined();
    });

    it('one of two that together would make a circle', async () => {
      const other = await TreeWorld.on(knex);
      for (let round = 0; round < 5; round++) {
        const [a, b] = [`a-${round}`, `b-${round}`];
        await world.add(a);
        await world.add(b);
        const outcomes = await Promise.allSettled([
          world.tree.moves.move(a, { version: 1, parentId: b }, ZOE),
          other.tree.moves.move(b, { version: 1, parentId: a }, ZOE),
        ]);
        const refused = outcomes.filter(
          (one): one is PromiseRejectedResult => one.status === 'rejected',
        );
        expect(refused.map(({ reason }) => reason.message)).toEqual([
          expect.stringContaining('nothing can be below itself'),
        ]);
      }
    });

    it('no circle, whatever is moved at once', async () => {
      const names = ['a', 'b', 'c', 'd', 'e'];
      const replicas = [world, await TreeWorld.on(knex)];
      for (const name of names) {
        await world.add(name);
      }
      const wanted = names.flatMap(name =>
        names.map(parentId => ({ name, parentId })),
      );
      for (let round = 0; round < 4; round++) {
        await Promise.allSettled(
          wanted
            .filter((_, i) => i % 4 === round)
            .map(({ name, parentId }, i) =>
              move(name, parentId, undefined, ZOE, replicas[i % 2]),
            ),
        );
        const parents = new Map<string, string | null>(
          (await knex('value_nodes')).map(row => [row.id, row.parent_id]),
        );
        for (const name of names) {
          let steps = 0;
          let at: string | null | undefined = name;
          while (at && steps <= names.length) {
            at = parents.get(at);
            steps++;
          }
          expect(steps).toBeLessThanOrEqual(names.length);
        }
      }
      expect(await world.log()).toContain('user:default/zoe goal-moved');
    });

    it('and edits of the same node, without waiting for each other', async () => {
      const other = await TreeWorld.on(knex);
      await world.add('vision', { kind: 'vision' });
      for (let round = 0; round < 6; round++) {
        const goal = `goal-${round}`;
        await world.add(goal);
        const outcomes = await Promise.allSettled([
          world.tree.moves.move(goal, { version: 1, parentId: 'vision' }, ZOE),
          other.tree.nodes.change(
            goal,
            { version: 1, fields: { title: 'Edited' } },
            ZOE,
          ),
          other.tree.states.change(goal, { version: 1, state: 'active' }, ZOE),
        ]);
        const refused = outcomes.filter(
          (one): one is PromiseRejectedResult => one.status === 'rejected',
        );
        expect(refused.map(({ reason }) => reason.name)).toEqual([
          'ConflictError',
          'ConflictError',
        ]);
        expect((await world.get(goal)).node.version).toBe(2);
      }
    });

    it('one of two that people make at once', async () => {
      const other = await TreeWorld.on(knex);
      await world.add('vision', { kind: 'vision' });
      await world.add('goal');
      await world.add('mid');
      const outcomes = await Promise.allSettled([
        world.tree.moves.move('mid', { version: 1, parentId: 'goal' }, ZOE),
        other.tree.moves.move('mid', { version: 1, parentId: 'vision' }, ZOE),
      ]);
      const [lost] = outcomes.filter(
        (one): one is PromiseRejectedResult => one.status === 'rejected',
      );
      expect(lost.reason).toMatchObject({
        name: 'ConflictError',
        current: { node: { id: 'mid', version: 2 } },
      });
    });
  });

  describe('deletes', () => {
    it('a node with all below it, and keeps what was said', async () => {
      await world.add('care', { fields: { domain: CARE } });
      await world.add('bet', { kind: 'bet', parentId: 'care' });
      await world.add('try', { kind: 'initiative', parentId: 'bet' });
      await world.add('stays', { fields: { domain: CARE } });
      await world.tree.links.link('try', { entityRef: 'orders' }, ZOE);
      const measure = await world.addMeasure('bet');
      await world.checkIn(measure.id, { date: '2026-02-01', value: 9 });
      world.marked.length = 0;

      await world.tree.moves.delete('care', 1, ANN);
      expect(await world.below()).toEqual(['stays']);
      expect(await knex('value_nodes').whereNull('gone_at')).toHaveLength(1);
      expect(await knex('measures').whereNull('gone_at')).toEqual([]);
      expect(await knex('check_ins')).toHaveLength(1);
      expect(new Set(world.marked)).toEqual(
        new Set([CARE, 'dataproduct:default/orders']),
      );
      const { items } = await world.tree.views.getHistory('bet', {}, ZOE);
      expect(items.map(({ action }) => action)).toEqual([
        'deleted',
        'deleted',
        'added',
        'added',
      ]);
      const log = await world.log();
      expect(log.filter(entry => entry.endsWith('-deleted')).sort()).toEqual([
        'user:default/ann bet-deleted',
        'user:default/ann goal-deleted',
        'user:default/ann initiative-deleted',
        'user:default/ann measure-deleted',
      ]);
      expect((await refusal(world.get('bet'))).name).toBe('NotFoundError');
    });

    it('nothing of which some is for others', async () => {
      await world.add('care', { fields: { domain: CARE } });
      await world.add('below', {
        parentId: 'care',
        fields: { domain: SUPPLY },
      });
      const error = await refusal(world.tree.moves.delete('care', 1, ANN));
      expect([error.name, error.message]).toEqual([
        'NotAllowedError',
        expect.stringContaining('“below” is changed by'),
      ]);
      world.visible = new Set([CARE]);
      for (const by of [ANN, ZOE]) {
        const hidden = await refusal(world.tree.moves.delete('care', 1, by));
        expect(hidden.name).toBe('NotAllowedError');
        expect(hidden.message).not.toContain('“below”');
      }
      expect(await knex('value_nodes').whereNull('gone_at')).toHaveLength(2);
    });

    it('nothing that is stale, or that a document owns', async () => {
      await world.add('goal');
      await world.add('below', { parentId: 'goal' });
      expect(
        await refusal(world.tree.moves.delete('goal', 7, ZOE)),
      ).toMatchObject({
        name: 'ConflictError',
        current: { node: { id: 'goal', version: 1 } },
      });
      await knex('value_nodes')
        .where({ id: 'below' })
        .update({ managed_by: 'tree.yaml' });
      const error = await refusal(world.tree.moves.delete('goal', 1, ZOE));
      expect(error.message).toContain('“below”');
      expect(error.message).toContain('tree.yaml');
    });

    it('all below, or nothing, while others add there', async () => {
      const other = await TreeWorld.on(knex);
      for (let round = 0; round < 4; round++) {
        const goal = `goal-${round}`;
        await world.add(goal);
        await Promise.allSettled([
          world.tree.moves.delete(goal, 1, ZOE),
          other.add(`below-${round}`, { parentId: goal }),
          other.addMeasure(goal),
        ]);
        const { tree } = world;
        const { nodes } = await tree.views.getTree({}, ZOE);
        expect(nodes.filter(node => node.isAdrift)).toEqual([]);
        const orphans = await knex('measures as m')
          .join('value_nodes as n', 'n.id', 'm.node_id')
          .whereNull('m.gone_at')
          .whereNotNull('n.gone_at');
        expect(orphans).toEqual([]);
      }
    });
  });
});
