import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  checkInRequestSchema,
  checkInResponseSchema,
  valueTreeQuerySchema,
  valueTreeSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { migrated } from '../__testUtils__/projection';
import { allBut, createDemoReads } from '../__testUtils__/reads';
import { Visibility } from '../visibility/Visibility';
import { comparable, propertiesOf } from './__testUtils__/comparable';
import { createValueTree } from './__testUtils__/valueTree';
import { addActions } from './index';

jest.setTimeout(120_000);

const LAB_ORDERS = 'dataproduct:default/lab-orders';
const DIAGNOSTICS = 'domain:default/diagnostics';

describe('actions about goals', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const registry = actionsRegistryServiceMock();
  const noted: unknown[] = [];
  let knex: Knex;
  let visible: Visibility = 'all';
  let mayCheckIn = true;

  const invoke = async (
    name: string,
    input: JsonObject,
    credentials = mockCredentials.service(),
  ): Promise<any> => {
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input,
      credentials,
    });
    return output;
  };

  beforeAll(async () => {
    knex = await migrated(await databases.init('SQLITE_3'));
    const demo = await createDemoReads(knex);
    const visibility = { resolve: async () => visible };
    addActions({
      ...demo,
      visibility,
      actionsRegistry: registry,
      auth: mockServices.auth(),
      auditor: mockServices.auditor.mock({
        createEvent: async ({ eventId, meta }) => ({
          success: async options =>
            void noted.push([eventId, { ...meta, ...options?.meta }]),
          fail: async ({ error }) => void noted.push([eventId, error.message]),
        }),
      }),
      evidence: { put: async () => ({ items: [] }) },
      valueTree: createValueTree(knex, {
        ...demo,
        visibility,
        mayCheckIn: () => mayCheckIn,
      }),
    });
  });
  beforeEach(() => {
    visible = 'all';
    mayCheckIn = true;
    noted.length = 0;
  });

  it('get the tree, or a part of it', async () => {
    const whole = await invoke('get-value-tree', {});
    expect(valueTreeSchema.parse(whole)).toEqual(whole);
    expect(
      whole.nodes.flatMap(({ id, toRead = [] }: any) =>
        toRead.map((one: any) => [id, one.id, one.dueAt, one.isStale]),
      ),
    ).toEqual([
      ['DG-4', 'M-07', '2025-12-01', true],
      ['DG-4', 'M-08', '2025-12-03', true],
      ['DG-5', 'M-09', '2026-01-15', true],
      ['DG-5', 'M-10', '2026-01-15', true],
    ]);
    expect(
      whole.nodes
        .filter(({ withoutProduct }: any) => withoutProduct)
        .map(({ id }: any) => id),
    ).toEqual(['CG-5', 'B-11']);
    const part = await invoke('get-value-tree', { root: 'DG-1', depth: 1 });
    expect(whole.nodes.length).toBeGreaterThan(part.nodes.length);
    expect(part.nodes.find(({ id }: any) => id === 'DG-1')).toMatchObject({
      kind: 'goal',
      parentId: 'CG-1',
      primary: { id: 'M-01', standing: { status: 'on-track' } },
    });
    expect(part.nodes.map(({ id }: any) => id)).not.toContain('I-01');
  });

  it('get the goals of a domain', async () => {
    const { goals, ...rest } = await invoke('get-domain-goals', {
      domain: 'diagnostics',
    });
    expect(rest).toEqual({
      domain: { ref: DIAGNOSTICS, title: 'Diagnostics', exists: true },
      hints: [],
    });
    expect(goals).toHaveLength(1);
    expect(goals[0]).toMatchObject({
      id: 'DG-1',
      state: 'active',
      owner: { ref: 'group:default/team-lab-data' },
      serves: [{ id: 'CG-1' }, { title: expect.any(String) }],
      measure: {
        id: 'M-01',
        unit: 'h',
        from: 41,
        wants: 24,
        standing: { status: 'on-track', current: { value: 30.5 } },
      },
    });
    expect(
      goals[0].bets.map(({ id, state, initiatives }: any) => [
        id,
        state,
        initiatives.map((one: any) => one.id),
      ]),
    ).toEqual([
      ['B-01', 'active', ['I-01']],
      ['B-02', 'active', ['I-02']],
      ['B-03', 'active', ['I-03']],
      ['B-12', 'stopped', []],
    ]);
    const research = await invoke('get-domain-goals', {
      domain: 'domain:default/clinical-research',
    });
    expect(
      research.goals[0].bets.map(({ id, hints }: any) => [id, hints]),
    ).toEqual([
      ['B-07', ['review-overdue']],
      ['B-08', expect.arrayContaining(['review-overdue'])],
    ]);
    expect(
      (await invoke('get-domain-goals', { domain: 'commercial' })).goals,
    ).toEqual([]);
  });

  it('explain what a product is for', async () => {
    const { product, lines, hints } = await invoke('explain-product-purpose', {
      entityRef: 'lab-orders',
    });
    expect(product).toMatchObject({ ref: LAB_ORDERS, exists: true });
    expect(hints).toEqual([]);
    expect(
      lines.map((line: any) =>
        line.map(({ id, kind }: any) => `${kind} ${id}`),
      ),
    ).toEqual([
      [
        'initiative I-01',
        'bet B-01',
        'goal DG-1',
        'goal CG-1',
        expect.any(String),
      ],
      [
        'initiative I-02',
        'bet B-02',
        'goal DG-1',
        'goal CG-1',
        expect.any(String),
      ],
    ]);
    expect(lines[0][2].measure).toMatchObject({
      id: 'M-01',
      standing: { status: 'on-track' },
    });
    expect(
      await invoke('explain-product-purpose', { entityRef: 'sales-orders' }),
    ).toMatchObject({ lines: [], hints: ['product-without-goal'] });
  });

  it.each([
    ['get-value-tree', { root: 'none' }, 'There is no goal'],
    ['get-value-tree', { domain: '::' }, 'is no entity ref'],
    ['get-value-tree', { root: '../x' }, 'root'],
    ['get-domain-goals', { domain: LAB_ORDERS }, 'this is about domains'],
    ['get-domain-goals', { domain: 'none' }, 'There is no'],
    ['explain-product-purpose', { entityRef: 'none' }, 'There is no'],
    [
      'explain-product-purpose',
      { entityRef: DIAGNOSTICS },
      'this is about data products',
    ],
    [
      'check-in-measure',
      { measureId: 'none', date: '2026-03-01', value: 1 },
      'There is no measure “none”',
    ],
    [
      'check-in-measure',
      { measureId: 'M-01', date: '2026-03-09', value: 1 },
      'Median hours from order to result',
    ],
    [
      'check-in-measure',
      { measureId: 'M-01', date: '2026-03-01', value: 1, link: 'ftp://x/y' },
      'link: ',
    ],
  ])('%s refuses %j', async (name, input, message) => {
    await expect(invoke(name, input)).rejects.toThrow(message);
  });

  it('show nobody what may not be seen', async () => {
    visible = await allBut(knex, DIAGNOSTICS, LAB_ORDERS);
    for (const [name, input] of [
      ['get-domain-goals', { domain: DIAGNOSTICS }],
      ['explain-product-purpose', { entityRef: LAB_ORDERS }],
      ['get-value-tree', { root: 'DG-1' }],
    ] as const) {
      await expect(invoke(name, input)).rejects.toThrow('There is no');
    }
    const tree = JSON.stringify(await invoke('get-value-tree', {}));
    expect(tree).not.toContain('lab-orders');
    expect(tree).not.toContain('DG-1');
  });

  it('check in a measure, once, and have it noted', async () => {
    const reading = { measureId: 'M-03', date: '2026-03-01', value: 12.1 };
    const first = await invoke('check-in-measure', reading);
    expect(first).toMatchObject({
      checkIn: { measureId: 'M-03', value: 12.1 },
      measure: { standing: { current: { value: 12.1, date: '2026-03-01' } } },
    });
    const again = await invoke('check-in-measure', reading);
    expect(again.checkIn.id).toBe(first.checkIn.id);
    await expect(
      invoke('check-in-measure', { ...reading, value: 11 }),
    ).rejects.toThrow();
    const second = await invoke('check-in-measure', {
      ...reading,
      value: 11,
      supersedes: first.checkIn.id,
    });
    expect(second.measure.standing.current.value).toBe(11);
    const id = 'M-03';
    expect(noted).toEqual([
      ['measure-check-in', { id, checkIn: first.checkIn.id, isNew: true }],
      ['measure-check-in', { id, checkIn: first.checkIn.id, isNew: false }],
      ['measure-check-in', expect.any(String)],
      ['measure-check-in', { id, checkIn: second.checkIn.id, isNew: true }],
    ]);
  });

  it('take no reading from whom it is not to be taken', async () => {
    const reading = { measureId: 'M-05', date: '2026-03-01', value: 4 };
    await expect(
      // No caller of the registry is typed as nobody, which is the point.
      invoke('check-in-measure', reading, mockCredentials.none() as any),
    ).rejects.toThrow('Readings are taken from people and services');
    mayCheckIn = false;
    await expect(invoke('check-in-measure', reading)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(
      await knex('check_ins').where({ measure_id: 'M-05', date: reading.date }),
    ).toEqual([]);
  });

  it('restate what the HTTP API says', async () => {
    const { actions } = await registry.list();
    const schemasOf = (name: string) =>
      actions.find(action => action.id === `test:${name}`)!.schema;

    const tree = schemasOf('get-value-tree');
    expect(comparable(tree.output)).toEqual(comparable(valueTreeSchema));
    expect(comparable(tree.input)).toEqual(comparable(valueTreeQuerySchema));

    const checkIn = schemasOf('check-in-measure');
    const { measureId: _id, ...input } = propertiesOf(checkIn.input);
    expect(input).toEqual(propertiesOf(checkInRequestSchema));
    expect(comparable(checkIn.input).required).toEqual([
      'measureId',
      ...(comparable(checkInRequestSchema).required as string[]),
    ]);
    expect(comparable(checkIn.output)).toEqual(
      comparable(checkInResponseSchema),
    );
    // What is compared is the whole.
    expect(JSON.stringify(comparable(tree.output))).toContain('expectedValue');
  });
});
