import { dataProductDraftSchema } from '@backstage-data-mesh/plugin-data-mesh-common';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';
import { draftSchema } from './draftSchema';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Puts what is referred to in its place, and leaves out what the two libraries
 * merely write differently. The fields of a field are not looked into again.
 */
function comparable(schema: JsonObject) {
  const resolve = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) {
      return value.map(item => resolve(item));
    }
    if (!isObject(value)) {
      return value;
    }
    const { $ref, ...beside } = value;
    if (typeof $ref === 'string') {
      const target = $ref
        .split('/')
        .slice(1)
        .reduce<JsonValue>((at, key) => (at as JsonObject)[key]!, schema);
      return resolve({ ...(target as JsonObject), ...beside });
    }
    const isField =
      isObject(value.properties) && 'itemType' in value.properties;
    const { $schema, $defs, id, additionalProperties, ...rest } = value;
    return Object.fromEntries(
      Object.entries(rest).map(([key, item]) => [
        key,
        key === 'properties' && isObject(item)
          ? Object.fromEntries(
              Object.entries(item).map(([name, property]) => [
                name,
                isField && name === 'fields'
                  ? 'fields again'
                  : resolve(property!),
              ]),
            )
          : resolve(item!),
      ]),
    );
  };
  return resolve(schema);
}

const restated = createTemplateAction({
  id: 'test',
  schema: { input: zod => draftSchema(zod) },
  async handler() {},
}).schema!.input as JsonObject;

describe('draftSchema', () => {
  it('is what the common package says', () => {
    const original = z.toJSONSchema(dataProductDraftSchema, {
      io: 'input',
    }) as JsonObject;

    const expected = comparable(original);
    expect(comparable(restated)).toEqual(expected);
    // What is compared is the whole.
    expect(Object.keys((expected as JsonObject).properties as object)).toEqual(
      Object.keys(dataProductDraftSchema.shape),
    );
    expect(JSON.stringify(expected)).toContain('physicalType');
  });

  it('holds no reference, which the scaffolder could not follow', () => {
    expect(JSON.stringify(restated)).not.toContain('$ref');
  });
});
