import { mockServices } from '@backstage/backend-test-utils';
import {
  BacklogReading,
  BacklogSource,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { insertItem, insertNode } from './__testUtils__/items';
import { BacklogRefresh } from './BacklogRefresh';
import { BacklogStore } from './BacklogStore';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const { signal } = new AbortController();

describe.each(databases.eachSupportedId())('BacklogRefresh on %s', id => {
  let knex: Knex;
  let time: number;
  let asked: string[][];
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    await insertNode(knex, 'I-01');
    time = Date.parse('2026-03-01T09:00:00Z');
    asked = [];
    logger.warn.mockClear();
    logger.error.mockClear();
  });

  /** A source that says of each ref what it is told to. */
  function sourceOf(
    say: (ref: string) => object | undefined,
    provider: BacklogSource['id'] = 'github',
  ): BacklogSource {
    return {
      id: provider,
      urlOf: ref => (provider === 'jira' ? `https://jira/${ref}` : undefined),
      read: async refs => {
        asked.push([...refs].sort());
        return refs.flatMap(ref => {
          const found = say(ref);
          return found ? [{ ref, ...found } as BacklogReading] : [];
        });
      },
    };
  }
  const refreshOf = (...sources: BacklogSource[]) =>
    new BacklogRefresh({
      sources,
      store: new BacklogStore(knex),
      logger,
      patienceMs: 100,
      now: () => new Date(time),
    });
  const known = async () =>
    knex('node_links')
      .select('ref', 'url', 'title', 'state', 'seen_at', 'tried_at', 'problem')
      .orderBy(['ref', 'provider', 'id']);

  it('keeps what was found, with every link to the item', async () => {
    await insertNode(knex, 'I-02');
    await insertItem(knex, { node: 'I-01', ref: 'a/a#1', title: 'As given' });
    await insertItem(knex, { node: 'I-02', ref: 'a/a#1' });
    await insertItem(knex, { node: 'I-01', ref: 'a/a#1', provider: 'gitlab' });
    await refreshOf(
      sourceOf(() => ({ title: 'Seen', state: 'done', url: 'https://x/1' })),
    ).run(signal);
    const at = '2026-03-01T09:00:00.000Z';
    const seen = {
      ref: 'a/a#1',
      url: 'https://x/1',
      title: 'Seen',
      state: 'done',
      seen_at: at,
      tried_at: at,
      problem: null,
    };
    expect(await known()).toEqual([
      seen,
      seen,
      expect.objectContaining({ title: null, tried_at: null }),
    ]);
    expect(asked).toEqual([['a/a#1']]);
  });

  it('keeps what is known of what cannot be seen now', async () => {
    await insertItem(knex, { node: 'I-01', ref: 'a/a#1', url: 'https://x/1' });
    await refreshOf(sourceOf(() => ({ title: 'Seen', state: 'open' }))).run(
      signal,
    );
    time += 2 * HOUR;
    await refreshOf(sourceOf(() => ({ problem: 'it is away' }))).run(signal);
    const before = {
      url: 'https://x/1',
      title: 'Seen',
      state: 'open',
      seen_at: '2026-03-01T09:00:00.000Z',
    };
    expect(await known()).toMatchObject([
      {
        ...before,
        tried_at: '2026-03-01T11:00:00.000Z',
        problem: 'it is away',
      },
    ]);
    time += 2 * HOUR;
    await refreshOf(sourceOf(() => undefined)).run(signal);
    expect(await known()).toMatchObject([
      { ...before, tried_at: '2026-03-01T13:00:00.000Z', problem: null },
    ]);
  });

  it('looks again after an hour, at what is done after a day', async () => {
    await insertItem(knex, { node: 'I-01', ref: 'a/open#1' });
    await insertItem(knex, { node: 'I-01', ref: 'a/done#1' });
    const refresh = refreshOf(
      sourceOf(ref => ({
        title: 'Seen',
        state: ref.includes('open') ? 'open' : 'done',
      })),
    );
    for (const minutes of [0, 59, 2, 23 * 60]) {
      time += minutes * MINUTE;
      await refresh.run(signal);
    }
    expect(asked).toEqual([
      ['a/done#1', 'a/open#1'],
      ['a/open#1'],
      ['a/done#1', 'a/open#1'],
    ]);
  });

  it('looks for at most 100 at once, the oldest first', async () => {
    for (let n = 0; n < 250; n++) {
      await insertItem(knex, { node: 'I-01', ref: `a/a#${n + 1}` });
    }
    const refresh = refreshOf(sourceOf(() => ({ problem: 'it is away' })));
    for (let n = 0; n < 4; n++) {
      time += MINUTE;
      await refresh.run(signal);
    }
    expect(asked.map(refs => refs.length)).toEqual([100, 100, 50]);
    expect(new Set(asked.flat()).size).toBe(250);
    time += HOUR;
    await refresh.run(signal);
    expect(asked[3]).toEqual(asked[0]);
  });

  it('leaves out items of nodes that are gone', async () => {
    await insertNode(knex, 'gone', '2026-02-01T00:00:00.000Z');
    await insertItem(knex, { node: 'gone', ref: 'a/a#1' });
    await refreshOf(sourceOf(() => undefined)).run(signal);
    expect(asked).toEqual([]);
  });

  it.each([
    ['hangs', () => new Promise<never>(() => {})],
    ['throws', () => Promise.reject(new Error('broken'))],
    [
      'throws at once',
      () => {
        throw new Error('broken');
      },
    ],
    ['gives no list', async () => 'nothing' as never],
  ])('a source that %s holds up no other', async (_, read) => {
    await insertItem(knex, { node: 'I-01', ref: 'a/a#1' });
    await insertItem(knex, { node: 'I-01', ref: 'PAT-1', provider: 'jira' });
    await refreshOf(
      { id: 'github', urlOf: () => undefined, read },
      sourceOf(() => ({ title: 'Seen', state: 'open' }), 'jira'),
    ).run(signal);
    expect(await known()).toMatchObject([
      {
        ref: 'PAT-1',
        title: 'Seen',
        url: 'https://jira/PAT-1',
        problem: null,
      },
      { ref: 'a/a#1', title: null, problem: 'it could not be looked for' },
    ]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('takes from a source only what can be used', async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      await insertItem(knex, { node: 'I-01', ref: `a/a#${n}` });
    }
    const said: Record<string, object> = {
      'a/a#1': { title: ' ', state: 'open' },
      'a/a#2': { title: 'Two', state: 'opened' },
      'a/a#3': { title: 'x'.repeat(400), state: 'open', url: 'data:,x' },
      'a/a#4': { title: 7, state: 'open' },
      'a/a#5': { title: 'A \u0000', state: 'open', ref: 'b/b#9' },
    };
    await refreshOf(sourceOf(ref => said[ref])).run(signal);
    expect(await known()).toMatchObject([
      { title: null, tried_at: expect.any(String) },
      { title: null },
      { title: 'x'.repeat(300), url: null },
      { title: null },
      { title: null },
    ]);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('keeps nothing of a run that was stopped', async () => {
    await insertItem(knex, { node: 'I-01', ref: 'a/a#1' });
    const controller = new AbortController();
    const source = sourceOf(() => ({ problem: 'it did not answer' }));
    const refresh = refreshOf({
      ...source,
      read: async (...args) => {
        controller.abort();
        return source.read(...args);
      },
    });
    await refresh.run(controller.signal);
    expect(await known()).toMatchObject([{ tried_at: null, problem: null }]);
  });
});

it('never rejects', async () => {
  const logger = mockServices.logger.mock();
  const store = { due: async () => Promise.reject(new Error('no database')) };
  const source = { id: 'github', urlOf: () => undefined, read: async () => [] };
  await new BacklogRefresh({
    sources: [source as BacklogSource],
    // A class with private fields; nothing but this one read is reached.
    store: store as unknown as BacklogStore,
    logger,
  }).run(signal);
  expect(logger.error).toHaveBeenCalledTimes(1);
});
