import { entityOf, productOf } from '../../__testUtils__/entities';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { createMesh } from '../../__testUtils__/results';
import { WORLD } from '../../__testUtils__/world';
import { findAffected } from './findAffected';
import { Mesh } from './Mesh';
import { MeshReader } from './MeshReader';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe('findAffected', () => {
  let mesh: Mesh;

  beforeAll(async () => {
    const knex = await migrated(await databases.init('SQLITE_3'));
    const { pass } = createMesh(knex, [
      ...WORLD,
      entityOf('Domain', 'far', { owner: 'team-b' }),
      entityOf('Group', 'team-a-1', { parent: 'team-a' }),
      entityOf('System', 'lims', { domain: 'care' }),
      productOf('of-below', {
        owner: 'group:default/team-a-1',
        domain: 'far',
        system: 'lims',
      }),
      productOf('alone', { owner: 'group:default/team-d' }),
    ]);
    await pass.run();
    mesh = await new MeshReader({
      knex,
      config: { centralTeams: [], centralStores: [] },
      logger: undefined as never,
    }).read('2026-03-01');
  });

  const names = (refs: ReadonlySet<string>) =>
    [...refs].map(ref => ref.split('/')[1]).sort();

  it.each<[string, string[], string[]]>([
    // Whole domains come with each product in them.
    ['dataproduct:default/orders', ['forecast', 'orders'], ['care']],
    ['dataproduct:default/report', ['forecast', 'orders', 'report'], ['care']],
    ['dataproduct:default/alone', ['alone'], []],
    ['api:default/orders-v1', ['forecast', 'orders'], ['care']],
    ['user:default/ann', ['forecast', 'orders'], ['care']],
    ['system:default/lims', ['of-below'], ['far']],
    ['component:default/board', ['forecast', 'orders'], ['care']],
    ['domain:default/far', ['of-below'], ['far']],
    [
      'group:default/team-a',
      ['forecast', 'of-below', 'orders'],
      ['care', 'far'],
    ],
    ['group:default/team-a-1', ['of-below'], ['far']],
    ['dataproduct:default/gone', [], []],
    ['group:default/nobody', [], []],
  ])('%s', (ref, products, domains) => {
    const scope = findAffected(mesh, [ref]);
    expect([names(scope.products), names(scope.domains)]).toEqual([
      products,
      domains,
    ]);
  });

  it('takes the domain that an entity was in before', () => {
    const { products, domains } = findAffected(
      mesh,
      ['dataproduct:default/gone'],
      ['domain:default/far', 'domain:default/gone'],
    );
    expect([names(products), names(domains)]).toEqual([['of-below'], ['far']]);
  });
});
