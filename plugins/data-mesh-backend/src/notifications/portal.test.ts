import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import {
  notificationService,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import request from 'supertest';
import { entityOf, productOf } from '../__testUtils__/entities';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { NoticeWorld } from './__testUtils__/NoticeWorld';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const ORDERS = 'dataproduct:default/orders';

/** A portal with or without the notifications plugin. */
async function startPortal(options: { hasNotifications: boolean }) {
  let service: NotificationService | undefined;
  const backend = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'data-mesh',
        register: env =>
          env.registerInit({
            deps: {
              notifications: notificationService,
              logger: coreServices.logger,
            },
            async init({ notifications }) {
              service = notifications;
            },
          }),
      }),
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://localhost:3000' } },
      }),
      ...(options.hasNotifications ? [notificationsPlugin] : []),
    ],
  });
  const as = (name: string) =>
    mockCredentials.user.header(`user:default/${name}`);
  return {
    service: service!,
    stop: () => backend.stop(),
    async inboxOf(name: string) {
      const { body } = await request(backend.server)
        .get('/api/notifications')
        .set('authorization', as(name))
        .expect(200);
      return body.notifications as {
        origin: string;
        payload: { title: string; topic: string };
      }[];
    },
    async switchOff(name: string, topic: string) {
      const origin = {
        id: 'plugin:data-mesh',
        enabled: true,
        topics: [{ id: topic, enabled: false }],
      };
      await request(backend.server)
        .post('/api/notifications/settings')
        .set('authorization', as(name))
        .send({ channels: [{ id: 'Web', origins: [origin] }] })
        .expect(200);
    },
  };
}

async function createWorld() {
  const world = new NoticeWorld(
    await migrated(await databases.init('SQLITE_3')),
  );
  await world.hasCatalog([
    entityOf('Group', 'team-a'),
    entityOf('User', 'ann', { memberOf: ['team-a'] }),
    entityOf('User', 'bo', { memberOf: ['team-a'] }),
    productOf('orders', {}, { title: 'Orders' }),
  ]);
  await world.pass();
  await world.levelChanges(ORDERS, 3, 2);
  await world.resultChanges(ORDERS, 'orphan', ['pass', 'fail'], {
    severity: 'high',
  });
  return world;
}

describe('in a portal with the notifications plugin', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  beforeAll(async () => {
    portal = await startPortal({ hasNotifications: true });
  });
  afterAll(() => portal.stop());

  it('people find digests, and can switch off a topic', async () => {
    await portal.switchOff('bo', 'level-dropped');
    const world = await createWorld();
    const replica = world.replica(portal.service);
    for (let n = 0; n < 4; n++) {
      await world.pass(replica);
    }
    expect(world.logger.warn).not.toHaveBeenCalled();

    const titles = async (name: string) =>
      (await portal.inboxOf(name)).map(({ payload }) => payload.title).sort();
    expect(await titles('ann')).toEqual([
      'Orders fell to Usable',
      'Sort out now: Orders: No team answers for it',
    ]);
    expect(await titles('bo')).toEqual([
      'Sort out now: Orders: No team answers for it',
    ]);
    expect((await portal.inboxOf('ann'))[0].origin).toBe('plugin:data-mesh');
  });

  it('a digest that is sent once more is still one', async () => {
    const payload = { title: 'Twice', topic: 'x', scope: 'data-mesh:x:day' };
    const recipients = {
      type: 'entity',
      entityRef: 'user:default/cy',
    } as const;
    await portal.service.send({ recipients, payload });
    await portal.service.send({ recipients, payload });
    expect(await portal.inboxOf('cy')).toHaveLength(1);
  });
});

it('a portal without the plugin starts, and is told of it once', async () => {
  const portal = await startPortal({ hasNotifications: false });
  const world = await createWorld();
  const replica = world.replica(portal.service);
  for (let n = 0; n < 4; n++) {
    await world.pass(replica);
  }
  expect(world.logger.warn.mock.calls).toEqual([
    [expect.stringContaining('A notification could not be sent')],
  ]);
  await portal.stop();
});
