import { Knex } from 'knex';
import { Goals } from '../../__testUtils__/goals';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { readGoals } from './readGoals';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const TODAY = '2026-03-01';
const CARE = 'domain:default/care';
const ORDERS = 'dataproduct:default/orders';

describe.each(databases.eachSupportedId())('readGoals on %s', id => {
  let knex: Knex;
  let goals: Goals;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    goals = new Goals(knex);
    await goals.addBranch(CARE);
  });

  const provenAt = async () =>
    (await readGoals(knex, TODAY)).ofDomain(CARE).provenAt;

  it('links products, and nothing else', async () => {
    await goals.link('I', ORDERS);
    await goals.link('I', 'component:default/board');
    await goals.link('B', ORDERS);
    await goals.link('gone', ORDERS);
    const index = await readGoals(knex, TODAY);

    expect(index.linkedTo(ORDERS)).toEqual(['B', 'I']);
    expect(index.linkedTo('component:default/board')).toEqual([]);
  });

  it('knows no node that was deleted', async () => {
    await goals.link('I', ORDERS);
    await goals.delete('I');
    const index = await readGoals(knex, TODAY);

    expect(index.linkedTo(ORDERS)).toEqual([]);
    expect(index.ledTo(['I'])).toEqual({ active: 0, living: 0 });
  });

  const decision = {
    id: 'D-1',
    node_id: 'B',
    date: '2026-02-01',
    type: 'stop',
    reason: 'No gain',
    data: '{"measures":[],"participants":[]}',
    by: 'user:default/ann',
    at: `${TODAY}T06:00:00.000Z`,
  };

  it.each<[string, Partial<Record<string, string>>, string | undefined]>([
    ['with what was learnt', { learning: 'Too slow' }, '2026-02-01'],
    [
      'by measures',
      { data: '{"measures":[{"id":"M","name":"m","text":"t"}]}' },
      '2026-02-01',
    ],
    ['by neither', {}, undefined],
    ['not at all', { type: 'continue', learning: 'On its way' }, undefined],
  ])('takes a bet that was stopped %s', async (_, changes, day) => {
    await knex('decisions').insert({ ...decision, ...changes });
    expect(await provenAt()).toBe(day);
  });

  it('takes the last day on which a node came to its state', async () => {
    const version = (at: string, action: string, nodeId = 'B') => ({
      id: `${nodeId} ${at}`,
      node_id: nodeId,
      version: 2,
      action,
      data: '{}',
      by: 'user:default/ann',
      at: `${at}T23:00:00.000Z`,
    });
    await knex('node_versions').insert([
      version('2026-01-01', 'succeeded'),
      version('2026-01-10', 'proposed'),
      version('2026-01-20', 'succeeded'),
      version('2026-02-01', 'edited'),
      version('2026-02-02', 'achieved', 'CG'),
    ]);
    expect(await provenAt()).toBeUndefined();
    await goals.setState('B', 'succeeded');
    expect(await provenAt()).toBe('2026-01-20');
  });

  it('knows what measures have reached', async () => {
    await goals.measure('B', [{ date: '2026-02-10', value: 0 }]);
    expect(await provenAt()).toBe('2026-02-10');
  });
});
