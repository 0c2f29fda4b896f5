import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { parseContract } from '../../contract';
import { DATA_PRODUCT_API_VERSION, DATA_PRODUCT_KIND } from '../../kind';
import { DraftedFile } from '../DataProductDraft';
import { isObject, partOf, textOf } from '../json';
import { resolvePath } from './paths';
import { YamlFiles } from './YamlFiles';

/** A document of a file. */
type Place = { path: string; index: number };

/** The API entity of a contract, and the contract itself where it is a file. */
export type ContractFiles = {
  entity: JsonObject;
  entityAt: Place;
  content?: JsonObject;
  contentAt?: Place;
};

/** Where the files of a new data product go. */
const CATALOG_FILE = 'catalog-info.yaml';

/** The files of one data product, by what is in them. */
export class ProductFiles {
  /** The data product as it is written. */
  readonly product: JsonObject;
  readonly namespace: string | undefined;
  /** The contracts beside it, by their refs. */
  readonly contracts: ReadonlyMap<string, ContractFiles>;
  readonly #at: Place;
  readonly #files: YamlFiles;

  private constructor(files: YamlFiles, product: JsonObject, at: Place) {
    this.#files = files;
    this.#at = at;
    this.product = product;
    this.namespace = textOf(partOf(product, 'metadata').namespace);
    this.contracts = readContracts(files);
  }

  /** @throws InputError when not one product is meant or can be read */
  static open(files: readonly DraftedFile[], name?: string): ProductFiles {
    const yaml = new YamlFiles(files);
    const found = yaml.paths.flatMap(path =>
      mentions(yaml.text(path), DATA_PRODUCT_KIND)
        ? yaml.documents(path).flatMap((document, index) => {
            const isMeant =
              isOfKind(document, DATA_PRODUCT_KIND) &&
              (name === undefined || nameOf(document) === name);
            return isMeant ? [{ document, at: { path, index } }] : [];
          })
        : [],
    );
    if (found.length !== 1) {
      const wanted = name === undefined ? '' : ` named ${name}`;
      throw new InputError(
        found.length === 0
          ? `There is no DataProduct${wanted} in these files: ${yaml.paths.join(
              ', ',
            )}.`
          : `There are ${found.length} DataProducts${wanted} in these files. Say which one by its name.`,
      );
    }
    return new ProductFiles(yaml, found[0].document, found[0].at);
  }

  /** Those of a product that is yet to be written. */
  static create(name: string): ProductFiles {
    const product = {
      apiVersion: DATA_PRODUCT_API_VERSION,
      kind: DATA_PRODUCT_KIND,
      metadata: { name },
      spec: {},
    };
    const at = { path: CATALOG_FILE, index: 0 };
    return new ProductFiles(new YamlFiles([]), product, at);
  }

  /** Whether a file is there already. */
  has(path: string): boolean {
    return this.#files.text(path) !== undefined;
  }

  /** A path beside the catalog file. */
  beside(path: string): string {
    return resolvePath(this.#at.path, path) ?? path;
  }

  setProduct(product: JsonObject) {
    this.#files.set(this.#at.path, this.#at.index, product);
  }

  set(at: Place, document: JsonObject) {
    this.#files.set(at.path, at.index, document);
  }

  addEntity(entity: JsonObject) {
    this.#files.add(this.#at.path, entity);
  }

  addFile(path: string, document: JsonObject) {
    this.#files.add(path, document);
  }

  result(): DraftedFile[] {
    return this.#files.result();
  }
}

function readContracts(files: YamlFiles): Map<string, ContractFiles> {
  const contracts = new Map<string, ContractFiles>();
  for (const path of files.paths) {
    for (const [index, entity] of entitiesIn(files, path).entries()) {
      const ref = isOfKind(entity, 'API') ? refOf(entity) : undefined;
      if (ref && isObject(entity)) {
        const contract = readContent(files, path, entity);
        contracts.set(ref, { entity, entityAt: { path, index }, ...contract });
      }
    }
  }
  return contracts;
}

/** Files that cannot be read are of no concern unless the product is there. */
function entitiesIn(files: YamlFiles, path: string): JsonValue[] {
  try {
    return mentions(files.text(path), 'API') ? files.documents(path) : [];
  } catch {
    return [];
  }
}

function readContent(files: YamlFiles, path: string, entity: JsonObject) {
  const target = textOf(partOf(partOf(entity, 'spec'), 'definition').$text);
  const contentPath = target && resolvePath(path, target);
  const text = contentPath ? files.text(contentPath) : undefined;
  if (!contentPath || text === undefined || !parseContract(text).contract) {
    return {};
  }
  try {
    const [content] = files.documents(contentPath);
    return isObject(content)
      ? { content, contentAt: { path: contentPath, index: 0 } }
      : {};
  } catch {
    return {};
  }
}

/** Cheap, as a repository may hold many files. */
function mentions(text: string | undefined, kind: string): boolean {
  return new RegExp(`\\bkind["']?\\s*:\\s*["']?${kind}\\b`, 'i').test(
    text ?? '',
  );
}

function isOfKind(document: JsonValue, kind: string): document is JsonObject {
  return (
    isObject(document) &&
    String(document.kind).toLocaleLowerCase('en-US') ===
      kind.toLocaleLowerCase('en-US')
  );
}

function nameOf(entity: JsonObject): string | undefined {
  return textOf(partOf(entity, 'metadata').name);
}

function refOf(entity: JsonObject): string | undefined {
  const name = nameOf(entity);
  return (
    name &&
    stringifyEntityRef({
      kind: 'API',
      namespace: textOf(partOf(entity, 'metadata').namespace),
      name,
    } as Parameters<typeof stringifyEntityRef>[0])
  );
}
