import { mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { takesPartInMesh } from '@backstage-data-mesh/plugin-data-mesh-common';
import { entityOf, productOf } from '../__testUtils__/entities';
import { CatalogReader } from './CatalogReader';

const ENTITIES = [
  productOf('p'),
  ...['Domain', 'Group', 'User', 'System', 'Component', 'Resource'].map(kind =>
    entityOf(kind, 'x'),
  ),
  entityOf('API', 'contract', { type: 'odcs' }),
  entityOf('API', 'rest', { type: 'openapi' }),
  entityOf('Location', 'x'),
  entityOf('Template', 'x'),
];

describe('CatalogReader', () => {
  const reader = new CatalogReader({
    catalog: catalogServiceMock({ entities: ENTITIES }),
    auth: mockServices.auth(),
    now: () => new Date('2026-01-01T00:00:00Z'),
  });

  it('streams all that takes part, and nothing else', async () => {
    const refs: string[] = [];
    for await (const { entities, seenAt } of reader.stream()) {
      refs.push(...entities.map(stringifyEntityRef));
      expect(seenAt).toBe('2026-01-01T00:00:00.000Z');
    }
    expect(refs.sort()).toEqual(
      ENTITIES.filter(takesPartInMesh).map(stringifyEntityRef).sort(),
    );
  });

  it('reads single entities of any kind, those that exist', async () => {
    const { entities } = await reader.read([
      'location:default/x',
      'group:default/nobody',
      ...Array.from({ length: 300 }, (_, i) => `user:default/u-${i}`),
      'dataproduct:default/p',
    ]);
    expect(entities.map(stringifyEntityRef)).toEqual([
      'location:default/x',
      'dataproduct:default/p',
    ]);
  });
});
