import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  ValueTree,
  ValueTreeQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { readRefs } from '../../http/readValues';
import { askedNodes } from './askedNodes';
import { describeNodes } from './describeNodes';
import { linksOf } from './LinkedProducts';
import { mayAddAtTop } from './mayOf';
import { readTree, ViewParts } from './readTree';
import { TreeInView } from './TreeInView';

/** Shows parts of the tree. */
export class TreeView {
  readonly #parts: ViewParts;

  constructor(parts: ViewParts) {
    this.#parts = parts;
  }

  async getTree(
    query: ValueTreeQuery,
    credentials: BackstageCredentials,
  ): Promise<ValueTree> {
    const asked = {
      ...query,
      domain: readRef('domain', query.domain, 'Domain'),
      product: readRef('product', query.product, 'DataProduct'),
    };
    const view = await readTree(this.#parts, credentials);
    const nodes = nodesFor(view, asked);
    const { describer, hints } = await describeNodes(
      this.#parts.knex,
      view,
      nodes,
      asked,
    );
    return {
      day: view.viewer.day,
      nodes: nodes.map(node => describer.describe(node)),
      hints,
      mayAdd: mayAddAtTop(view.viewer, asked.domain),
    };
  }
}

function nodesFor(view: TreeInView, asked: ValueTreeQuery) {
  const { domain, product, root, depth } = asked;
  if (root !== undefined && !view.isSeen(root)) {
    throw new NotFoundError(noNode(root));
  }
  return askedNodes(view.seen.nodes, {
    root,
    depth,
    ...(domain && { isOfDomain: id => view.domainOf(id) === domain }),
    ...(product && { isOfProduct: linkedTo(view, product) }),
  });
}

/** Whoever may not see a product is not told what it is linked to. */
function linkedTo(
  { whole, viewer: { visibility } }: TreeInView,
  product: string,
): (id: string) => boolean {
  if (visibility !== 'all' && !visibility.has(product)) {
    return () => false;
  }
  const links = linksOf(whole, new Set(whole.nodes.map(({ id }) => id)));
  return id => links.get(id)?.some(({ ref }) => ref === product) ?? false;
}

function readRef(
  parameter: string,
  value: string | undefined,
  defaultKind: string,
): string | undefined {
  return readRefs(parameter, value ? [value] : undefined, defaultKind)?.[0];
}

/** The same for one that is not there and one that may not be seen. */
export function noNode(id: string): string {
  return `There is no goal, bet or initiative “${id}”. It may have been deleted.`;
}
