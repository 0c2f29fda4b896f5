import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { DATA_PRODUCT_KIND } from '../kind';
import { isEqual, isObject, partOf, textOf, withKey } from '../draft/json';
import { SPEC_KEYS } from '../draft/mapping/order';
import { parseYaml } from '../draft/yaml/parseYaml';
import { patchYaml } from '../draft/yaml/patchYaml';
import { FillableField } from './fields';

/**
 * What to fill in for one data product.
 *
 * @public
 */
export type FilledProduct = {
  /** Full, in lower case. */
  ref: string;
  /** As `checkField` gives them. */
  fields: Partial<Record<FillableField, string>>;
};

/**
 * A catalog file with what was filled in, and what could not be.
 *
 * @public
 */
export type FilledFile = {
  content: string;
  /** The products that changed. */
  filled: string[];
  problems: { ref: string; message: string }[];
};

/**
 * Fills fields of data products into the text of their catalog file. Only the
 * lines of these fields differ afterwards: comments, order and the way things
 * are written stay. A product that cannot be filled in holds up no other one.
 *
 * @param path - of the file, for messages
 * @public
 */
export function fillFields(
  file: { path: string; content: string },
  products: readonly FilledProduct[],
): FilledFile {
  try {
    parseYaml(file.content, file.path);
  } catch (error) {
    return unfilled(file.content, products, error);
  }
  return fillSome(file, products);
}

/** Where one of many cannot be written, it is looked for by halves. */
function fillSome(
  file: { path: string; content: string },
  products: readonly FilledProduct[],
): FilledFile {
  try {
    return fillAll(file, products);
  } catch (error) {
    if (products.length < 2) {
      return unfilled(file.content, products, error);
    }
    const half = Math.ceil(products.length / 2);
    const before = fillSome(file, products.slice(0, half));
    const after = fillSome(
      { ...file, content: before.content },
      products.slice(half),
    );
    return {
      content: after.content,
      filled: [...before.filled, ...after.filled],
      problems: [...before.problems, ...after.problems],
    };
  }
}

function unfilled(
  content: string,
  products: readonly FilledProduct[],
  error: unknown,
): FilledFile {
  const { message } = toError(error);
  const problems = products.map(({ ref }) => ({ ref, message }));
  return { content, filled: [], problems };
}

/**
 * All at once, as a file with many products takes long to read.
 *
 * @throws InputError when the text cannot be read, or not be written like this
 */
function fillAll(
  { path, content }: { path: string; content: string },
  products: readonly FilledProduct[],
): FilledFile {
  const values = parseYaml(content, path).map(({ value }) => value);
  const filled: string[] = [];
  const problems: FilledFile['problems'] = [];
  for (const product of products) {
    try {
      const [index, value] = fillProduct(path, values, product);
      values[index] = value;
      filled.push(product.ref);
    } catch (error) {
      problems.push({ ref: product.ref, message: toError(error).message });
    }
  }
  return { content: patchYaml(content, values, path), filled, problems };
}

/**
 * The entities that a catalog file describes, by their full refs; undefined
 * for a document that is no entity. Empty documents are left out.
 *
 * @throws InputError when the file is no YAML
 * @public
 */
export function entitiesInFile(file: {
  path: string;
  content: string;
}): (string | undefined)[] {
  return parseYaml(file.content, file.path)
    .filter(({ value }) => value !== null)
    .map(({ value }) => refOf(value));
}

/** @throws InputError when it cannot be filled in, or is so already */
function fillProduct(
  path: string,
  values: readonly JsonValue[],
  { ref, fields }: FilledProduct,
): [index: number, filled: JsonObject] {
  const found = values.flatMap((value, index) =>
    isProduct(value) && refOf(value) === ref ? [{ value, index }] : [],
  );
  if (found.length !== 1) {
    throw new InputError(
      found.length === 0
        ? `${path} does not describe ${ref}: it was moved, renamed or removed`
        : `${path} describes ${ref} ${found.length} times. Leave one of them`,
    );
  }
  const [{ value, index }] = found;
  if (value.spec !== undefined && !isObject(value.spec)) {
    throw new InputError(
      `${path}: the spec of ${ref} is not a group of fields`,
    );
  }
  const spec = Object.entries(fields).reduce(
    (filled, [field, text]) => withKey(filled, field, text, SPEC_KEYS),
    partOf(value, 'spec'),
  );
  const filled = withKey(value, 'spec', spec, []);
  if (isEqual(filled, value)) {
    throw new InputError(
      `${path} says so already. The catalog will read it soon`,
    );
  }
  return [index, filled];
}

function isProduct(document: JsonValue): document is JsonObject {
  return (
    isObject(document) &&
    String(document.kind).toLocaleLowerCase('en-US') ===
      DATA_PRODUCT_KIND.toLocaleLowerCase('en-US')
  );
}

function refOf(document: JsonValue): string | undefined {
  if (!isObject(document)) {
    return undefined;
  }
  const { name, namespace } = partOf(document, 'metadata');
  const kind = textOf(document.kind);
  const named = textOf(name);
  return kind && named
    ? stringifyEntityRef({
        kind,
        namespace: textOf(namespace) ?? 'default',
        name: named,
      })
    : undefined;
}
