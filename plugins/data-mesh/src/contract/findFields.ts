import {
  ContractField,
  ContractObject,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** The objects with the fields that a text is found in. */
export type FoundFields = {
  object: ContractObject;
  /** Fields that match, with those they are nested in. */
  fields: ContractField[];
  matches: number;
}[];

/**
 * Finds fields by all words of a text, in whatever is written about them. The
 * fields around a match stay, so that one sees where it belongs.
 */
export function findFields(
  objects: readonly ContractObject[],
  text: string,
): FoundFields {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return objects.map(object => {
    const matching = object.fields.filter(field => matchesAll(field, words));
    const paths = new Set(matching.flatMap(({ path }) => withParents(path)));
    return {
      object,
      fields: object.fields.filter(({ path }) => paths.has(path)),
      matches: matching.length,
    };
  });
}

function matchesAll(field: ContractField, words: readonly string[]): boolean {
  const text = [
    field.path,
    field.title,
    field.description,
    field.logicalType,
    field.physicalType,
    field.physicalName,
    field.classification,
    ...field.tags,
  ]
    .join('\n')
    .toLocaleLowerCase();
  return words.every(word => text.includes(word));
}

/** `a[].b.c` and the paths it is nested in: `a`, `a[]`, `a[].b`. */
function withParents(path: string): string[] {
  const parents: string[] = [path];
  for (let i = 0; i < path.length; i++) {
    if (path[i] === '.' || path.startsWith('[]', i)) {
      parents.push(path.slice(0, i));
    }
  }
  return parents;
}
