import {
  checkDataProduct,
  DATA_PRODUCT_API_VERSION,
  DATA_PRODUCT_KIND,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Entity } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { resolve, Schema, specSchema } from './schema';

const DEPENDENCIES = ['dataproduct', 'component', 'resource', 'api', 'system'];

/** The kinds that a field may refer to; the first one need not be written. */
const REFERENCES: Record<string, string[]> = {
  owner: ['group', 'user'],
  productOwner: ['user'],
  'stewards[]': ['user', 'group'],
  domain: ['domain'],
  system: ['system'],
  'components[]': ['component', 'resource', 'api'],
  'dependsOn[]': ['', ...DEPENDENCIES],
  'dependencyOf[]': ['', ...DEPENDENCIES],
  'providesApis[]': ['api'],
  'consumesApis[]': ['api'],
  'inputPorts[].source': DEPENDENCIES,
  'inputPorts[].contract.ref': ['api'],
  'outputPorts[].contract.ref': ['api'],
  'outputPorts[].resource': ['resource'],
  'consumers[].ref': ['group', 'component', 'system', 'dataproduct'],
  'access.approver': ['user', 'group'],
  'deprecation.successor': ['dataproduct'],
};

/** Few names, so that entities meet. */
const names = Array.from({ length: 8 }, (_, i) => `p-${i}`);

function reference([first, ...others]: string[]): fc.Arbitrary<string> {
  const kinds = [first, ...others].filter(Boolean);
  const written = fc
    .tuple(
      fc.constantFrom(...kinds, ...kinds.map(kind => kind.toUpperCase())),
      fc.constantFrom('', 'default/', 'Default/', 'other/'),
      fc.constantFrom(...names),
    )
    .map(([kind, namespace, name]) => `${kind}:${namespace}${name}`);
  return first ? fc.oneof(written, fc.constantFrom(...names)) : written;
}

// Placeholders and keys that the catalog gives a meaning are not the subject.
const key = fc.stringMatching(/^[A-Za-z][\w./-]{0,8}$/);
const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
})).value;

function text({ minLength = 0, maxLength = 60 }: Schema) {
  return fc.string({ unit: 'grapheme', minLength, maxLength: maxLength ?? 60 });
}

function valueOf(unresolved: Schema, at: string): fc.Arbitrary<JsonValue> {
  const schema = resolve(unresolved);
  if (REFERENCES[at]) {
    return reference(REFERENCES[at]);
  }
  if (schema.enum) {
    return fc.constantFrom(...schema.enum);
  }
  if (schema.pattern) {
    return fc
      .date({
        min: new Date('1900-01-01'),
        max: new Date('2999-12-31'),
        noInvalidDate: true,
      })
      .chain(date =>
        fc.constantFrom(date.toISOString(), date.toISOString().slice(0, 10)),
      );
  }
  if (schema.items) {
    const items = fc.array(valueOf(schema.items, `${at}[]`), { maxLength: 4 });
    // Name and version of output ports are their key.
    return at === 'outputPorts'
      ? items.map(ports => uniquePorts(ports as JsonObject[]))
      : items;
  }
  if (schema.properties) {
    return objectOf(schema, at);
  }
  const byType: Record<string, fc.Arbitrary<JsonValue>> = {
    string: text(schema),
    number: fc.double({ noNaN: true, noDefaultInfinity: true }),
    boolean: fc.boolean(),
    object: fc.dictionary(key, json, { maxKeys: 3 }),
  };
  const types = [schema.type ?? []].flat();
  return types.length > 0 ? fc.oneof(...types.map(type => byType[type])) : json;
}

function objectOf(
  { properties = {}, required = [] }: Schema,
  at: string,
): fc.Arbitrary<JsonObject> {
  const path = at ? `${at}.` : '';
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      valueOf(value, `${path}${name}`),
    ]),
  );
  const isContract = at.endsWith('.contract');
  const known = fc.record(fields, {
    requiredKeys: isContract ? ['id'] : required,
  });
  const unknown = fc.dictionary(
    key.map(name => `x-${name}`),
    json,
    { maxKeys: 1 },
  );
  return fc
    .tuple(known, unknown)
    .map(([a, b]) => ({ ...a, ...b } as JsonObject));
}

function uniquePorts(ports: JsonObject[]): JsonObject[] {
  const seen = new Set<string>();
  return ports.filter(({ name, version }) => {
    const id = JSON.stringify([name, version]);
    return !seen.has(id) && seen.add(id);
  });
}

const metadata = fc.record(
  {
    title: text({ minLength: 1 }),
    description: text({}),
    namespace: fc.constantFrom('default', 'other'),
    tags: fc.array(
      fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9:+#]{1,9}){0,2}$/),
    ),
    labels: fc.dictionary(
      fc.stringMatching(/^acme\.io\/[a-z]{1,9}$/),
      fc.stringMatching(/^[A-Za-z0-9]{1,9}(-[a-z]{1,3})?$/),
      { maxKeys: 3 },
    ),
    annotations: fc.dictionary(
      fc.stringMatching(/^acme\.io\/[a-z]{1,9}$/),
      text({}),
      { maxKeys: 3 },
    ),
    links: fc.array(
      fc.record(
        {
          url: fc.webUrl(),
          // The catalog takes no link whose title is blank.
          title: text({ minLength: 1 }).filter(title => title.trim() !== ''),
        },
        { requiredKeys: ['url'] },
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

/** Any data product that the kind allows, as JSON would hold it. */
export const dataProducts: fc.Arbitrary<Entity> = fc
  .tuple(metadata, objectOf(specSchema, ''))
  .map(([rest, spec]) =>
    JSON.parse(
      JSON.stringify({
        apiVersion: DATA_PRODUCT_API_VERSION,
        kind: DATA_PRODUCT_KIND,
        metadata: { name: 'x', ...rest },
        spec,
      }),
    ),
  )
  .filter(entity => checkDataProduct(entity).length === 0);
