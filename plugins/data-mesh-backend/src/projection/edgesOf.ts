import {
  Entity,
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_HAS_MEMBER,
  RELATION_HAS_PART,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  DataProductEntityV1alpha1,
  isDataProductEntity,
  RELATION_CONSUMER_OF,
  RELATION_PRODUCT_OWNER_OF,
  RELATION_STEWARD_OF,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { JsonObject } from '@backstage/types';
import { listOf, textOf } from './readValues';

/** A relation of a subject; the target may not exist. */
export type Edge = {
  from: string;
  type: string;
  to: string;
  attributes?: JsonObject;
};

/** Edges that are read off a product's spec, named by where they stand. */
export const EDGE_CONSUMER = 'spec.consumers';
export const EDGE_INPUT = 'spec.inputPorts';
export const EDGE_SUCCESSOR = 'spec.deprecation.successor';

/** Said by the other end already, so that they are not kept twice. */
const REVERSED = new Set<string>([
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMER_OF,
  RELATION_DEPENDENCY_OF,
  RELATION_HAS_MEMBER,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  RELATION_PRODUCT_OWNER_OF,
  RELATION_STEWARD_OF,
]);

/** Longer ones name nothing, and do not fit into an index. */
const LONGEST_REF = 300;
const LONGEST_TYPE = 100;

/** The relations that the catalog gave an entity, and a product's own. */
export function edgesOf(entity: Entity): Edge[] {
  const from = stringifyEntityRef(entity);
  const isProduct = isDataProductEntity(entity);
  const edges = new Map<string, Edge>();
  const add = (type: string, to: string, attributes?: JsonObject) => {
    const key = `${type} ${to}`;
    if (to.length <= LONGEST_REF && type.length <= LONGEST_TYPE) {
      edges.set(key, { from, type, to, attributes });
    }
    return edges.get(key);
  };

  for (const { type, targetRef } of entity.relations ?? []) {
    // A product names its parts itself; they may not exist.
    if (!REVERSED.has(type) && (isProduct || type !== RELATION_HAS_PART)) {
      add(type, targetRef.toLocaleLowerCase('en-US'));
    }
  }
  if (isProduct) {
    addProductEdges(entity, from, edges, add);
  }
  return [...edges.values()];
}

function addProductEdges(
  { spec, metadata }: DataProductEntityV1alpha1,
  from: string,
  edges: Map<string, Edge>,
  add: (type: string, to: string, attributes?: JsonObject) => void,
) {
  const refOf = (value: unknown, defaultKind: string) => {
    const text = textOf(value);
    try {
      return text
        ? stringifyEntityRef(
            parseEntityRef(text, {
              defaultKind,
              defaultNamespace: metadata.namespace,
            }),
          )
        : undefined;
    } catch {
      return undefined;
    }
  };

  for (const consumer of listOf(spec.consumers)) {
    const to = refOf(consumer.ref, 'Group');
    const known = edges.get(`${EDGE_CONSUMER} ${to}`);
    if (to && to !== from && known?.attributes?.state !== 'active') {
      add(EDGE_CONSUMER, to, {
        state: consumer.state === 'intended' ? 'intended' : 'active',
        purpose: textOf(consumer.purpose),
        since: textOf(consumer.since),
      });
    }
  }
  for (const port of listOf(spec.inputPorts)) {
    const to = refOf(port.source, 'DataProduct');
    if (to && to !== from) {
      const known = edges.get(`${EDGE_INPUT} ${to}`)?.attributes?.ports;
      add(EDGE_INPUT, to, {
        ports: [
          ...(Array.isArray(known) ? known : []),
          textOf(port.name) ?? '',
        ],
      });
    }
  }
  const successor = refOf(spec.deprecation?.successor, 'DataProduct');
  if (successor) {
    add(EDGE_SUCCESSOR, successor);
  }
}
