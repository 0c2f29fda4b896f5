import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { DATA_PRODUCT_KIND } from '../kind';
import { isObject, partOf, textOf, withKey } from '../draft/json';
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
  const result: FilledFile = {
    content: file.content,
    filled: [],
    problems: [],
  };
  for (const product of products) {
    try {
      const content = fillProduct(file.path, result.content, product);
      if (content === result.content) {
        throw new InputError(
          `${file.path} says so already. The catalog will read it soon`,
        );
      }
      result.content = content;
      result.filled.push(product.ref);
    } catch (error) {
      result.problems.push({
        ref: product.ref,
        message: toError(error).message,
      });
    }
  }
  return result;
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

function fillProduct(
  path: string,
  content: string,
  { ref, fields }: FilledProduct,
): string {
  const values = parseYaml(content, path).map(({ value }) => value);
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
  return patchYaml(
    content,
    values.map((document, i) =>
      i === index ? withKey(value, 'spec', spec, []) : document,
    ),
    path,
  );
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
