import request from 'supertest';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { demoSignInModule } from './module';

jest.setTimeout(60_000);

const tomas: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'tomas.reyes', namespace: 'default' },
  spec: { profile: { displayName: 'Tomas Reyes' } },
  relations: [
    { type: 'memberOf', targetRef: 'group:default/team-lab-data' },
    { type: 'memberOf', targetRef: 'group:default/governance-guild' },
  ],
};

describe('demo sign-in', () => {
  const nodeEnv = process.env.NODE_ENV;
  afterEach(() => {
    process.env = { ...process.env, NODE_ENV: nodeEnv };
  });

  async function start(env: { nodeEnv?: string; environment?: string }) {
    process.env = { ...process.env, NODE_ENV: env.nodeEnv };
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const { server } = await startTestBackend({
      features: [
        authPlugin,
        demoSignInModule,
        catalogServiceMock.factory({ entities: [tomas] }),
        logger.factory,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
            auth: {
              ...(env.environment && { environment: env.environment }),
              providers: { demo: {} },
            },
          },
        }),
      ],
    });
    return {
      logger,
      be: (person?: string) => {
        const req = request(server).get('/api/auth/demo/refresh');
        return person === undefined ? req : req.set('x-demo-person', person);
      },
    };
  }

  it('signs in as the chosen user, with that user’s groups', async () => {
    const { be } = await start({ nodeEnv: 'development' });

    const response = await be('user:default/tomas.reyes');

    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      profile: { displayName: 'Tomas Reyes' },
      backstageIdentity: {
        identity: {
          userEntityRef: 'user:default/tomas.reyes',
          ownershipEntityRefs: [
            'user:default/tomas.reyes',
            'group:default/team-lab-data',
            'group:default/governance-guild',
          ],
        },
      },
    });
    expect(response.body.backstageIdentity.token).toMatch(/^ey/);
  });

  it.each([
    [undefined, 400, /Say who you want to be/],
    ['group:default/team-lab-data', 400, /does not name a User/],
    [':', 400, /does not name a User/],
    ['user:default/nobody', 404, /nobody is not in the catalog.*try again/],
  ])('refuses %p with a sentence', async (person, status, message) => {
    const { be } = await start({ nodeEnv: 'development' });

    const response = await be(person);

    expect(response.status).toBe(status);
    expect(response.body.error.message).toMatch(message);
  });

  it.each([
    [{ nodeEnv: 'production' }, /NODE_ENV is "production"/],
    [{ nodeEnv: undefined }, /NODE_ENV is not set/],
    [{ nodeEnv: 'test' }, /NODE_ENV is "test"/],
    [
      { nodeEnv: 'development', environment: 'production' },
      /auth.environment is "production"/,
    ],
  ])('does not exist in %p', async (env, reason) => {
    const { be, logger } = await start(env);

    const response = await be('user:default/tomas.reyes');

    expect(response.status).toBe(404);
    expect(response.body).not.toHaveProperty('backstageIdentity');
    expect(logger.warn).toHaveBeenCalledWith(expect.stringMatching(reason));
  });
});
