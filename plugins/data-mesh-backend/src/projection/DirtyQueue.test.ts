import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { DirtyQueue } from './DirtyQueue';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000);

describe.each(databases.eachSupportedId())('DirtyQueue on %s', id => {
  async function setUp() {
    return new DirtyQueue(await migrated(await databases.init(id)), 5);
  }
  const refsOf = (entities: { ref: string }[]) => entities.map(e => e.ref);

  it('gives an entity out once it has settled', async () => {
    const queue = await setUp();
    await queue.mark(['b', 'a', 'a'], at(0));
    expect(await queue.getDue(10, at(4))).toEqual([]);
    expect(refsOf(await queue.getDue(10, at(5)))).toEqual(['a', 'b']);
    expect(refsOf(await queue.getDue(1, at(5)))).toEqual(['a']);
    expect(await queue.getState(at(7))).toEqual({
      length: 2,
      oldestInSeconds: 7,
    });
  });

  it('waits for a further change to settle too', async () => {
    const queue = await setUp();
    await queue.mark(['a'], at(0));
    await queue.mark(['a'], at(4));
    expect(await queue.getDue(10, at(8))).toEqual([]);
    expect(refsOf(await queue.getDue(10, at(9)))).toEqual(['a']);
  });

  it('keeps what was marked again during the work', async () => {
    const queue = await setUp();
    await queue.mark(['a', 'b'], at(0));
    const due = await queue.getDue(10, at(5));
    await queue.mark(['a'], at(6));
    await queue.remove(due);
    expect(refsOf(await queue.getDue(10, at(20)))).toEqual(['a']);
  });

  it('puts off what fails, each time for longer, until it is marked again', async () => {
    const queue = await setUp();
    await queue.mark(['a'], at(0));
    let now = 5;
    for (const wait of [5, 10, 20, 40]) {
      const due = await queue.getDue(10, at(now));
      expect(refsOf(due)).toEqual(['a']);
      await queue.postpone(due, at(now));
      expect(await queue.getDue(10, at(now + wait - 1))).toEqual([]);
      now += wait;
    }
    await queue.mark(['a'], at(now));
    expect(await queue.getDue(10, at(now + 5))).toMatchObject([
      { ref: 'a', attempts: 0 },
    ]);
  });

  it('takes no marks and many marks', async () => {
    const queue = await setUp();
    await queue.mark([], at(0));
    const many = Array.from({ length: 40_000 }, (_, i) => `kind:ns/name-${i}`);
    await queue.mark(many, at(0));
    expect(await queue.getState(at(0))).toMatchObject({ length: 40_000 });
    await queue.remove(await queue.getDue(40_000, at(5)));
    expect(await queue.getState(at(5))).toEqual({
      length: 0,
      oldestInSeconds: 0,
    });
  });
});
