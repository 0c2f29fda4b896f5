import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  checkField,
  entitiesInFile,
  FillableField,
  fillableFields,
  FilledProduct,
  fillFields,
  isRefField,
  PatchesRequest,
  PatchesResponse,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { groupBy, inParts } from '../lists';
import { Visibility } from '../visibility/Visibility';
import { CatalogFile } from './CatalogFile';
import { CatalogFiles, locationOf } from './CatalogFiles';
import { unifiedDiff } from './unifiedDiff';

type Problem = PatchesResponse['problems'][number];
type ProductToFill = FilledProduct & { entity: Entity };
type ChangedFile = { file: CatalogFile; after: string; products: string[] };

const REFS_A_REQUEST = 200;

/** Fills fields into catalog files, and tells the change; writes nothing. */
export class PatchService {
  readonly #catalog: CatalogService;
  readonly #files: CatalogFiles;

  constructor(options: { catalog: CatalogService; files: CatalogFiles }) {
    this.#catalog = options.catalog;
    this.#files = options.files;
  }

  /** What one product cannot have is a problem of its own, never of others. */
  async makePatches(
    { changes }: PatchesRequest,
    caller: { credentials: BackstageCredentials; visibility: Visibility },
  ): Promise<PatchesResponse> {
    const problems: Problem[] = [];
    const products = await this.#productsToFill(changes, caller, problems);
    const read = await this.#files.read(products.map(({ entity }) => entity));
    const changed: ChangedFile[] = [];
    for (const [location, inFile] of groupBy(products, ({ entity }) =>
      locationOf(entity),
    )) {
      const result = read.get(location)!;
      if ('problem' in result) {
        const message = result.problem;
        problems.push(
          ...inFile.map(({ ref }) => ({ entityRef: ref, message })),
        );
        continue;
      }
      const { file } = result;
      const filled = fillFields(file, inFile);
      problems.push(
        ...filled.problems.map(({ ref, message }) => ({
          entityRef: ref,
          message: `${message}.`,
        })),
      );
      if (filled.filled.length > 0) {
        changed.push({ file, after: filled.content, products: filled.filled });
      }
    }
    const shown = await this.#withoutHidden(changed, caller, problems);
    return { patches: toPatches(shown), problems };
  }

  async #productsToFill(
    changes: PatchesRequest['changes'],
    { credentials, visibility }: Parameters<PatchService['makePatches']>[1],
    problems: Problem[],
  ): Promise<ProductToFill[]> {
    const checked = changes.flatMap(({ entityRef, fields }) => {
      const ref = productRef(entityRef);
      if (!ref) {
        const message = `“${entityRef}” names no data product.`;
        problems.push({ entityRef, message });
        return [];
      }
      const product: FilledProduct = { ref, fields: {} };
      for (const [field, typed] of Object.entries(fields)) {
        const value = check(ref, field, typed);
        if ('problem' in value) {
          problems.push({ entityRef: ref, field, message: value.problem });
        } else {
          product.fields[field as FillableField] = value.value;
        }
      }
      return [product];
    });
    const refs = checked.map(({ ref }) => ref);
    const named = checked.flatMap(({ fields }) =>
      fillableFields.filter(isRefField).flatMap(field => fields[field] ?? []),
    );
    const found = await this.#find(
      [...new Set([...refs, ...named])],
      credentials,
    );

    return checked.flatMap((product, i) => {
      const { ref, fields } = product;
      const entity = found.get(ref);
      const mayBeSeen = visibility === 'all' || visibility.has(ref);
      if (!entity || !mayBeSeen || refs.indexOf(ref) !== i) {
        const message =
          refs.indexOf(ref) === i
            ? 'The catalog shows you no data product of this name.'
            : 'It is named twice. What is named first counts.';
        problems.push({ entityRef: ref, message });
        return [];
      }
      for (const field of fillableFields.filter(isRefField)) {
        const value = fields[field];
        if (value && !found.has(value)) {
          delete fields[field];
          const message = `The catalog shows you no ${value}.`;
          problems.push({ entityRef: ref, field, message });
        }
      }
      return Object.keys(fields).length > 0 ? [{ ...product, entity }] : [];
    });
  }

  /** Those that there are and that the caller may see. */
  async #find(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, Entity>> {
    const found = new Map<string, Entity>();
    for (const part of inParts(refs, REFS_A_REQUEST)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs: part,
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.annotations',
          ],
        },
        { credentials },
      );
      for (const entity of items) {
        if (entity) {
          found.set(stringifyEntityRef(entity), entity);
        }
      }
    }
    return found;
  }

  /**
   * A patch shows the lines around a change. Where a file describes what the
   * caller may not see besides, they could be of that.
   */
  async #withoutHidden(
    changed: ChangedFile[],
    { credentials, visibility }: Parameters<PatchService['makePatches']>[1],
    problems: Problem[],
  ): Promise<ChangedFile[]> {
    if (visibility === 'all') {
      return changed;
    }
    const entities = changed.map(({ file }) => entitiesInFile(file));
    const others = new Set(
      entities.flat().filter(ref => ref !== undefined && !visibility.has(ref)),
    );
    const found = await this.#find([...others] as string[], credentials);
    return changed.filter(({ products }, i) => {
      const mayBeSeen = entities[i].every(
        ref => ref !== undefined && (visibility.has(ref) || found.has(ref)),
      );
      if (!mayBeSeen) {
        const message =
          'Its catalog file also describes what you may not see. Change it where it is kept.';
        problems.push(...products.map(ref => ({ entityRef: ref, message })));
      }
      return mayBeSeen;
    });
  }
}

function productRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'dataproduct',
      defaultNamespace: 'default',
    });
    const full = stringifyEntityRef(ref);
    return full.startsWith('dataproduct:') ? full : undefined;
  } catch {
    return undefined;
  }
}

function check(ref: string, field: string, typed: string) {
  const known = fillableFields.find(name => name === field);
  if (!known) {
    return {
      problem: `Only ${fillableFields.join(', ')} can be filled in here.`,
    };
  }
  const { namespace } = parseEntityRef(ref);
  return checkField(known, typed, { namespace });
}

function toPatches(changed: ChangedFile[]): PatchesResponse['patches'] {
  const groups = groupBy(changed, ({ file }) => file.repository.key);
  const names = new Set<string>();
  return [...groups.values()].map(files => {
    const { name, branch, url } = files[0].file.repository;
    const sorted = [...files].sort((a, b) =>
      a.file.path < b.file.path ? -1 : 1,
    );
    return {
      repository: name,
      ...(branch && { branch }),
      ...(url && { url }),
      fileName: fileNameOf(name, names),
      patch: sorted
        .map(({ file, after }) => unifiedDiff(file.path, file.content, after))
        .join(''),
      files: sorted.map(({ file }) => file.path),
      products: sorted.flatMap(({ products }) => products),
    };
  });
}

function fileNameOf(repository: string, taken: Set<string>): string {
  const name =
    repository
      .replace(/^https?:\/\//, '')
      .replace(/[^a-zA-Z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80) || 'repository';
  let unique = name;
  for (let i = 2; taken.has(unique); i++) {
    unique = `${name}-${i}`;
  }
  taken.add(unique);
  return `${unique}.patch`;
}
