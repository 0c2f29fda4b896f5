import { Document, isMap, isScalar, isSeq, Pair, visit } from 'yaml';
import { measureFieldsSchema, nodeFieldsSchema, nodeKinds } from '../../api';
import {
  documentHead,
  DocumentNode,
  listKey,
  ValueTreeDocument,
} from './ValueTreeDocument';

/** The keys of all groups, in the order in which they are written. */
const KEYS: readonly string[] = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'id',
  'parent',
  'provider',
  'role',
  'ref',
  'date',
  'type',
  'value',
  'reason',
  'name',
  ...Object.keys(nodeFieldsSchema.shape),
  'text',
  ...Object.keys(measureFieldsSchema.shape),
  'url',
  'state',
  'seenAt',
  'from',
  'to',
  'tolerance',
  'confidence',
  'note',
  'link',
  'measures',
  'participants',
  'by',
  'checkIns',
  'decisions',
  'products',
  'components',
  'backlog',
  ...nodeKinds.map(listKey),
];

/** Of a key that is there twice, the first place counts. */
const places = new Map(KEYS.map((key, at) => [key, at] as const).reverse());

/** Groups of these keys are written on one line where they are short. */
const SHORT = ['baseline', 'target', 'checkpoints', 'checkIns'];

const WORD = /^[\w-]{1,12}$/;

class Writer {
  readonly #childrenOf = new Map<string | undefined, DocumentNode[]>();
  readonly #top: DocumentNode[] = [];

  constructor(nodes: readonly DocumentNode[]) {
    const ids = new Set(nodes.map(({ id }) => id));
    for (const node of nodes) {
      const { parentId } = node;
      if (parentId === undefined || !ids.has(parentId)) {
        this.#top.push(node);
      } else {
        this.#childrenOf.set(parentId, [
          ...(this.#childrenOf.get(parentId) ?? []),
          node,
        ]);
      }
    }
  }

  write() {
    const parents = new Set(this.#top.map(({ parentId }) => parentId));
    const [shared] = parents;
    const isShared = parents.size === 1;
    return {
      ...(isShared && shared !== undefined && { parent: shared }),
      ...this.#lists(this.#top, !isShared),
    };
  }

  #lists(nodes: readonly DocumentNode[], tellParent: boolean) {
    return Object.fromEntries(
      nodeKinds.flatMap(kind => {
        const some = nodes.filter(node => node.kind === kind);
        return some.length > 0
          ? [[listKey(kind), some.map(node => this.#node(node, tellParent))]]
          : [];
      }),
    );
  }

  #node(node: DocumentNode, tellParent: boolean): object {
    return {
      id: node.id,
      ...(tellParent && node.parentId && { parent: node.parentId }),
      ...node.fields,
      ...(node.state && { state: node.state }),
      ...filled({
        measures: node.measures.map(({ id, fields, checkIns }) => ({
          id,
          ...fields,
          ...filled({ checkIns }),
        })),
        decisions: node.decisions,
        products: node.products,
        components: node.components,
        backlog: node.backlog,
      }),
      ...this.#lists(this.#childrenOf.get(node.id) ?? [], false),
    };
  }
}

/**
 * Writes a document as YAML, from which `parseValueTree` reads the same again.
 *
 * @public
 */
export function exportValueTree(document: ValueTreeDocument): string {
  const writer = new Writer(document.nodes);
  const yaml = new Document(
    {
      ...documentHead,
      metadata: { name: document.name },
      spec: writer.write(),
    },
    {
      sortMapEntries: (a: Pair, b: Pair) => placeOf(a) - placeOf(b),
      // The same list in two places is to be written twice.
      aliasDuplicateObjects: false,
    },
  );
  foldShort(yaml);
  return yaml.toString({ lineWidth: 80, singleQuote: true });
}

function filled(lists: Record<string, readonly unknown[]>) {
  return Object.fromEntries(
    Object.entries(lists).filter(([, list]) => list.length > 0),
  );
}

function placeOf(pair: Pair): number {
  return places.get(nameOf(pair)) ?? KEYS.length;
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

function foldShort(document: Document) {
  visit(document, {
    Pair(_at, pair) {
      if (SHORT.includes(nameOf(pair))) {
        const { value } = pair;
        for (const group of isSeq(value) ? value.items : [value]) {
          if (isMap(group) && group.items.every(isShort)) {
            group.flow = true;
          }
        }
      }
    },
  });
}

function isShort({ value }: Pair): boolean {
  const it = isScalar(value) ? value.value : undefined;
  return typeof it === 'number' || (typeof it === 'string' && WORD.test(it));
}
