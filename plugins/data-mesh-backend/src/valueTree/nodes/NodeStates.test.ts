import { DecisionRequest } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import {
  ANN,
  BEA,
  CARE,
  refusal,
  TreeWorld,
  ZOE,
} from '../__testUtils__/TreeWorld';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('NodeStates on %s', id => {
  let knex: Knex;
  let world: TreeWorld;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    world = await TreeWorld.on(knex);
    await world.add('goal', { state: 'active', fields: { domain: CARE } });
    await world.add('bet', { kind: 'bet', parentId: 'goal' });
  });

  const decide = (
    rest: Partial<DecisionRequest> = {},
    by = ANN,
    node: string = 'bet',
  ) =>
    world.tree.states.decide(
      node,
      { version: 1, type: 'continue', reason: 'It works', ...rest },
      by,
    );

  describe('moves to another state', () => {
    it('along the allowed moves, with the learning in the end', async () => {
      const { states } = world.tree;
      await states.change('bet', { version: 1, state: 'active' }, ANN);
      const ready = { version: 2, state: 'stop-ready' as const };
      await states.change('bet', ready, ANN);
      const stop = { version: 3, state: 'stopped' as const };
      const error = await refusal(states.change('bet', stop, ANN));
      expect([error.name, error.message]).toEqual([
        'InputError',
        'learning: it is missing. Say what was learnt from this bet before it is stopped.',
      ]);
      world.marked.length = 0;
      const learning = 'Nobody asked for it';
      const stopped = await states.change('bet', { ...stop, learning }, ANN);
      expect(stopped).toMatchObject({
        node: { state: 'stopped', version: 4 },
        fields: { learning },
        decisions: [],
      });
      expect(world.marked).toContain(CARE);
      const { items } = await world.tree.views.getHistory('bet', {}, ZOE);
      expect(items.map(({ action, state }) => [action, state])).toEqual([
        ['stopped', 'stopped'],
        ['stop-ready', 'stop-ready'],
        ['active', 'active'],
        ['added', 'proposed'],
      ]);
    });

    it('not along others, nor for others, nor twice', async () => {
      const { states } = world.tree;
      const succeed = {
        version: 1,
        state: 'succeeded' as const,
        learning: 'x',
      };
      const error = await refusal(states.change('bet', succeed, ANN));
      expect([error.name, error.message]).toEqual([
        'InputError',
        'state: a bet that is proposed does not become succeeded; it may become active, stopped.',
      ]);
      const start = { version: 1, state: 'active' as const };
      expect((await refusal(states.change('bet', start, BEA))).name).toBe(
        'NotAllowedError',
      );
      const outcomes = await Promise.allSettled([
        states.change('bet', start, ANN),
        states.change('bet', start, ZOE),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      expect(await refusal(states.change('bet', start, ANN))).toMatchObject({
        name: 'ConflictError',
        current: { node: { state: 'active', version: 2 } },
      });
    });

    it('also where a document owns the words', async () => {
      await knex('value_nodes').update({ managed_by: 'tree.yaml' });
      const start = { version: 1, state: 'active' as const };
      const { node } = await world.tree.states.change('bet', start, ANN);
      expect(node).toMatchObject({ state: 'active', managedBy: 'tree.yaml' });
    });
  });

  describe('keeps a decision', () => {
    it('with the measures as they stood, and what follows', async () => {
      const measure = await world.addMeasure('goal');
      await world.checkIn(measure.id, { date: '2026-02-28', value: 8.5 });
      const { node, fields, decisions } = await decide({
        type: 'start',
        reason: 'We know enough',
        measures: [measure.id, measure.id],
        participants: ['ann', 'user:default/ann', 'bea'],
        reviewAt: '2026-06-01',
      });
      expect(node).toMatchObject({ state: 'active', version: 2 });
      expect(fields.reviewAt).toBe('2026-06-01');
      expect(decisions).toMatchObject([
        {
          nodeId: 'bet',
          type: 'start',
          reason: 'We know enough',
          date: '2026-03-01',
          measures: [
            {
              id: measure.id,
              name: 'Hours to wait',
              text: '8.5 h on 2026-02-28, from 10, wants 2 by 2026-12-31: on course',
            },
          ],
          participants: [
            { ref: 'user:default/ann' },
            { ref: 'user:default/bea' },
          ],
          by: { ref: 'user:default/ann' },
        },
      ]);
      const [entry] = await knex('audit_log').where({ action: 'bet-active' });
      expect(JSON.parse(entry.after)).toMatchObject({
        state: 'active',
        decision: { type: 'start', reason: 'We know enough' },
      });
      // It is a record: it stays when the measure goes.
      await world.tree.measures.delete(measure.id, 1, ZOE);
      expect((await world.get('bet')).decisions[0].measures).toHaveLength(1);
    });

    it('that leaves the state, and one that stops with the learning', async () => {
      await decide({ type: 'start' });
      const kept = await decide({ version: 2 });
      expect(kept.node).toMatchObject({ state: 'active', version: 3 });
      const stop = { version: 3, type: 'stop' as const };
      expect((await refusal(decide(stop))).message).toContain('learning: ');
      const stopped = await decide({ ...stop, learning: 'Nobody used it' });
      expect(stopped).toMatchObject({
        node: { state: 'stopped' },
        fields: { learning: 'Nobody used it' },
        decisions: [{ type: 'stop' }, { type: 'continue' }, { type: 'start' }],
      });
      const { items } = await world.tree.views.getHistory('bet', {}, ZOE);
      expect(items.map(({ action }) => action)).toEqual([
        'stopped',
        'decided',
        'active',
        'added',
      ]);
      const drop = { type: 'stop' as const, learning: 'Too dear' };
      expect((await decide(drop, ANN, 'goal')).node.state).toBe('dropped');
    });

    it.each<[Partial<DecisionRequest>, string]>([
      [{ measures: ['none'] }, 'measures: there is no measure “none”'],
      [{ participants: [':'] }, 'participants: ":" is no entity ref'],
      [{ reviewAt: '2026-02-28' }, 'reviewAt: 2026-02-28 is over'],
      [{ reviewId: 'none' }, 'reviewId: there is no open review “none”'],
    ])('not with %j', async (rest, message) => {
      const error = await refusal(decide(rest));
      expect([error.name, error.message]).toEqual([
        'InputError',
        expect.stringContaining(message),
      ]);
      expect(await knex('decisions')).toEqual([]);
    });

    it('not where there is nothing to decide', async () => {
      const learning = { version: 1, type: 'stop' as const, learning: 'x' };
      await decide(learning);
      const error = await refusal(decide({ version: 2 }));
      expect(error.message).toBe(
        'type: there is no “continue” to decide about a bet that is stopped.',
      );
      expect((await refusal(decide({}, BEA))).name).toBe('NotAllowedError');
    });

    it('of an open review', async () => {
      await knex('reviews').insert({
        id: 'r-1',
        domain_ref: CARE,
        state: 'open',
        data: '{}',
        started_by: 'user:default/ann',
        started_at: '2026-03-01T00:00:00.000Z',
        version: 1,
      });
      const { decisions } = await decide({ reviewId: 'r-1' });
      expect(decisions).toMatchObject([{ reviewId: 'r-1' }]);
      await knex('reviews').update({ state: 'closed' });
      const late = await refusal(decide({ version: 2, reviewId: 'r-1' }));
      expect(late.message).toContain('It may have been closed');
    });

    it('once of two that people make at once', async () => {
      const other = await TreeWorld.on(knex);
      const request = { version: 1, type: 'start' as const, reason: 'Go' };
      const outcomes = await Promise.allSettled([
        world.tree.states.decide('bet', request, ANN),
        other.tree.states.decide('bet', request, ZOE),
      ]);
      const [lost] = outcomes.filter(
        (one): one is PromiseRejectedResult => one.status === 'rejected',
      );
      expect(lost.reason).toMatchObject({
        name: 'ConflictError',
        current: { node: { state: 'active', version: 2 } },
      });
      expect(await knex('decisions')).toHaveLength(1);
    });
  });
});
