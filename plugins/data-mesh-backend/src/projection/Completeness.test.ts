import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { Completeness } from './Completeness';
import { DirtyQueue } from './DirtyQueue';
import { PassReport, ProjectionState } from './ProjectionState';

jest.setTimeout(60_000);

const databases = createTestDatabases();

function pass(read: number, outcome: PassReport['outcome'] = 'complete') {
  const at = '2026-03-01T00:00:00.000Z';
  return {
    outcome,
    read,
    startedAt: at,
    finishedAt: at,
    saved: read,
    missing: 0,
    removed: 0,
  };
}

describe.each(databases.eachSupportedId())('Completeness on %s', id => {
  async function setUp() {
    const knex = await migrated(await databases.init(id));
    let time = Date.parse('2026-03-01T00:00:00Z');
    const queue = new DirtyQueue(knex, 0);
    const create = () =>
      new Completeness({
        state: new ProjectionState(knex),
        queue,
        now: () => new Date(time),
      });
    return {
      queue,
      create,
      completeness: create(),
      wait: (minutes: number) => {
        time += minutes * 60_000;
      },
    };
  }

  it('takes a catalog that rests as whole, for good and on all replicas', async () => {
    const { completeness, create } = await setUp();
    await expect(completeness.isWhole()).resolves.toBe(false);

    await completeness.note(pass(100));
    await expect(completeness.isWhole()).resolves.toBe(true);
    await create().note(pass(0));
    await expect(create().isWhole()).resolves.toBe(true);
    await expect(completeness.hasComeToRest()).resolves.toBe(false);
  });

  it('takes an empty one, or a pass that failed, as nothing yet', async () => {
    const { completeness, wait } = await setUp();
    await completeness.note(pass(0));
    await completeness.note(pass(100, 'failed'));
    wait(60);
    await completeness.note(pass(0));

    await expect(completeness.isWhole()).resolves.toBe(false);
  });

  it('waits while it fills, and asks for a pass once it rests', async () => {
    const { completeness, queue } = await setUp();
    await expect(completeness.hasComeToRest()).resolves.toBe(false);
    await queue.mark(['domain:default/a', 'domain:default/b'], new Date());
    await completeness.note(pass(50));
    await expect(completeness.isWhole()).resolves.toBe(false);

    await expect(completeness.hasComeToRest()).resolves.toBe(false);
    const due = await queue.getDue(10, new Date(Date.now() + 60_000));
    expect(due).toHaveLength(2);
    await queue.remove(due);
    await expect(completeness.hasComeToRest()).resolves.toBe(false);
    await expect(completeness.hasComeToRest()).resolves.toBe(true);

    await completeness.note(pass(52));
    await expect(completeness.isWhole()).resolves.toBe(true);
  });

  it('does not wait for a few stragglers, nor for ever', async () => {
    const few = await setUp();
    await few.queue.mark(['domain:default/a'], new Date());
    await few.completeness.note(pass(50));
    await expect(few.completeness.isWhole()).resolves.toBe(true);

    const { completeness, queue, wait } = await setUp();
    await queue.mark(['domain:default/a', 'domain:default/b'], new Date());
    await completeness.note(pass(50));
    wait(31);
    await completeness.note(pass(50));
    await expect(completeness.isWhole()).resolves.toBe(true);
  });
});
