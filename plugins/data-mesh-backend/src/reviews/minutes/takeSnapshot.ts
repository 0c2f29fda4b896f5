import {
  ProductSaying,
  ResultChange,
  Review,
  ReviewProduct,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Outlines, subjectOf } from '../../resultViews/Outlines';
import {
  DOMAIN_MATURITY,
  PRODUCT_MATURITY,
} from '../../ruleSets/RuleSetsInForce';
import { howItStands } from '../../valueTree/measures/howItStands';
import { StoredDecision } from '../../valueTree/store/DecisionStore';
import { personOf } from '../../valueTree/views/Viewer';
import { AgendaInView } from '../agenda/AgendaReader';
import { DecisionThen, ProductThen, ReviewSnapshot } from './ReviewSnapshot';

/**
 * How a domain stands, and what its review said and decided.
 *
 * @param decisions - all that were made in the review, the newest first
 */
export function takeSnapshot(
  review: Review,
  { agenda, view, nodes, name, dimensions }: AgendaInView,
  decisions: readonly StoredDecision[],
  outlines: Outlines,
  closedBy?: { ref: string; title: string },
): ReviewSnapshot {
  const { day } = view.viewer;
  const saidOf = new Map(
    review.products.map(({ product, ...said }) => [product.ref, said]),
  );
  const decided = new Set(decisions.map(({ nodeId }) => nodeId));
  const shown = nodes.filter(
    ({ id, kind, state }) =>
      (kind === 'goal' || kind === 'bet') &&
      (['proposed', 'active', 'stop-ready'].includes(state) || decided.has(id)),
  );
  return {
    domain: named(review.domain),
    day,
    since: agenda.since,
    isFirst: agenda.isFirst,
    participants: review.participants.map(named),
    closedBy,
    notes: review.notes,
    dimensions: dimensionsOf(dimensions, outlines),
    products: agenda.products.map(product =>
      productThen(product, saidOf.get(product.product.ref), outlines),
    ),
    nodes: shown.map(({ id, kind, state, fields }) => ({
      id,
      kind,
      state,
      title: fields.title,
      measures: view.measuresOf(id).map(measure => ({
        id: measure.id,
        name: measure.fields.name,
        text: howItStands(measure, day),
      })),
    })),
    // In the order in which they were made.
    decisions: [...decisions]
      .reverse()
      .flatMap(({ nodeId, type, reason, learning, by }): DecisionThen[] => {
        const node = view.get(nodeId);
        return node
          ? [
              {
                nodeId,
                node: node.fields.title,
                kind: node.kind,
                type,
                reason,
                learning,
                by: name(personOf(by))?.title,
              },
            ]
          : [];
      }),
    openPoints: agenda.ownership,
    changes: {
      ...agenda.changes,
      levels: agenda.changes.levels.map(change => ({
        ref: change.entity.ref,
        text: levelWords(change, outlines),
      })),
    },
  };
}

function productThen(
  { product, isDue, users, use, level, target }: ReviewProduct,
  said: Omit<ProductSaying, 'product'> | undefined,
  outlines: Outlines,
): ProductThen {
  const titles = outlines.of(PRODUCT_MATURITY, 'DataProduct')?.levels;
  const titleOf = (of: number | undefined) =>
    of === undefined ? undefined : titles?.[of]?.title ?? String(of);
  const { value } = use?.last30Days ?? {};
  return {
    ...named(product),
    level: titleOf(level),
    target: titleOf(target),
    users: users.now.map(({ ref }) => ref),
    use: typeof value === 'number' ? value : undefined,
    isDue,
    said: said && {
      decision: said.decision,
      value: said.value,
      costBand: said.costBand,
      next: said.next,
      standsAlone: said.standsAlone,
      funded: said.funded,
    },
  };
}

function dimensionsOf(
  levels: Readonly<Record<string, number>>,
  outlines: Outlines,
): ReviewSnapshot['dimensions'] {
  const outline = outlines.of(DOMAIN_MATURITY, 'Domain');
  return (outline?.dimensions ?? []).flatMap(({ id, title }) =>
    levels[id] === undefined
      ? []
      : [
          {
            title,
            level: outline?.levels[levels[id]]?.title ?? `${levels[id]}`,
          },
        ],
  );
}

function levelWords(change: ResultChange, outlines: Outlines): string {
  const { entity, ruleSet, dimension, before, after } = change;
  const outline = outlines.of(ruleSet, subjectOf(entity.ref) ?? '');
  const titleOf = (level: string | null) =>
    level === null ? 'none' : outline?.levels[Number(level)]?.title ?? level;
  const what = outline?.dimensions.find(({ id }) => id === dimension)?.title;
  return `${[entity.title, what ?? dimension]
    .filter(Boolean)
    .join(', ')}: from ${titleOf(before)} to ${titleOf(after)}`;
}

function named({ ref, title }: { ref: string; title: string }) {
  return { ref, title };
}
