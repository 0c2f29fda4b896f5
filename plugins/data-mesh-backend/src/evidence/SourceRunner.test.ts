import { mockServices } from '@backstage/backend-test-utils';
import {
  DeliveredEvidence,
  EvidenceSource,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { Outcome } from './EvidenceIntake';
import { SourceRunner } from './SourceRunner';
import { SourceStates } from './SourceStates';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const NOW = new Date('2026-03-01T12:00:00Z');

const item = (name: string): DeliveredEvidence => ({
  entityRef: `dataproduct:default/${name}`,
  key: 'promises.kept',
  value: true,
  observedAt: '2026-03-01',
});
const source = (
  id: string,
  collect: EvidenceSource['collect'],
  milliseconds: number = 30_000,
): EvidenceSource => ({
  id,
  title: id,
  every: { minutes: 5 },
  timeout: { milliseconds },
  collect,
});
/** Long enough for a busy machine to get to the point where it hangs. */
const SHORT = 750;
const hang = () => new Promise<never>(() => {});

const sources = {
  good: source('good', async () => [item('a'), item('bad'), item('b')]),
  paged: source('paged', async function* paged() {
    yield [item('a')];
    yield Array.from({ length: 1200 }, (_, i) => item(`n${i}`));
  }),
  throwing: source('throwing', () => {
    throw new Error('no way in');
  }),
  rejecting: source('rejecting', async () => {
    throw new Error('503');
  }),
  hanging: source('hanging', hang, SHORT),
  'hanging-later': source(
    'hanging-later',
    async function* hanging() {
      yield [item('a')];
      await hang();
    },
    SHORT,
  ),
  'failing-later': source('failing-later', async function* failing() {
    yield [item('a'), item('bad')];
    throw new Error('page 2 is missing');
  }),
  endless: source(
    'endless',
    async function* endless() {
      for (;;) {
        await new Promise(resolve => setTimeout(resolve, 10));
        yield [item('a')];
      }
    },
    SHORT,
  ),
  listless: source('listless', async () => 'no list' as never),
  nothing: source('nothing', () => undefined as never),
};

describe.each(databases.eachSupportedId())('SourceRunner on %s', id => {
  async function setUp() {
    const knex = await migrated(await databases.init(id));
    const states = new SourceStates(knex);
    const taken: { source?: string; entityRef: string }[] = [];
    const runner = new SourceRunner({
      states,
      logger: mockServices.logger.mock(),
      now: () => NOW,
      intake: {
        takeIn: async (items, { way, visibility }) => {
          expect([way, visibility]).toEqual(['collector', 'all']);
          expect(items.length).toBeLessThanOrEqual(500);
          taken.push(...(items as typeof taken));
          return items.map(
            (one): Outcome =>
              (one as DeliveredEvidence).entityRef.endsWith('bad')
                ? { status: 'refused', problem: 'there is no such thing.' }
                : { status: 'stored' },
          );
        },
      },
    });
    return { states, runner, taken };
  }

  it('asks each by itself: what hangs or throws holds up no other', async () => {
    const { states, runner, taken } = await setUp();
    const begun = Date.now();
    await Promise.all(Object.values(sources).map(one => runner.run(one)));
    expect(Date.now() - begun).toBeLessThan(20_000);

    const all = await states.getAll();
    const at = NOW.toISOString();
    expect(all.get('good')).toEqual({
      startedAt: at,
      deliveredAt: at,
      items: 3,
      refused: 1,
      problems: [
        'Item 2 (dataproduct:default/bad, promises.kept): there is no such thing.',
      ],
    });
    expect(all.get('paged')).toMatchObject({ items: 1201, deliveredAt: at });
    expect(taken.filter(one => one.source === 'paged')).toHaveLength(1201);
    expect(
      Object.fromEntries(
        [...all].map(([name, { problems }]) => [name, problems]),
      ),
    ).toMatchObject({
      throwing: ['no way in'],
      rejecting: ['503'],
      hanging: ['It was given up after 0.75 seconds'],
      'hanging-later': ['It was given up after 0.75 seconds'],
      'failing-later': [
        'page 2 is missing',
        expect.stringContaining('Item 2 '),
      ],
      endless: ['It was given up after 0.75 seconds'],
      listless: ['It has to deliver lists of items'],
      nothing: ['It delivered nothing'],
    });
    for (const name of ['throwing', 'hanging', 'endless', 'failing-later']) {
      expect(all.get(name)).toMatchObject({ startedAt: at });
      expect(all.get(name)).not.toHaveProperty('deliveredAt');
    }
    expect(all.get('hanging-later')).toMatchObject({ items: 1 });
  });

  it('remembers when a source that fails now last delivered', async () => {
    const { states, runner } = await setUp();
    await runner.run(sources.good);
    await runner.run({ ...sources.throwing, id: 'good' });

    expect((await states.getAll()).get('good')).toEqual({
      startedAt: NOW.toISOString(),
      deliveredAt: NOW.toISOString(),
      items: 0,
      refused: 0,
      problems: ['no way in'],
    });
  });

  it('tells a source to stop, and takes nothing more', async () => {
    const { states, runner, taken } = await setUp();
    const stop = new AbortController();
    let told: AbortSignal | undefined;
    const running = runner.run(
      {
        ...source('stopped', async function* stopped({ signal }) {
          told = signal;
          yield [item('a')];
          stop.abort();
          await new Promise(resolve => setTimeout(resolve, 20));
          yield [item('late')];
        }),
        timeout: undefined,
      },
      stop.signal,
    );
    await running;
    await new Promise(resolve => setTimeout(resolve, 40));

    expect(told?.aborted).toBe(true);
    expect(taken.map(({ entityRef }) => entityRef)).toEqual([
      'dataproduct:default/a',
    ]);
    expect((await states.getAll()).get('stopped')).toMatchObject({
      problems: ['It was stopped'],
    });
  });

  it('gives each a task of its own, and goes on where one cannot have it', async () => {
    const { states, runner } = await setUp();
    const scheduler = mockServices.scheduler.mock();
    scheduler.scheduleTask.mockImplementation(async ({ id: task }) => {
      if (task.endsWith('-throwing')) {
        throw new Error('no such frequency');
      }
    });
    await runner.start([sources.throwing, sources.good], scheduler);

    expect(scheduler.scheduleTask).toHaveBeenCalledTimes(2);
    expect(scheduler.scheduleTask).toHaveBeenLastCalledWith(
      expect.objectContaining({
        id: 'data-mesh-evidence-good',
        frequency: { minutes: 5 },
        timeout: { milliseconds: 90_000 },
      }),
    );
    expect((await states.getAll()).get('throwing')).toMatchObject({
      problems: ['no such frequency'],
    });
  });
});
