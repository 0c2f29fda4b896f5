import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  isDataProductEntity,
  RELATION_PRODUCT_OWNED_BY,
  takesPartInMesh,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { createHash } from 'node:crypto';
import { Edge, EDGE_SUCCESSOR, edgesOf } from './edgesOf';
import { listOf, textOf, textsOf } from './readValues';
import { sortKeyOf, termsOf } from './searchTerms';

/**
 * Goes up whenever the code below or the reading of contracts gives another
 * outcome, so that everything is projected anew after an upgrade.
 */
export const PROJECTION_VERSION = 3;

/** What is only shown of a subject, never searched or counted. */
export type SubjectData = {
  purpose?: string;
  version?: string;
  portTypes?: string[];
  productOwner?: string;
  successor?: string;
};

/** Why a word leads to a product. */
export type TermSource = 'name' | 'title' | 'purpose' | 'tag' | 'field';

export type SearchTerm = { term: string; source: TermSource; text: string };

/** An entity of the catalog as the projection keeps it. */
export type ProjectedEntity = {
  ref: string;
  kind: string;
  title: string;
  sortTitle: string;
  type?: string;
  lifecycle?: string;
  classification?: string;
  domainRef?: string;
  ownerRef?: string;
  data: SubjectData;
  digest: string;
  edges: Edge[];
  personas: string[];
  terms: SearchTerm[];
  /** The text of a contract, whose facts are read apart. */
  contractText?: string;
};

/** Tells whether an entity has to be projected again. */
export function digestOf(entity: Entity): string {
  return createHash('sha1')
    .update(`${PROJECTION_VERSION} ${JSON.stringify(entity)}`)
    .digest('hex');
}

export function projectEntity(
  entity: Entity,
  digest: string = digestOf(entity),
): ProjectedEntity {
  const { metadata, spec } = entity;
  const isProduct = isDataProductEntity(entity);
  const edges = edgesOf(entity);
  const profile = spec?.profile as { displayName?: unknown } | undefined;
  const name = textOf(metadata.name) ?? '';
  const title = textOf(metadata.title) ?? textOf(profile?.displayName) ?? name;
  const purpose = isProduct ? textOf(spec?.purpose) : undefined;
  const isContract = entity.kind.toLocaleLowerCase('en-US') === 'api';

  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US'),
    title,
    sortTitle: sortKeyOf(title),
    type: textOf(spec?.type),
    lifecycle: textOf(spec?.lifecycle),
    classification: isProduct ? textOf(spec?.classification) : undefined,
    domainRef: targetOf(edges, RELATION_PART_OF, 'domain:'),
    ownerRef: targetOf(edges, RELATION_OWNED_BY),
    data: isProduct
      ? {
          purpose,
          version: textOf(spec?.version),
          portTypes: portTypesOf(spec?.outputPorts),
          productOwner: targetOf(edges, RELATION_PRODUCT_OWNED_BY),
          successor: targetOf(edges, EDGE_SUCCESSOR),
        }
      : {},
    digest,
    edges,
    personas: isProduct ? textsOf(spec?.personas, 200) : [],
    terms: isProduct
      ? productTerms({ name, title, purpose, tags: textsOf(metadata.tags) })
      : [],
    contractText:
      isContract &&
      takesPartInMesh(entity) &&
      typeof spec?.definition === 'string'
        ? spec.definition
        : undefined,
  };
}

function targetOf(edges: Edge[], type: string, prefix: string = '') {
  return edges
    .filter(edge => edge.type === type && edge.to.startsWith(prefix))
    .map(edge => edge.to)
    .sort()[0];
}

function portTypesOf(ports: unknown): string[] {
  return textsOf(
    listOf(ports)
      .filter(port => port.deprecated !== true)
      .map(port => port.type),
  );
}

function productTerms(product: {
  name: string;
  title: string;
  purpose?: string;
  tags: string[];
}): SearchTerm[] {
  return [
    ...terms('name', product.name),
    ...terms('title', product.title),
    ...terms('purpose', product.purpose ?? ''),
    ...product.tags.flatMap(tag => terms('tag', tag, tag)),
  ];
}

function terms(source: TermSource, words: string, text = ''): SearchTerm[] {
  return [...termsOf(words)].map(term => ({ term, source, text }));
}

/** The words that lead to a contract by the names of its fields. */
export function fieldTerms(fields: readonly { path: string }[]): SearchTerm[] {
  const paths = new Set(fields.map(({ path }) => path));
  return [...paths].flatMap(path => {
    const name = path.replace(/\[\]/g, '').split('.').pop() ?? '';
    return terms('field', name, path.slice(0, 500));
  });
}
