import { dataProductEntityV1alpha1Schema } from '@backstage-data-mesh/plugin-data-mesh-common';
import { JsonObject, JsonValue } from '@backstage/types';

export type Schema = {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: string[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  examples?: JsonValue[];
};

const root = dataProductEntityV1alpha1Schema as {
  allOf: Schema[];
  definitions: Record<string, Schema>;
};

export const specSchema: Schema = root.allOf[1].properties!.spec;

/** Follows a reference into the definitions. */
export function resolve(schema: Schema): Schema {
  const name = schema.$ref?.replace('#/definitions/', '');
  return name ? root.definitions[name] : schema;
}

/** A value with every field, made of the examples that the schema gives. */
export function exampleOf(unresolved: Schema): JsonValue {
  const schema = resolve(unresolved);
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [
        key,
        exampleOf(value),
      ]),
    );
  }
  if (schema.examples) {
    return schema.examples[0];
  }
  if (schema.items) {
    return [exampleOf(schema.items)];
  }
  const byType: Record<string, JsonValue> = { boolean: true, object: {} };
  return schema.enum?.[0] ?? byType[String(schema.type)] ?? 'text';
}

/** All fields, as steps into {@link exampleOf} of the same schema. */
export function* fieldsOf(
  unresolved: Schema,
  path: (string | number)[] = [],
): Generator<{ path: (string | number)[]; schema: Schema }> {
  const schema = resolve(unresolved);
  yield { path, schema };
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    yield* fieldsOf(value, [...path, key]);
  }
  if (schema.items) {
    yield* fieldsOf(schema.items, [...path, 0]);
  }
}

/** A copy with one value replaced. */
export function replaceAt(
  value: JsonValue | undefined,
  [step, ...rest]: (string | number)[],
  replacement: JsonValue,
): JsonValue {
  if (step === undefined) {
    return replacement;
  }
  if (Array.isArray(value)) {
    return value.map((item, i) =>
      i === step ? replaceAt(item, rest, replacement) : item,
    );
  }
  const object = value as JsonObject;
  return { ...object, [step]: replaceAt(object[step], rest, replacement) };
}
