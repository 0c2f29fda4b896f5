import { CatalogFilePart } from '../results';

/**
 * The fields of the catalog file that an example is about, such as
 * `spec.access.howTo` and `spec.outputPorts[].location`. The names of ports,
 * which only tell which one is meant, are none of them.
 */
export function fieldsOf(part: CatalogFilePart): string[] {
  return walk(part, '');
}

function walk(value: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    const [first] = value;
    return isGroup(first) ? walk(named(first), `${path}[]`) : [path];
  }
  if (isGroup(value)) {
    return Object.entries(value).flatMap(([key, inner]) =>
      walk(inner, path ? `${path}.${key}` : key),
    );
  }
  return [path];
}

function named({ name: _name, ...rest }: Group): Group {
  return rest;
}

type Group = Record<string, unknown>;

export function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
