import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ShownVersion } from './ShownVersion';

const ref = 'dataproduct:default/slots';
const contract = 'api:default/slots-v1';
const product: Entity = {
  apiVersion: 'backstage-data-mesh.io/v1alpha1',
  kind: 'DataProduct',
  metadata: { name: 'slots', etag: '1' },
  relations: [
    { type: 'providesApi', targetRef: contract },
    { type: 'ownedBy', targetRef: 'group:default/team' },
  ],
};

async function setUp() {
  const etags: Record<string, string> = { [ref]: '1', [contract]: '1' };
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(entityRef => ({
        ...product,
        metadata: { name: 'x', etag: etags[entityRef] },
      })),
    }),
  });
  const shown = await ShownVersion.of(
    product,
    ref,
    catalog,
    mockCredentials.user(),
  );
  return { etags, catalog, shown };
}

describe('ShownVersion', () => {
  it.each([ref, contract])('is another once %s is', async changed => {
    const { etags, shown } = await setUp();
    const another = shown.awaitAnother(5_000);
    etags[changed] = '2';
    expect(await another).toBe(true);
  });

  it('is the same while nothing changes', async () => {
    const { shown } = await setUp();
    expect(await shown.awaitAnother(0)).toBe(false);
  });

  it('looks at nothing else', async () => {
    const { catalog } = await setUp();
    expect(catalog.getEntitiesByRefs.mock.calls[0][0].entityRefs).toEqual([
      ref,
      contract,
    ]);
  });

  it('stops waiting when the task is stopped', async () => {
    const { shown } = await setUp();
    const stop = AbortSignal.abort();
    await expect(shown.awaitAnother(5_000, stop)).rejects.toThrow(/abort/i);
  });
});
