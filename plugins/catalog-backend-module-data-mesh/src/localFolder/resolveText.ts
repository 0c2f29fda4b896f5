import { JsonValue } from '@backstage/types';
import {
  formatPath,
  FieldPath,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { dirname, join, posix, win32 } from 'node:path';
import { FileProblem } from './FileProblem';
import { isInside, readTextInside } from './readTextInside';

/** The file in which placeholders stand. */
export type TextContext = {
  /** The folder's real path; nothing outside it is read. */
  root: string;
  /** The file, relative to the folder. */
  file: string;
};

/**
 * Puts the content of files in the place of `$text`. As in the catalog a
 * placeholder stands alone in its object, and addresses on the web are left to
 * the catalog, which knows what may be read.
 *
 * @throws FileProblem
 */
export async function resolveText(
  value: JsonValue,
  context: TextContext,
  path: FieldPath = [],
): Promise<JsonValue> {
  if (Array.isArray(value)) {
    const items: JsonValue[] = [];
    for (const [i, item] of value.entries()) {
      items.push(await resolveText(item, context, [...path, i]));
    }
    return items;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value);
  if (entries.length === 1 && /^\$(text|json|yaml)$/.test(entries[0][0])) {
    return resolvePlaceholder(entries[0], value, context, path);
  }
  const resolved: [string, JsonValue][] = [];
  for (const [key, item] of entries) {
    resolved.push([
      key,
      await resolveText(item as JsonValue, context, [...path, key]),
    ]);
  }
  return Object.fromEntries(resolved);
}

async function resolvePlaceholder(
  [key, target]: [string, unknown],
  placeholder: JsonValue,
  { root, file }: TextContext,
  path: FieldPath,
): Promise<JsonValue> {
  const where = formatPath(path);
  if (typeof target !== 'string' || target.trim() === '') {
    throw new FileProblem(`${where}: ${key} needs the path of a file`);
  }
  if (/^https?:\/\//i.test(target)) {
    return placeholder;
  }
  if (key !== '$text') {
    throw new FileProblem(
      `${where}: ${key} is not known in a local folder, use $text`,
    );
  }
  const refuse = (reason: string) =>
    new FileProblem(`${where}: $text ${target} ${reason}`);
  if (posix.isAbsolute(target) || win32.isAbsolute(target)) {
    throw refuse('is not relative to the file it stands in');
  }
  const absolute = join(root, dirname(file), target);
  if (!isInside(root, absolute)) {
    throw refuse('leads out of the folder');
  }
  // Settings and credentials are kept in hidden files.
  if (absolute.slice(root.length).split(/[/\\]/).some(isHidden)) {
    throw refuse('is hidden');
  }
  try {
    return await readTextInside(root, absolute);
  } catch (error) {
    throw refuse((error as FileProblem).message);
  }
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}
