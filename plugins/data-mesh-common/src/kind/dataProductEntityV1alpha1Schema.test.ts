import { entityKindSchemaValidator } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { API_GROUP } from '../apiGroup';
import {
  DATA_PRODUCT_API_VERSION,
  DataProductEntityV1alpha1,
  isDataProductEntity,
} from './DataProductEntityV1alpha1';
import { dataProductEntityV1alpha1Schema } from './dataProductEntityV1alpha1Schema';

const validate = entityKindSchemaValidator(dataProductEntityV1alpha1Schema);

// Every field there is, so that the compiler holds schema and type together.
const full: Required<DataProductEntityV1alpha1['spec']> = {
  owner: 'group:default/order-insights',
  lifecycle: 'production',
  type: 'consumer-aligned',
  status: 'active',
  productOwner: 'jane.smith',
  stewards: ['jane.smith'],
  domain: 'sales',
  system: 'orders',
  components: ['order-pipeline'],
  dependsOn: ['component:order-service'],
  dependencyOf: ['component:planning'],
  providesApis: ['customer-orders-v2'],
  consumesApis: ['payments-v2'],
  inputPorts: [
    {
      name: 'payments',
      title: 'Payments',
      description: '',
      version: '1.0.0',
      type: 'sql',
      source: 'payments',
      sourcePort: 'sql',
      externalSource: 'partner',
      contract: { ref: 'a', id: 'b', url: 'c', version: 'd', format: 'odcs' },
      deprecated: false,
      tags: ['a'],
      customProperties: [
        { property: 'a', value: null, vendor: 'b', description: 'c' },
      ],
    },
  ],
  outputPorts: [
    {
      name: 'orders',
      title: 'Orders',
      description: 'All of them',
      version: '1.0.0',
      type: 'sql',
      platform: 'snowflake',
      environment: 'production',
      location: 'SALES.ORDERS',
      status: 'active',
      contract: { id: 'x' },
      resource: 'orders-table',
      inputs: ['payments'],
      classification: 'internal',
      containsPii: true,
      autoApprove: false,
      deprecated: false,
      sbom: [{ type: 'external', url: 'https://example.com' }],
      tags: [],
      customProperties: [{ property: 'a', value: [1, { b: 2 }] }],
    },
  ],
  managementPorts: [
    {
      name: 'metrics',
      content: 'observability',
      protocol: 'rest',
      url: 'https://example.com',
      channel: 'x',
      description: 'x',
      deprecated: true,
    },
  ],
  inputs: 'none',
  productId: 'urn:x',
  version: '2.1.0',
  purpose: 'x'.repeat(400),
  usage: 'x',
  limitations: 'x',
  createdAt: 'x',
  mvpAt: '2026-01-31',
  declaredMaturity: 'gold',
  classification: 'internal',
  visibility: 'private',
  criticality: 'high',
  containsPii: true,
  synonyms: ['x'],
  personas: ['analyst'],
  initiatives: ['I-01'],
  consumers: [
    { ref: 'planning', purpose: 'x', since: '2026-01-31', state: 'active' },
  ],
  sla: [
    {
      property: 'latency',
      value: 1,
      valueExt: 'x',
      unit: 'h',
      driver: 'analytics',
      port: 'orders',
      element: 'x',
      schedule: '0 6 * * *',
      scheduler: 'cron',
      description: 'x',
    },
  ],
  support: [
    {
      channel: '#x',
      url: 'x',
      tool: 'slack',
      scope: 'issues',
      description: 'x',
      invitationUrl: 'x',
    },
  ],
  access: { howTo: 'x', url: 'x', approver: 'jane', default: 'closed' },
  privacy: { retention: 'x', legalBasis: 'x', masking: 'x' },
  funding: { run: 'group:a', until: '2027-12-31' },
  deprecation: { until: '2027-12-31T00:00:00Z', successor: 'next' },
  notice: '30d',
  terms: ['https://example.com/order'],
  team: {
    name: 'x',
    description: 'x',
    members: [
      {
        username: 'x',
        name: 'x',
        description: 'x',
        role: 'x',
        dateIn: 'x',
        dateOut: 'x',
        replacedByUsername: 'x',
      },
    ],
  },
  customProperties: [{ property: 'x', value: true }],
  descriptor: { format: 'dpds', version: 'x', url: 'x', content: 'x' },
};

function entity(spec: unknown): DataProductEntityV1alpha1 {
  return {
    apiVersion: DATA_PRODUCT_API_VERSION,
    kind: 'DataProduct',
    metadata: { name: 'orders' },
    spec: spec as DataProductEntityV1alpha1['spec'],
  };
}

type Schema = {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  definitions?: Record<string, Schema>;
  description?: string;
};
const root = dataProductEntityV1alpha1Schema as Schema & { allOf: Schema[] };
const specSchema = root.allOf[1].properties!.spec;

/** Lists the paths of all fields that the schema knows. */
function fieldsOf(schema: Schema, at: string): string[] {
  if (schema.$ref) {
    return fieldsOf(
      root.definitions![schema.$ref.replace('#/definitions/', '')],
      at,
    );
  }
  if (schema.items) {
    return fieldsOf(schema.items, `${at}[]`);
  }
  if (!schema.properties) {
    return [at];
  }
  return Object.entries(schema.properties).flatMap(([key, value]) =>
    fieldsOf(value, `${at}.${key}`),
  );
}

