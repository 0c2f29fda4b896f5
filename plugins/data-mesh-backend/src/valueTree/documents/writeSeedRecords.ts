import {
  BacklogHost,
  DocumentBacklogItem,
  parseBacklogRef,
  ValueTreeDocument,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { monotonicFactory } from 'ulid';
import { CheckInStore, RECENT } from '../store/CheckInStore';
import { DecisionStore } from '../store/DecisionStore';
import { LinkStore, StoredLink } from '../store/LinkStore';
import { MeasureStore } from '../store/MeasureStore';

/**
 * Writes what a seed knows of new nodes besides what they say: check-ins,
 * decisions and links, in the transaction of the nodes.
 */
export async function writeSeedRecords(
  trx: Knex,
  { nodes }: ValueTreeDocument,
  options: { by: string; now: Date; hosts?: readonly BacklogHost[] },
): Promise<void> {
  const { by, now, hosts } = options;
  const at = now.toISOString();
  const next = monotonicFactory();
  const nextId = () => next(now.getTime());
  const measures = nodes
    .flatMap(node => node.measures)
    .map(({ id, checkIns }) => ({ id, checkIns: byDate(checkIns) }));

  await new CheckInStore(trx).insert(
    measures.flatMap(({ id: measureId, checkIns }) =>
      checkIns.map(checkIn => ({
        by,
        ...checkIn,
        id: nextId(),
        measureId,
        at,
      })),
    ),
  );
  await new MeasureStore(trx).setReadings(
    measures.map(({ id, checkIns }) => ({
      id,
      readings: checkIns
        .slice(-RECENT)
        .map(({ date, value }) => ({ date, value })),
    })),
  );
  await new DecisionStore(trx).insert(
    byDate(
      nodes.flatMap(({ id: nodeId, decisions }) =>
        decisions.map(decision => ({ nodeId, ...decision })),
      ),
    ).map(decision => ({
      measures: [],
      participants: [],
      by,
      ...decision,
      id: nextId(),
      at,
    })),
  );
  await new LinkStore(trx).insert(
    nodes.flatMap(({ id: nodeId, products, components, backlog }) => {
      const links: Pick<StoredLink, 'provider' | 'ref'>[] = [
        ...[...products, ...components].map(ref => ({
          provider: 'catalog' as const,
          ref,
        })),
        ...backlog.map(item => linkOf(item, hosts)),
      ];
      return links.map(link => ({
        ...link,
        id: nextId(),
        nodeId,
        by,
        createdAt: at,
      }));
    }),
  );
}

function linkOf(item: DocumentBacklogItem, hosts?: readonly BacklogHost[]) {
  const { provider, ref, url, title, state, seenAt } = item;
  const known = parseBacklogRef(ref, { provider, hosts });
  return {
    provider,
    ref: known?.ref ?? ref,
    url: url ?? known?.url,
    title,
    state,
    seenAt: seenAt && `${seenAt}T00:00:00.000Z`,
  };
}

function byDate<T extends { date: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => a.date.localeCompare(b.date));
}
