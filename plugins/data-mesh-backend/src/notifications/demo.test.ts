import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { demoSetUp, plantDemoTree } from '../__testUtils__/demo';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { createMesh } from '../__testUtils__/results';
import { Notifications } from './Notifications';

jest.setTimeout(120_000);

const databases = createTestDatabases();

const GOAL_TOPICS = [
  'reading-due',
  'decision-due',
  'goal-without-measure',
  'help-wanted',
];

/** The demo with real passes, and what its people are told. */
function createPortal(knex: Knex) {
  const { entities, ...options } = demoSetUp();
  const mesh = createMesh(knex, entities, options);
  const sent: { to: string; topic: string; text: string }[] = [];
  const send = async ({ recipients, payload }: NotificationSendOptions) => {
    sent.push({
      to: 'entityRef' in recipients ? String(recipients.entityRef) : 'all',
      topic: String(payload.topic),
      text: `${payload.title}\n${payload.description}`,
    });
  };
  const notifications = new Notifications({
    knex,
    ruleSets: mesh.ruleSets,
    waivers: mesh.waivers,
    notifications: { send },
    logger: mockServices.logger.mock(),
    now: mesh.clock.now,
  });
  const passes = async (count: number) => {
    sent.length = 0;
    for (let n = 0; n < count; n++) {
      mesh.clock.passHours(0.25);
      await notifications.afterPass(await mesh.pass.run());
    }
    return [...sent];
  };
  return { ...mesh, entities, passes };
}

describe.each(databases.eachSupportedId())('in the demo on %s', id => {
  let knex: Knex;
  let portal: ReturnType<typeof createPortal>;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    await plantDemoTree(knex);
    portal = createPortal(knex);
    await portal.passes(2);
  });

  it('where everybody starts is no news', async () => {
    expect(await portal.passes(2)).toEqual([]);
  });

  it('a product that lost its team is told of, once', async () => {
    const withoutOwner = (entity: Entity): Entity =>
      entity.metadata.name === 'lab-results'
        ? { ...entity, spec: { ...entity.spec, owner: 'no-such-team' } }
        : entity;
    portal.catalog.set(portal.entities.map(withoutOwner));
    const sent = await portal.passes(3);
    const told = (topic: string) => [
      ...new Set(
        sent.filter(one => one.topic === topic).map(({ text }) => text),
      ),
    ];
    expect(told('sort-out-now')).toEqual([
      expect.stringContaining('No team answers for it'),
    ]);
    expect(told('level-dropped')).toEqual([
      expect.stringMatching(
        /because its catalog file changed\. No longer met: “A team that exists owns it”/,
      ),
      expect.stringMatching(
        /Diagnostics fell from Lasting to Starting in Ownership, because a catalog file around it changed\. No longer met: “Most of its products are owned by its own teams”/,
      ),
    ]);
    expect(await portal.passes(2)).toEqual([]);
  });

  it('goals are told of when something is due, not before', async () => {
    const told: string[] = [];
    for (let day = 1; day <= 31; day++) {
      portal.clock.passDays(1);
      const sent = await portal.passes(1);
      told.push(
        ...new Set(
          sent
            .filter(({ topic }) => GOAL_TOPICS.includes(topic))
            .map(({ text }) => `${day} ${text.split('\n')[0]}`),
        ),
      );
    }
    // With one look a day, what is so on a day is settled on the next.
    expect(told).toEqual([
      '6 A reading is due: Forecast error (MAPE)',
      '9 2 readings are due',
      '11 A decision is due: If staff know who may not come, targeted reminders cut misses',
      '14 No recent reading: Forecast error (MAPE)',
      '16 A decision is due: If delivery proof is a product, inspection questions close faster',
      '17 2 readings are due',
      '19 2 readings are due',
      '21 A decision is due: If evidence is drawn from contracted products, packs take days, not weeks',
      '22 A reading is due: Stock-out days per clinic and quarter',
      '26 2 decisions are due',
      '28 4 readings are due',
      '31 2 readings are due',
      '31 A decision is due: If clinics and depot share one forecast, stock-outs halve',
      '31 A decision is due: If every product past MVP is reviewed each quarter, fewer fade',
    ]);
  });

  it('a clock that goes 400 days on makes one digest a person', async () => {
    portal.clock.passDays(400);
    const sent = await portal.passes(4);
    const levels = sent.filter(({ topic }) => topic === 'level-dropped');
    expect(levels.length).toBeGreaterThan(3);
    expect(levels.map(({ text }) => text).join('\n')).toMatch(
      /because what was known about it has become too old/,
    );
    const digests = sent.map(({ to, topic }) => `${to} ${topic}`);
    expect(digests).toHaveLength(new Set(digests).size);
    portal.clock.passDays(1);
    expect(await portal.passes(2)).toEqual([]);
  });
});
