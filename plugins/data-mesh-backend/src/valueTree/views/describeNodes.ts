import {
  Hint,
  rollUpsOf,
  withoutProducts,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { groupBy } from '../../lists';
import { NameEntity, nameEntities } from '../../visibility/links';
import { StoredNode } from '../store/NodeStore';
import { describeHints, findHints, HintScope } from './findHints';
import { LinkedProducts } from './LinkedProducts';
import { NodeDescriber } from './NodeDescriber';
import { Standings } from './Standings';
import { TreeInView } from './TreeInView';

/**
 * Looks up all that nodes are described with, in a number of statements that
 * does not grow with that of the nodes.
 *
 * @param more - refs of entities that are to be named besides
 */
export async function describeNodes(
  knex: Knex,
  view: TreeInView,
  nodes: readonly StoredNode[],
  scope: Omit<HintScope, 'shown'>,
  more: readonly (string | undefined)[] = [],
): Promise<{ describer: NodeDescriber; hints: Hint[]; name: NameEntity }> {
  const { day, visibility } = view.viewer;
  const shown = new Set(nodes.map(({ id }) => id));
  const standings = Standings.of(view.whole.measures, day);
  const products = new LinkedProducts(view.whole, shown, view.products);
  const found = findHints(view, { ...scope, shown }, standings);
  const name = await nameEntities(
    knex,
    [
      ...nodes.flatMap(({ id, fields }) => [
        view.domainOf(id),
        fields.owner,
        fields.sponsor,
        ...view.measuresOf(id).map(measure => measure.fields.owner),
      ]),
      ...products.refs,
      ...found.flatMap(({ product, domain }) => [product, domain]),
      ...more,
    ],
    visibility,
  );
  const hints = describeHints(found, name);
  const describer = new NodeDescriber({
    view,
    name,
    products,
    standings,
    rollUps: rollUpsOf(view.seen, standings),
    hints: groupBy(hints, ({ node }) => node ?? ''),
    withoutProducts: withoutProducts(view.whole),
  });
  return { describer, name, hints: hints.filter(({ node }) => !node) };
}
