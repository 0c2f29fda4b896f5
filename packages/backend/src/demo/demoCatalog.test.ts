import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import catalogModuleDataMesh from '@backstage-data-mesh/plugin-catalog-backend-module-data-mesh';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleScaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import catalogModuleUnprocessed from '@backstage/plugin-catalog-backend-module-unprocessed';
import { addDays } from './dates/dayZero';
import { demoDatesModule } from './dates/module';

const ROOT = resolve(__dirname, '../../../..');
const EXPECTED = join(ROOT, '../shared/practice/demo-products.json');

const DAY_ZERO = '2025-11-17';

jest.setTimeout(120_000);

/** The demo organisation in a real catalog, by the portal's own configuration. */
describe('the demo catalog', () => {
  const directory = createMockDirectory({
    content: { 'demo-day-0': Buffer.from(DAY_ZERO), repositories: {} },
  });
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let entities: Map<string, Entity>;

  beforeAll(async () => {
    const appConfig = readFileSync(join(ROOT, 'app-config.yaml'), 'utf8');
    const { catalog } = parse(appConfig.replaceAll('../../', `${ROOT}/`));
    // Not what somebody made in the demo
    catalog.providers.dataMeshLocalFolder.repositories.path =
      directory.resolve('repositories');
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleDataMesh,
        catalogModuleUnprocessed,
        catalogModuleScaffolderEntityModel,
        demoDatesModule,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:7007' },
            catalog,
            dataMeshDemo: { directory: directory.path },
          },
        }),
      ],
    });
    entities = await settled();
  });

  /** The entities once there are no new ones and all of them are processed. */
  async function settled() {
    let before = -1;
    for (;;) {
      const { items } = await get<{ items: Entity[] }>(
        'entities/by-query?limit=1000',
      );
      const pending = await unprocessed('pending');
      if (items.length && items.length === before && pending.length === 0) {
        return new Map(items.map(e => [stringifyEntityRef(e), e]));
      }
      before = items.length;
      await new Promise(done => setTimeout(done, 3_000));
    }
  }

  async function get<T>(path: string): Promise<T> {
    const { status, body } = await request(backend.server).get(
      `/api/catalog/${path}`,
    );
    expect(status).toBe(200);
    return body;
  }

  async function unprocessed(state: 'pending' | 'failed') {
    const body = await get<{ entities: { entity_ref: string }[] }>(
      `entities/unprocessed/${state}`,
    );
    return body.entities.map(entity => entity.entity_ref);
  }

  const ofKind = (kind: string) =>
    [...entities.values()].filter(entity => entity.kind === kind);

  const related = (ref: string, type: string) =>
    (entities.get(ref)?.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef);

  it('takes in everything, without a single error', async () => {
    expect(ofKind('DataProduct')).toHaveLength(19);
    expect(ofKind('Domain')).toHaveLength(7);
    expect(ofKind('Template')).toHaveLength(2);
    expect(ofKind('User').length).toBeGreaterThan(40);
    await expect(unprocessed('failed')).resolves.toEqual([]);
    expect(
      [...entities.values()].flatMap(
        (entity: AlphaEntity) => entity.status?.items ?? [],
      ),
    ).toEqual([]);
  });

  it('has a contract for every port that names one', () => {
    const contracts = ofKind('API').filter(api => api.spec?.type === 'odcs');
    const provided = ofKind('DataProduct').flatMap(product =>
      related(stringifyEntityRef(product), 'providesApi'),
    );

    expect(new Set(provided)).toEqual(
      new Set(contracts.map(api => stringifyEntityRef(api))),
    );
    for (const { spec } of contracts) {
      expect(parse(spec?.definition as string)).toMatchObject({
        kind: 'DataContract',
      });
    }
  });

  it('points at nothing that is missing, except the dissolved team', () => {
    const missing = [...entities.values()]
      .flatMap(entity => entity.relations ?? [])
      .map(relation => relation.targetRef)
      .filter(ref => !entities.has(ref));

    expect(new Set(missing)).toEqual(
      new Set(['group:default/team-field-analytics']),
    );
  });

  it.each([
    [
      'dataproduct:default/lab-orders',
      'ownedBy',
      ['group:default/team-lab-data'],
    ],
    [
      'dataproduct:default/lab-orders',
      'productOwnedBy',
      ['user:default/tomas.reyes'],
    ],
    [
      'dataproduct:default/lab-orders',
      'partOf',
      ['domain:default/diagnostics'],
    ],
    [
      'dataproduct:default/lab-orders',
      'dependsOn',
      ['component:default/lis-orders'],
    ],
    [
      'dataproduct:default/turnaround-time',
      'dependsOn',
      ['dataproduct:default/lab-orders', 'dataproduct:default/lab-results'],
    ],
    [
      'dataproduct:default/customer-accounts',
      'ownedBy',
      ['user:default/leo.grant'],
    ],
    [
      'group:default/team-patient-access',
      'consumerOf',
      ['dataproduct:default/lab-orders'],
    ],
  ])('%s %s %p', (ref, type, targets) => {
    expect(related(ref, type)).toEqual(expect.arrayContaining(targets));
  });

  it('counts dates from day 0 and leaves no placeholder behind', () => {
    expect(entities.get('dataproduct:default/lab-orders')?.spec).toMatchObject({
      mvpAt: '2024-09-13',
    });
    expect(JSON.stringify([...entities.values()])).not.toMatch(/"D([+-]\d+)?"/);
  });

  describe('as described in demo-products.json', () => {
    type Expected = {
      id: string;
      domain: string;
      owner: string;
      dpo: string | null;
      arch: string;
      life: string;
      cls: string | null;
      ports: string[];
      inputs: string[];
      consumers: string[];
      inits: string[];
      contract: boolean;
      mvp: number | null;
    };
    const products: Expected[] = existsSync(EXPECTED)
      ? JSON.parse(readFileSync(EXPECTED, 'utf8'))
      : [];
    const full = (ref: string, defaultKind: string) =>
      stringifyEntityRef(
        parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
      );
    const group = (ref: string) => full(ref, 'group');
    const product = (ref: string) => full(ref, 'dataproduct');

    if (products.length === 0) {
      // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect
      it.skip('the file is not beside this repository', () => {});
      return;
    }

    it('is the same set of products', () => {
      expect(
        ofKind('DataProduct')
          .map(p => p.metadata.name)
          .sort(),
      ).toEqual(products.map(p => p.id).sort());
    });

    it.each(products.map(expected => [expected.id, expected] as const))(
      '%s',
      (id, expected) => {
        const ref = `dataproduct:default/${id}`;
        const spec = entities.get(ref)?.spec as Record<string, any>;
        const activePorts = (spec.outputPorts ?? []).filter(
          (port: { deprecated?: boolean }) => !port.deprecated,
        );

        expect({
          type: spec.type,
          lifecycle: spec.lifecycle,
          classification: spec.classification ?? null,
          initiatives: spec.initiatives ?? [],
          ports: unique(activePorts.map((port: { type: string }) => port.type)),
          domain: related(ref, 'partOf'),
          owner: related(ref, 'ownedBy'),
          productOwner: related(ref, 'productOwnedBy'),
          consumers: related(ref, 'consumedBy').sort(),
          hasContract: related(ref, 'providesApi').length > 0,
          mvpAt: spec.mvpAt,
          inputs: related(ref, 'dependsOn')
            .filter(target => /^(component|dataproduct):/.test(target))
            .sort(),
        }).toEqual({
          type: expected.arch,
          lifecycle: expected.life,
          classification: expected.cls || null,
          initiatives: expected.inits,
          ports: unique(expected.ports),
          domain: [`domain:default/${expected.domain}`],
          owner: [group(expected.owner)],
          productOwner: expected.dpo ? [`user:default/${expected.dpo}`] : [],
          consumers: expected.consumers.map(group).sort(),
          hasContract: expected.contract,
          mvpAt:
            expected.mvp === null ? undefined : addDays(DAY_ZERO, expected.mvp),
          inputs: expected.inputs.map(product).sort(),
        });
      },
    );
  });
});

function unique(values: string[]): string[] {
  return [...new Set(values)].sort();
}
