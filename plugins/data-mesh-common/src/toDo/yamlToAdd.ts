import { stringify } from 'yaml';
import { CatalogFilePart } from '../results';
import { isGroup } from './fieldsOf';

/**
 * What is read of an entity to tell what its catalog file lacks.
 *
 * @public
 */
export type CatalogFile = {
  metadata: { name: string; title?: string };
  spec?: object;
};

/**
 * What of an example is to be added to a catalog file, from its root on. What
 * the file has stays: of a group only the fields that are missing are told, of
 * a list the entity's own items come first, and what is asked of each port is
 * told for those that lack it. A single value that is there is replaced, and a
 * list of groups that has items needs no more of them, except for promises.
 *
 * @returns undefined if there is nothing to add
 *
 * @public
 */
export function yamlToAdd(
  example: CatalogFilePart,
  entity: CatalogFile,
): string | undefined {
  const { name, title = name } = entity.metadata;
  const fill = (text: string) =>
    text
      .replaceAll('{name}', name.toLocaleLowerCase('en-US'))
      .replaceAll('{title}', title);
  const roots = Object.entries(example).flatMap(([root, fields]) => {
    const own = (entity as Record<string, unknown>)[root];
    const added = additions(fields, isGroup(own) ? own : {}, fill, 0);
    return added === undefined ? [] : [[root, added]];
  });
  return roots.length
    ? stringify(Object.fromEntries(roots), { lineWidth: 0 }).trimEnd()
    : undefined;
}

type Fill = (text: string) => string;

/** At depth 0 are the fields of spec, whose single values are replaced. */
function additions(
  example: unknown,
  own: unknown,
  fill: Fill,
  depth: number,
): unknown {
  if (Array.isArray(example)) {
    return additionsToList(example, Array.isArray(own) ? own : [], fill, depth);
  }
  if (isGroup(example)) {
    const within = isGroup(own) ? own : {};
    const added = Object.entries(example).flatMap(([key, value]) => {
      const inner = additions(
        value,
        Object.hasOwn(within, key) ? within[key] : undefined,
        fill,
        depth + 1,
      );
      return inner === undefined ? [] : [[key, inner]];
    });
    return added.length ? Object.fromEntries(added) : undefined;
  }
  const value = typeof example === 'string' ? fill(example) : example;
  const isThere = own !== undefined && own !== null && own !== '';
  return isThere && (depth > 1 || own === value) ? undefined : value;
}

function additionsToList(
  example: readonly unknown[],
  own: readonly unknown[],
  fill: Fill,
  depth: number,
): unknown[] | undefined {
  const [first] = example;
  if (isNamed(first) && own.some(isNamed)) {
    const { name: _name, ...asked } = first;
    const items = own.filter(isNamed).flatMap(item => {
      const added = additions(asked, item, fill, depth + 1);
      const { name, version } = item;
      return isGroup(added)
        ? [{ name, ...(version !== undefined && { version }), ...added }]
        : [];
    });
    return items.length ? items : undefined;
  }
  const added = example
    .map(item => filledIn(item, fill))
    .filter(item => !own.some(other => isSame(item, other)));
  if (!added.length) {
    return undefined;
  }
  return isGroup(first) ? added : [...own, ...added];
}

/** Promises are told apart by what is promised; other groups need be there. */
function isSame(item: unknown, own: unknown): boolean {
  if (!isGroup(item)) {
    return item === own;
  }
  return isGroup(own) && item.property === own.property;
}

function isNamed(item: unknown): item is { name: string; version?: unknown } {
  return isGroup(item) && typeof item.name === 'string';
}

function filledIn(value: unknown, fill: Fill): unknown {
  if (typeof value === 'string') {
    return fill(value);
  }
  if (Array.isArray(value)) {
    return value.map(item => filledIn(item, fill));
  }
  return isGroup(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          filledIn(inner, fill),
        ]),
      )
    : value;
}
