import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { entityOf } from '../__testUtils__/entities';
import { VisibilityResolver } from './VisibilityResolver';

const CONDITIONAL: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'x', resourceType: 'catalog-entity', params: {} },
};

describe('VisibilityResolver', () => {
  let now = 0;
  const authorize = jest.fn();
  const authorizeConditional = jest.fn();
  const stream = jest.fn();

  function setUp(decision: PolicyDecision, pages: Entity[][] = []) {
    now = 0;
    jest.clearAllMocks();
    authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
    authorizeConditional.mockResolvedValue([decision]);
    stream.mockImplementation(async function* streamed() {
      yield* pages;
    });
    return new VisibilityResolver({
      permissions: mockServices.permissions.mock({
        authorize,
        authorizeConditional,
      }),
      catalog: {
        streamEntities: stream,
      } as Partial<CatalogService> as CatalogService,
      auth: mockServices.auth(),
      now: () => now,
    });
  }
  const ann = mockCredentials.user('user:default/ann');
  const bob = mockCredentials.user('user:default/bob');

  it('sees all, nothing, or what the catalog shows', async () => {
    expect(await setUp({ result: AuthorizeResult.ALLOW }).resolve(ann)).toBe(
      'all',
    );
    expect(await setUp({ result: AuthorizeResult.DENY }).resolve(ann)).toEqual(
      new Set(),
    );
    expect(stream).not.toHaveBeenCalled();

    const resolver = setUp(CONDITIONAL, [
      [entityOf('Group', 'A')],
      [entityOf('Domain', 'b')],
    ]);
    expect(await resolver.resolve(ann)).toEqual(
      new Set(['group:default/a', 'domain:default/b']),
    );
    expect(stream).toHaveBeenCalledWith(expect.anything(), {
      credentials: ann,
    });
  });

  it('refuses those without the permission, in a sentence', async () => {
    const resolver = setUp({ result: AuthorizeResult.ALLOW });
    authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    await expect(resolver.resolve(ann)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message:
        'This needs the permission data-mesh.read, which you do not have. Ask those who run the portal for it.',
    });
  });

  it('asks once a minute for each person, also when asked at once', async () => {
    const resolver = setUp(CONDITIONAL);
    await Promise.all([resolver.resolve(ann), resolver.resolve(ann)]);
    now = 59_999;
    await resolver.resolve(ann);
    expect(stream).toHaveBeenCalledTimes(1);
    await resolver.resolve(bob);
    expect(stream).toHaveBeenCalledTimes(2);
    now = 60_000;
    await resolver.resolve(ann);
    expect(stream).toHaveBeenCalledTimes(3);
    await resolver.resolve(mockCredentials.service('plugin:x'));
    await resolver.resolve(mockCredentials.service('plugin:x'));
    expect(stream).toHaveBeenCalledTimes(5);
  });

  it('does not keep a failure', async () => {
    const resolver = setUp(CONDITIONAL, [[entityOf('Group', 'a')]]);
    stream.mockImplementationOnce(async function* failing() {
      yield [];
      throw new Error('503');
    });
    await expect(resolver.resolve(ann)).rejects.toThrow('503');
    expect(await resolver.resolve(ann)).toEqual(new Set(['group:default/a']));
  });
});
