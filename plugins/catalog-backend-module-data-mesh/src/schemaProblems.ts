import {
  dataProductEntityV1alpha1Schema,
  dataProductProblem,
  DataProductProblem,
  describeValue,
  FieldPath,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Entity } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';
import Ajv, { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';

const WORDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

let validate: ValidateFunction | undefined;

/**
 * Checks an entity against the schema of the kind (E1). What all kinds share
 * is left to the catalog, which has checked it before.
 */
export function schemaProblems(entity: Entity): DataProductProblem[] {
  validate ??= new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    verbose: true,
  })
    .addSchema({ $id: 'Entity' })
    .compile(dataProductEntityV1alpha1Schema);
  return validate(entity)
    ? []
    : (validate.errors ?? []).map(error => explain(error, entity));
}

function explain(error: ErrorObject, entity: Entity): DataProductProblem {
  const path = pathOf(error.instancePath, entity);
  const schema: AnySchemaObject = error.parentSchema ?? {};
  if (error.keyword === 'required') {
    const key = String(error.params.missingProperty);
    const field: AnySchemaObject = resolve(schema.properties?.[key] ?? {});
    return dataProductProblem('E1', [...path, key], {
      found: 'nothing',
      allowed: expectation(field),
      fix: `Add ${key}. ${field.description ?? ''}`.trim(),
    });
  }
  return dataProductProblem('E1', path, {
    found:
      error.keyword === 'maxLength'
        ? `a text of ${[...String(error.data)].length} characters`
        : describeValue(error.data),
    allowed: expectation(schema),
    fix: adviceFor(error, schema),
  });
}

function adviceFor(error: ErrorObject, schema: AnySchemaObject): string {
  const wanted = [schema.type].flat();
  if (error.keyword === 'maxLength') {
    return 'Shorten it; longer texts fit into usage or limitations.';
  }
  if (error.data === null || error.data === '') {
    return 'Fill it in, or remove the line.';
  }
  if (
    wanted.includes('string') &&
    ['number', 'boolean'].includes(typeof error.data)
  ) {
    return `Put it in quotes: "${error.data}".`;
  }
  if (wanted.includes('array') && !Array.isArray(error.data)) {
    return 'Write it as a list, each item on its own line after a dash.';
  }
  return schema.description ?? 'Correct the value, or remove the line.';
}

/** Says in words what a schema allows. */
function expectation(unresolved: AnySchemaObject): string {
  const schema = resolve(unresolved);
  if (schema.enum) {
    return schema.enum
      .map((word: JsonValue) => JSON.stringify(word))
      .join(' or ');
  }
  const example = schema.examples?.[0];
  const such =
    example === undefined ? '' : `, such as ${JSON.stringify(example)}`;
  if (schema.pattern) {
    return `a day${such}`;
  }
  if (schema.maxLength) {
    return `a text of at most ${schema.maxLength} characters`;
  }
  const words = [schema.type ?? []].flat().map(type => WORDS[type] ?? type);
  return words.length === 0
    ? `any value${such}`
    : `${words.join(' or ')}${such}`;
}

function resolve(schema: AnySchemaObject): AnySchemaObject {
  const name = /^#\/definitions\/(.+)$/.exec(schema.$ref ?? '')?.[1];
  const definitions = dataProductEntityV1alpha1Schema.definitions as JsonObject;
  return name
    ? { ...(definitions[name] as AnySchemaObject), ...schema }
    : schema;
}

/** From a JSON pointer; only the entity tells positions from numeric keys. */
function pathOf(pointer: string, entity: Entity): FieldPath {
  let value: unknown = entity;
  return pointer
    .split('/')
    .slice(1)
    .map(part => {
      const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
      const step = Array.isArray(value) ? Number(key) : key;
      value = (value as Record<string | number, unknown>)[step];
      return step;
    });
}
