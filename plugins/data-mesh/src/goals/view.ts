import {
  NodeKind,
  nodeKinds,
  NodeState,
  nodeStates,
  Stance,
  stances,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** The tree as a whole, or a list of what in it deserves a look. */
export const goalsShown = ['tree', 'attention'] as const;

/** How somebody looks at the tree; all of it can be shared as a link. */
export interface GoalsView {
  show: (typeof goalsShown)[number];
  /** Refs; the empty text stands for nodes of the whole company. */
  domains: string[];
  /** Refs; the empty text stands for nodes without an owner. */
  owners: string[];
  states: NodeState[];
  stances: Stance[];
  /** Whether only what needs attention is wanted. */
  attention: boolean;
  /** The node whose panel is open. */
  node?: string;
  /** What is being added. */
  add?: NodeKind;
  /** Ref of the data product that is being linked to a node. */
  product?: string;
}

const NONE = 'none';
const keys = [
  'view',
  'domain',
  'owner',
  'state',
  'stance',
  'attention',
  'node',
];
/** What a form begins with; it is no part of what the tree shows. */
const formKeys = ['add', 'product'];

/** Puts a view into words of an address; what is usual is left out. */
export function writeView(
  view: GoalsView,
  search: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  const result = new URLSearchParams(search);
  [...keys, ...formKeys].forEach(key => result.delete(key));
  if (view.show !== 'tree') {
    result.set('view', view.show);
  }
  view.domains.forEach(ref => result.append('domain', ref || NONE));
  view.owners.forEach(ref => result.append('owner', ref || NONE));
  view.states.forEach(state => result.append('state', state));
  view.stances.forEach(stance => result.append('stance', stance));
  if (view.attention) {
    result.set('attention', 'yes');
  }
  if (view.node) {
    result.set('node', view.node);
  }
  if (view.add) {
    result.set('add', view.add);
  }
  if (view.product) {
    result.set('product', view.product);
  }
  return result;
}

/** Reads a view; what makes no sense is left out, the rest counts. */
export function readView(search: URLSearchParams): GoalsView {
  const refs = (key: string) => [
    ...new Set(search.getAll(key).map(ref => (ref === NONE ? '' : ref))),
  ];
  return {
    show: goalsShown.find(show => show === search.get('view')) ?? 'tree',
    domains: refs('domain'),
    owners: refs('owner'),
    states: nodeStates.filter(state => search.getAll('state').includes(state)),
    stances: stances.filter(one => search.getAll('stance').includes(one)),
    attention: search.get('attention') === 'yes',
    node: search.get('node') || undefined,
    add: nodeKinds.find(kind => kind === search.get('add')),
    product: search.get('product') || undefined,
  };
}

/** The view without what narrows it. */
export function unfiltered(view: GoalsView): GoalsView {
  return {
    show: view.show,
    domains: [],
    owners: [],
    states: [],
    stances: [],
    attention: false,
    node: view.node,
  };
}

/** Whether not all of the tree is wanted. */
export function isFiltered(view: GoalsView): boolean {
  const { domains, owners, states, stances: wanted, attention } = view;
  return attention || [domains, owners, states, wanted].some(l => l.length > 0);
}