describe('dataProductEntityV1alpha1Schema', () => {
  it('accepts an entity with every field, and one with the least', () => {
    expect(validate(entity(full))).toBeTruthy();
    expect(validate(entity({ owner: 'a', lifecycle: 'b' }))).toBeTruthy();
  });

  it('knows exactly the fields of the type', () => {
    const ofType = (value: unknown, at: string): string[] => {
      if (Array.isArray(value)) {
        return value.length ? ofType(value[0], `${at}[]`) : [`${at}[]`];
      }
      const open = /customProperties\[\]\.value$|sbom\[\]$/.test(at);
      if (typeof value === 'object' && value !== null && !open) {
        return Object.entries(value).flatMap(([key, item]) =>
          ofType(item, `${at}.${key}`),
        );
      }
      return [at.replace(/(customProperties\[\]\.value).*/, '$1')];
    };
    const ports = {
      ...full.outputPorts[0],
      contract: full.inputPorts[0].contract,
    };
    const types = new Set(
      ofType({ ...full, outputPorts: [ports] }, 'spec').map(path =>
        path.replace(/(customProperties\[\]\.value).*/, '$1'),
      ),
    );
    const custom = ['vendor', 'description'].flatMap(key => [
      `spec.customProperties[].${key}`,
      `spec.outputPorts[].customProperties[].${key}`,
    ]);
    expect(new Set([...types, ...custom])).toEqual(
      new Set(fieldsOf(specSchema, 'spec')),
    );
  });

  it.each(
    fieldsOf(specSchema, 'spec')
      .filter(path => !path.endsWith('.value') && !path.endsWith('.valueExt'))
      .map(path => [path]),
  )('refuses a value of a wrong type at %s', path => {
    const steps = path.replace(/\[\]/g, '.0').split('.').slice(1);
    const put = (value: unknown, [step, ...rest]: string[]): unknown => {
      if (step === undefined) {
        return [null];
      }
      const copy = (
        Array.isArray(value) ? [...value] : { ...(value as object) }
      ) as Record<string, unknown>;
      copy[step] = put(copy[step], rest);
      return copy;
    };
    expect(() => validate(entity(put(full, steps)))).toThrow(TypeError);
  });

  it.each<[string, JsonObject]>([
    ['no owner', { lifecycle: 'x' }],
    ['no lifecycle', { owner: 'x' }],
    ['an empty owner', { owner: '', lifecycle: 'x' }],
    ['a long purpose', { ...full, purpose: 'x'.repeat(401) }],
    ['another word for inputs', { ...full, inputs: 'some' }],
    ['another criticality', { ...full, criticality: 'urgent' }],
    ['another state', { ...full, consumers: [{ ref: 'x', state: 'gone' }] }],
    ['another default', { ...full, access: { default: 'maybe' } }],
    ['a day in words', { ...full, mvpAt: 'last May' }],
    ['a day that is none', { ...full, mvpAt: '2026-13-01' }],
    ['a port without a name', { ...full, outputPorts: [{ version: '1' }] }],
    ['a promise without a value', { ...full, sla: [{ property: 'x' }] }],
  ])('refuses %s', (_, spec) => {
    expect(() => validate(entity(spec))).toThrow(TypeError);
  });

  it('accepts fields that it does not know', () => {
    const spec = { ...full, acme: { a: [1] } };
    expect(validate(entity(spec))).toBeTruthy();
  });

  it('leaves other kinds and versions to others', () => {
    expect(validate({ ...entity(full), kind: 'Component' })).toBe(false);
    expect(validate({ ...entity(full), apiVersion: 'a.io/v1' })).toBe(false);
  });

  it('has every field in its documentation', () => {
    const text = readFileSync(
      resolve(__dirname, '../../../../docs/kind.md'),
      'utf8',
    );
    const words = new Set(text.match(/[\w]+/g));
    const missing = fieldsOf(specSchema, 'spec').filter(
      path =>
        !words.has(
          path
            .split(/[.[\]]+/)
            .filter(Boolean)
            .pop()!,
        ),
    );
    expect(missing).toEqual([]);
  });

  it('describes every field', () => {
    const undescribed: string[] = [];
    const visit = (schema: Schema, at: string) => {
      for (const [key, value] of Object.entries(schema.properties ?? {})) {
        const described = value.description ?? value.$ref;
        if (!described) {
          undescribed.push(`${at}.${key}`);
        }
        visit(value, `${at}.${key}`);
      }
    };
    visit(specSchema, 'spec');
    Object.entries(root.definitions!).forEach(([key, d]) => visit(d, key));
    expect(undescribed).toEqual([]);
  });
});

describe('isDataProductEntity', () => {
  it.each<[string, string, boolean]>([
    [`${API_GROUP}/v1alpha1`, 'DataProduct', true],
    [`${API_GROUP}/v1alpha1`, 'dataproduct', true],
    [`${API_GROUP}/v2`, 'DataProduct', false],
    ['backstage.io/v1alpha1', 'DataProduct', false],
    [`${API_GROUP}/v1alpha1`, 'Component', false],
  ])('%s %s: %s', (apiVersion, kind, expected) => {
    expect(
      isDataProductEntity({ apiVersion, kind, metadata: { name: 'a' } }),
    ).toBe(expected);
  });
});
