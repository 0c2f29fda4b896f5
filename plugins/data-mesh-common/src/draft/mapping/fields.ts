import { JsonObject, JsonValue } from '@backstage/types';
import { ContractObjectDraft, FieldDraft, fieldTypes } from '../ContractDraft';
import {
  changeKeys,
  isEqual,
  isObject,
  listOf,
  objectsIn,
  partOf,
  textOf,
  withKey,
  withPart,
} from '../json';
import { FIELD_KEYS, OBJECT_KEYS } from './order';
import { reconcile } from './reconcile';

const FIELD_ANSWERS = [
  'name',
  'physicalType',
  'description',
  'required',
  'unique',
  'primaryKey',
  'classification',
];

/** The tables, topics and files of a contract, as answers. */
export function readObjects(contract: JsonObject): ContractObjectDraft[] {
  return objectsIn(contract.schema).map(readObject) as ContractObjectDraft[];
}

function readObject(object: JsonObject) {
  return {
    name: textOf(object.name),
    physicalName: textOf(object.physicalName),
    physicalType: textOf(object.physicalType),
    description: textOf(object.description),
    fields: readFields(object),
  };
}

function readFields(parent: JsonObject): Partial<FieldDraft>[] {
  return objectsIn(parent.properties).map(readField);
}

function readField(field: JsonObject): Partial<FieldDraft> {
  const items = partOf(field, 'items');
  const isList = field.logicalType === 'array';
  const fields = readFields(isList ? items : field);
  return {
    name: textOf(field.name),
    type: typeIn(field.logicalType),
    physicalType: textOf(field.physicalType),
    description: textOf(field.description),
    required: field.required === true || undefined,
    unique: field.unique === true || undefined,
    primaryKey: field.primaryKey === true || undefined,
    classification: textOf(field.classification),
    fields: fields.length ? (fields as FieldDraft[]) : undefined,
    itemType: isList && !fields.length ? typeIn(items.logicalType) : undefined,
  };
}

function typeIn(value: JsonValue | undefined): FieldDraft['type'] | undefined {
  return fieldTypes.find(type => type === value);
}

/** Brings the schema of a contract in line with the answers. */
export function changeObjects(
  contract: JsonObject,
  before: readonly ContractObjectDraft[] | undefined,
  after: readonly ContractObjectDraft[],
  order: readonly string[],
): JsonObject {
  const schema = reconcile<ContractObjectDraft>(
    listOf(contract, 'schema'),
    before,
    after,
    {
      written: readObject as (raw: JsonObject) => Partial<ContractObjectDraft>,
      keys: [object => object.name],
      change: changeObject,
    },
  );
  return withPart(contract, 'schema', schema, order);
}

function changeObject(
  raw: JsonObject,
  before: ContractObjectDraft | undefined,
  after: ContractObjectDraft,
): JsonObject {
  if (isEqual(before, after)) {
    return raw;
  }
  const object = changeKeys(
    raw,
    before,
    after,
    ['name', 'physicalName', 'physicalType', 'description'],
    OBJECT_KEYS,
  );
  return changeFields(object, before?.fields, after.fields, OBJECT_KEYS);
}

function changeFields(
  parent: JsonObject,
  before: readonly FieldDraft[] | undefined,
  after: readonly FieldDraft[] | undefined,
  order: readonly string[],
): JsonObject {
  const fields = reconcile<FieldDraft>(
    listOf(parent, 'properties'),
    before,
    after,
    {
      written: readField,
      keys: [field => field.name],
      change: changeField,
    },
  );
  const positioned = isEqual(keyNames(before), keyNames(after))
    ? fields
    : fields.map(positionKeys());
  return withPart(parent, 'properties', positioned, order);
}

function changeField(
  raw: JsonObject,
  before: FieldDraft | undefined,
  after: FieldDraft,
): JsonObject {
  if (isEqual(before, after)) {
    return raw;
  }
  let field = changeKeys(raw, before, after, FIELD_ANSWERS, FIELD_KEYS);
  if (before?.type !== after.type) {
    field = withKey(field, 'logicalType', after.type, FIELD_KEYS);
  }
  return changeInside(field, before, after);
}

/** What is inside an object, or inside the items of an array. */
function changeInside(
  raw: JsonObject,
  before: FieldDraft | undefined,
  after: FieldDraft,
): JsonObject {
  const inside = ({ type, fields, itemType }: Partial<FieldDraft> = {}) => ({
    object: type === 'array' ? undefined : fields,
    item: type === 'array' ? fields : undefined,
    itemType: type === 'array' && fields?.length ? 'object' : itemType,
  });
  const was = inside(before);
  const is = inside(after);
  let items = partOf(raw, 'items');
  if (was.itemType !== is.itemType) {
    items = withKey(items, 'logicalType', is.itemType, FIELD_KEYS);
  }
  items = changeFields(items, was.item, is.item, FIELD_KEYS);
  const field = changeFields(raw, was.object, is.object, FIELD_KEYS);
  return isEqual(items, partOf(raw, 'items'))
    ? field
    : withPart(field, 'items', items, FIELD_KEYS);
}

function keyNames(fields: readonly FieldDraft[] | undefined): string[] {
  return (fields ?? [])
    .filter(({ primaryKey }) => primaryKey)
    .map(({ name }) => name);
}

/** Numbers the fields of a primary key from 1, in the order they stand in. */
function positionKeys(): (field: JsonValue) => JsonValue {
  let position = 0;
  return field => {
    if (!isObject(field)) {
      return field;
    }
    const isKey = field.primaryKey === true;
    position += isKey ? 1 : 0;
    const wanted = isKey ? position : undefined;
    return field.primaryKeyPosition === wanted
      ? field
      : withKey(field, 'primaryKeyPosition', wanted, FIELD_KEYS);
  };
}
