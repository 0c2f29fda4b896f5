import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  EvidenceResponse,
  evidenceItemSchema,
  evidenceRequestSchema,
  evidenceResponseSchema,
  explanationSchema,
  MOST_EVIDENCE_ITEMS,
  outlineRuleSchema,
  resultsQuerySchema,
  whatIfRequestSchema,
  whatIfSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Explanation } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { migrated } from '../__testUtils__/projection';
import { createDemoReads } from '../__testUtils__/reads';
import { comparable, propertiesOf } from './__testUtils__/comparable';
import { createValueTree } from './__testUtils__/valueTree';
import { addActions } from './index';

jest.setTimeout(120_000);

const EXPLANATION: Explanation = {
  result: {
    rule: 'promises-kept',
    code: 'DP-T3',
    status: 'unknown',
    counted: true,
  },
  parts: [{ of: 'pass', text: 'promises.kept', outcome: 'unknown' }],
  facts: [
    {
      name: 'promises.kept',
      description: 'x',
      source: 'evidence',
      value: null,
    },
  ],
  parameters: [],
  evidence: [{ key: 'promises.kept', state: 'outdated', delivered: true }],
};

describe('actions', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const registry = actionsRegistryServiceMock();
  const noted: unknown[] = [];
  const evidence = {
    put: jest.fn(
      async (items: readonly unknown[]): Promise<EvidenceResponse> => ({
        items: items.map((_, at) =>
          at ? { status: 'refused', problem: 'no.' } : { status: 'stored' },
        ),
      }),
    ),
  };
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
  const schemasOf = async (name: string) => {
    const { actions } = await registry.list();
    return actions.find(action => action.id === `test:${name}`)!.schema;
  };

  beforeAll(async () => {
    const knex = await migrated(await databases.init('SQLITE_3'));
    const demo = await createDemoReads(knex, {
      explainer: {
        explain: async (_ref, _set, rule) =>
          rule === 'promises-kept'
            ? { explanation: EXPLANATION, today: '2026-03-01' }
            : undefined,
      },
    });
    addActions({
      ...demo,
      actionsRegistry: registry,
      auth: mockServices.auth(),
      auditor: mockServices.auditor.mock({
        createEvent: async ({ eventId }) => ({
          success: async options => void noted.push([eventId, options?.meta]),
          fail: async ({ error }) => void noted.push([eventId, error.message]),
        }),
      }),
      evidence,
      valueTree: createValueTree(knex, demo),
    });
  });

  it('say whether they change something', async () => {
    const { actions } = await registry.list();
    expect(
      actions.map(({ name, attributes }) => [name, attributes.readOnly]),
    ).toEqual([
      ['get-data-product-maturity', true],
      ['list-ownership-faults', true],
      ['explain-rule', true],
      ['what-if', true],
      ['put-evidence', false],
      ['get-value-tree', true],
      ['get-domain-goals', true],
      ['explain-product-purpose', true],
      ['check-in-measure', false],
    ]);
    expect(actions.some(({ attributes }) => attributes.destructive)).toBe(
      false,
    );
  });

  it('get the maturity of a data product', async () => {
    expect(
      await invoke('get-data-product-maturity', { entityRef: 'no-show-risk' }),
    ).toMatchObject({
      entity: { ref: 'dataproduct:default/no-show-risk' },
      level: { level: 2, title: 'Usable' },
      target: { level: 3, title: 'Trusted' },
      meetsTarget: false,
      toDo: [
        {
          rule: 'promises-kept',
          code: 'DP-T3',
          isRequired: true,
          fix: expect.any(String),
          why: expect.any(String),
        },
        { code: 'DP-V6', isRequired: false },
      ],
    });
    expect(
      await invoke('get-data-product-maturity', { entityRef: 'lab-orders' }),
    ).toMatchObject({
      level: { title: 'Valued' },
      meetsTarget: true,
      toDo: [],
    });
  });

  it.each([
    ['get-data-product-maturity', { entityRef: 'none' }, 'There is no'],
    ['get-data-product-maturity', { entityRef: '::' }, 'is no entity ref'],
    [
      'get-data-product-maturity',
      { entityRef: 'group:default/x' },
      'this is about data products, not about group:default/x',
    ],
    [
      'get-data-product-maturity',
      { entityRef: 'domain:default/commercial' },
      'this is about data products, not about domain:default/commercial',
    ],
    [
      'what-if',
      { entityRef: 'user:default/ann', fixed: [] },
      'rules are about data products and domains, not about user:default/ann',
    ],
    ['what-if', { entityRef: 'no-show-risk', fixed: ['x'] }, 'has no rule x'],
    ['explain-rule', { entityRef: 'no-show-risk', rule: 'x' }, 'has no rule x'],
  ])('%s refuses %j', async (name, input, message) => {
    await expect(invoke(name, input)).rejects.toThrow(message);
  });

  it('list open points of ownership', async () => {
    const { items, total } = await invoke('list-ownership-faults', {
      domain: ['commercial'],
      limit: 50,
    });
    expect(items).toHaveLength(total);
    const extract = items.find(
      ({ entity }: any) =>
        entity.ref === 'dataproduct:default/regional-sales-extract',
    );
    expect(extract).toMatchObject({ owner: { exists: false } });
    expect(extract.faults).toContainEqual({
      rule: 'orphan',
      code: 'OF-01',
      title: expect.any(String),
      fix: expect.any(String),
      severity: 'high',
    });
    const first = await invoke('list-ownership-faults', { limit: 1 });
    const second = await invoke('list-ownership-faults', {
      limit: 1,
      cursor: first.nextCursor,
    });
    expect(second.items[0].entity.ref).not.toBe(first.items[0].entity.ref);
  });

  it('explain a rule', async () => {
    expect(
      await invoke('explain-rule', {
        entityRef: 'no-show-risk',
        ruleSet: 'data-product-maturity',
        rule: 'DP-T3',
      }),
    ).toMatchObject({
      rule: { id: 'promises-kept', code: 'DP-T3' },
      result: { status: 'unknown' },
      facts: [{ value: null }],
    });
  });

  it('tell what would come of fixing something', async () => {
    expect(
      await invoke('what-if', {
        entityRef: 'no-show-risk',
        ruleSet: 'data-product-maturity',
        fixed: ['promises-kept'],
      }),
    ).toEqual({ level: 4, target: 3, passing: ['promises-kept'] });
  });

  it('put evidence, and have it noted', async () => {
    const item = {
      entityRef: 'dataproduct:default/no-show-risk',
      key: 'promises.kept',
      value: true,
      observedAt: '2026-03-01',
      source: 'pipeline',
    };
    const credentials = mockCredentials.user();
    expect(
      await invoke('put-evidence', { items: [item, item] }, credentials as any),
    ).toEqual({
      items: [{ status: 'stored' }, { status: 'refused', problem: 'no.' }],
    });
    expect(evidence.put).toHaveBeenCalledWith([item, item], credentials);
    expect(noted).toEqual([['evidence-put', { stored: 1, refused: 1 }]]);

    await expect(
      invoke('put-evidence', { items: [item] }, mockCredentials.none() as any),
    ).rejects.toThrow('Evidence is taken from people and services');
    await expect(invoke('put-evidence', { items: [] })).rejects.toThrow();
  });

  it('restate what the HTTP API says', async () => {
    const whatIf = await schemasOf('what-if');
    const { entityRef: _ref, ...input } = propertiesOf(whatIf.input);
    expect(input).toEqual(propertiesOf(whatIfRequestSchema));
    expect(comparable(whatIf.input).required).toEqual([
      'entityRef',
      ...(comparable(whatIfRequestSchema).required as string[]),
    ]);
    expect(comparable(whatIf.output)).toEqual(comparable(whatIfSchema));

    const put = await schemasOf('put-evidence');
    expect(comparable(put.input)).toEqual(
      comparable(
        evidenceRequestSchema.extend({
          items: z.array(evidenceItemSchema).min(1).max(MOST_EVIDENCE_ITEMS),
        }),
      ),
    );
    expect(comparable(put.output)).toEqual(comparable(evidenceResponseSchema));

    const explain = await schemasOf('explain-rule');
    expect(comparable(explain.output)).toEqual(
      comparable(
        explanationSchema.extend({
          rule: outlineRuleSchema.pick({
            id: true,
            code: true,
            title: true,
            why: true,
            fix: true,
            weight: true,
          }),
        }),
      ),
    );

    const { cursor, limit } = propertiesOf(
      (await schemasOf('list-ownership-faults')).input,
    );
    const query = propertiesOf(resultsQuerySchema);
    expect(cursor).toEqual(query.cursor);
    expect(limit).toMatchObject({ minimum: 1, maximum: 100, default: 20 });
    // What is compared is the whole.
    expect(Object.keys(propertiesOf(put.input))).toEqual(['items']);
    expect(JSON.stringify(comparable(explain.output))).toContain('delivered');
  });
});
