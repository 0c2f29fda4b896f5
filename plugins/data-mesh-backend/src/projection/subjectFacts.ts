import { Entity } from '@backstage/catalog-model';
import {
  API_GROUP,
  DataProductWarning,
  isDataProductEntity,
  warningsOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  ProductDescription,
  readProduct,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { textOf } from './readValues';

/** What rules and to-do lists read of an entity, kept as JSON. */
export type SubjectFacts = {
  /** Only of a data product. */
  product?: ProductDescription;
  productId?: string;
  /** What is to be mended in the catalog file of a product. */
  warnings?: DataProductWarning[];
  /** Annotations of ours: what a domain says of itself, and evidence. */
  annotations?: Record<string, string>;
};

const KINDS = new Set(['dataproduct', 'domain', 'user']);
const MOST_WARNINGS = 50;
const MOST_ANNOTATIONS = 100;
/** Longer than any value that is taken, so that it still does not fit. */
const LONGEST_VALUE = 4000;

/**
 * Undefined for entities of which nothing is read but their relations.
 *
 * @throws Error if the entity is not of the form that the kind asks for
 */
export function readSubjectFacts(
  entity: Entity,
  now?: Date,
): SubjectFacts | undefined {
  if (!KINDS.has(entity.kind.toLocaleLowerCase('en-US'))) {
    return undefined;
  }
  const annotations = readAnnotations(entity);
  if (!isDataProductEntity(entity)) {
    return annotations && { annotations };
  }
  const warnings = warningsOf(entity, { now });
  return {
    product: checked(readProduct(entity)),
    productId: textOf(entity.spec.productId, 300),
    warnings: warnings.length ? warnings.slice(0, MOST_WARNINGS) : undefined,
    annotations,
  };
}

/**
 * One product is compared with all others, so what the catalog let through
 * against the kind must not get among them.
 */
function checked(product: ProductDescription): ProductDescription {
  const lists = [
    'tags',
    'annotations',
    'domains',
    'personas',
    'inputs',
    'initiatives',
  ] as const;
  for (const name of lists) {
    const list: unknown = product[name];
    if (!Array.isArray(list) || list.some(one => typeof one !== 'string')) {
      throw new Error(`“${name}” is no list of words.`);
    }
  }
  return product;
}

function readAnnotations({
  metadata,
}: Entity): Record<string, string> | undefined {
  const own = Object.entries(metadata.annotations ?? {})
    .filter(([key]) => key.startsWith(`${API_GROUP}/`))
    .slice(0, MOST_ANNOTATIONS)
    .map(([key, value]) => [key, String(value).slice(0, LONGEST_VALUE)]);
  return own.length ? Object.fromEntries(own) : undefined;
}

/**
 * What the history of a product follows when it is renamed; undefined: its
 * ref. The mark in front keeps an id from being taken for a ref.
 */
export function historyKeyOf(facts: SubjectFacts | undefined) {
  return facts?.productId && `#${facts.productId}`;
}
