import { ContractField, ContractObject } from './Contract';
import { Cursor } from './Cursor';
import { readCustomProperties } from './readCustomProperties';
import { readQuality } from './readQuality';

/** Deeper nesting is left out; an alias may even nest without end. */
const MAX_DEPTH = 30;

/** The tables, topics, views and files of a contract with their fields. */
export function readSchema(root: Cursor): ContractObject[] {
  return root.maps('schema').flatMap(object => {
    const name = object.text('name') ?? object.text('physicalName');
    if (!name) {
      object.problem(
        `“${object.path}” has no name, so it is left out. Give it a name.`,
      );
      return [];
    }
    const fields: ContractField[] = [];
    readProperties(object, { prefix: '', depth: 0, fields });
    return [
      {
        name,
        title: object.text('businessName'),
        physicalName: object.text('physicalName'),
        physicalType: object.text('physicalType'),
        description: object.text('description'),
        granularity: object.text('dataGranularityDescription'),
        tags: object.texts('tags'),
        fields,
        quality: readQuality(object),
      },
    ];
  });
}

type Place = { prefix: string; depth: number; fields: ContractField[] };

function readProperties(parent: Cursor, place: Place) {
  if (place.depth > MAX_DEPTH) {
    parent.problem(
      `“${parent.path}” nests more than ${MAX_DEPTH} levels deep; what is below is left out.`,
    );
    return;
  }
  for (const property of parent.maps('properties')) {
    const name = property.text('name') ?? property.text('physicalName');
    if (!name) {
      property.problem(
        `“${property.path}” has no name, so it is left out. Give it a name.`,
      );
      continue;
    }
    const path = `${place.prefix}${name}`;
    const field = readField(property, name, path, place.depth);
    place.fields.push(field);
    readProperties(property, {
      ...place,
      prefix: `${path}.`,
      depth: place.depth + 1,
    });
    field.itemType = readItems(property, path, place);
  }
}

/**
 * An array's elements get a line of their own only when they say more than
 * their type; the fields of elements that are objects follow in any case.
 */
function readItems(
  array: Cursor,
  arrayPath: string,
  place: Place,
): string | undefined {
  const items = array.get('items');
  if (items.isAbsent) {
    return undefined;
  }
  if (!items.isMap) {
    items.problem(
      `“${items.path}” must be a group of keys but is ${items.shape}, so it is left out.`,
    );
    return undefined;
  }
  const path = `${arrayPath}[]`;
  const depth = place.depth + 1;
  const type = items.text('logicalType') ?? items.text('physicalType');
  const element = readField(items, '[]', path, depth);
  if (element.description || element.classification || element.quality.length) {
    place.fields.push(element);
  }
  readProperties(items, { ...place, prefix: `${path}.`, depth });
  if (depth > MAX_DEPTH) {
    return type;
  }
  const inner = readItems(items, path, { ...place, depth });
  return type && inner ? `${type} of ${inner}` : type;
}

function readField(
  property: Cursor,
  name: string,
  path: string,
  depth: number,
): ContractField {
  const physicalName = property.text('physicalName');
  return {
    name,
    path,
    depth,
    title: property.text('businessName'),
    description: property.text('description'),
    physicalName: physicalName === name ? undefined : physicalName,
    logicalType: property.text('logicalType'),
    physicalType: property.text('physicalType'),
    required: property.flag('required'),
    unique: property.flag('unique'),
    primaryKey: property.flag('primaryKey'),
    classification: property.text('classification'),
    criticalDataElement: property.flag('criticalDataElement'),
    ...readBusinessKeys(property),
    tags: property.texts('tags'),
    examples: property.texts('examples'),
    allowedValues: readAllowedValues(property),
    references: property
      .maps('relationships')
      .flatMap(relationship => relationship.get('to').render() || []),
    quality: readQuality(property),
  };
}

function readBusinessKeys(property: Cursor) {
  const keys = readCustomProperties(property)
    .filter(({ name }) => name === 'businessKey')
    .flatMap(({ value }) => value.split(',').map(key => key.trim()))
    .filter(key => key !== '');
  return keys.length ? { businessKeys: keys } : {};
}

function readAllowedValues(property: Cursor): ContractField['allowedValues'] {
  return property.list('enum').flatMap(entry => {
    if (!entry.isMap) {
      const value = entry.render();
      return value ? [{ value }] : [];
    }
    const value = entry.text('value');
    return value
      ? [
          {
            value,
            label: entry.text('label'),
            description: entry.text('description'),
          },
        ]
      : [];
  });
}
