import { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A schema with what is referred to in its place, and without what the two
 * libraries merely write differently.
 */
export function comparable(schema: z.ZodType | object): JsonObject {
  const json = (
    schema instanceof z.ZodType
      ? z.toJSONSchema(schema, { io: 'input' })
      : schema
  ) as JsonObject;
  const resolve = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) {
      return value.map(resolve);
    }
    if (!isObject(value)) {
      return value;
    }
    const { $ref, ...beside } = value;
    if (typeof $ref === 'string') {
      const target = $ref
        .split('/')
        .slice(1)
        .reduce<JsonValue>((at, key) => (at as JsonObject)[key]!, json);
      return resolve({ ...(target as JsonObject), ...beside });
    }
    return tidy(value, resolve);
  };
  return resolve(json) as JsonObject;
}

/** Drops identity and patterns, and writes alternatives in one way. */
function tidy(
  value: JsonObject,
  resolve: (value: JsonValue) => JsonValue,
): JsonObject {
  const {
    $schema,
    $defs,
    id,
    pattern,
    propertyNames,
    additionalProperties,
    anyOf,
    required,
    ...rest
  } = value;
  const tidied: JsonObject = Object.fromEntries(
    Object.entries(rest)
      // Whole numbers are told with the largest that there is, or without.
      .filter(
        ([, inner]) => Math.abs(Number(inner)) !== Number.MAX_SAFE_INTEGER,
      )
      .map(([key, inner]) => [key, resolve(inner!)]),
  );
  const types = Array.isArray(anyOf)
    ? [...new Set(anyOf.map(one => (one as JsonObject).type ?? null))]
    : [];
  if (types.length) {
    tidied.type = types.length > 1 ? types : types[0];
  }
  if (
    isObject(additionalProperties) &&
    Object.keys(additionalProperties).length
  ) {
    tidied.additionalProperties = resolve(additionalProperties);
  }
  return { ...tidied, ...requiredOf(value) };
}

const TYPED = ['type', '$ref', 'anyOf', 'enum'];

/** What may be anything is required in one library and not in the other. */
function requiredOf({ properties, required }: JsonObject): JsonObject {
  const names = (Array.isArray(required) ? required : []).filter(name => {
    const property = (properties as JsonObject)[String(name)] as JsonObject;
    return TYPED.some(word => word in property);
  });
  return names.length ? { required: names } : {};
}

export function propertiesOf(schema: z.ZodType | object): JsonObject {
  return comparable(schema).properties as JsonObject;
}
