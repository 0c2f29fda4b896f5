import { MyWork } from '@backstage-data-mesh/plugin-data-mesh-common';
import { describeMeasure } from '../../valueTree/views/describeMeasure';
import { NameEntity } from '../../visibility/links';
import { TreeWork } from './TreeWorkReader';

type Described = Pick<
  MyWork,
  'day' | 'checkIns' | 'bets' | 'reviews' | 'helpWanted' | 'next'
>;

/** The refs of all entities that {@link describeTreeWork} names. */
export function refsOf(work: TreeWork): (string | undefined)[] {
  return [
    ...work.checkIns.flatMap(({ domain, measure }) => [
      domain,
      measure.fields.owner,
    ]),
    ...[...work.bets, ...work.helpWanted, ...work.reviews].map(
      ({ domain }) => domain,
    ),
    work.next?.domain,
  ];
}

/** What waits in the value tree, as it is told. */
export function describeTreeWork(work: TreeWork, name: NameEntity): Described {
  const { viewer } = work;
  return {
    day: viewer.day,
    checkIns: work.checkIns.map(({ measure, node, domain, standing }) => ({
      measure: describeMeasure(measure, node, viewer, name, standing),
      node: { id: node.id, kind: node.kind, title: node.fields.title },
      domain: name(domain),
      lastAt:
        (measure.readings.length > 0 &&
          standing.status !== 'no-data' &&
          standing.current?.date) ||
        null,
    })),
    bets: work.bets.map(({ node: { id, state, fields }, domain }) => ({
      id,
      title: fields.title,
      state,
      domain: name(domain),
      reviewAt: fields.reviewAt,
      stopRule: fields.stopRule,
    })),
    reviews: work.reviews.flatMap(({ domain, open, lastAt = null }) => {
      const named = name(domain);
      return named ? [{ domain: named, open, lastAt }] : [];
    }),
    helpWanted: work.helpWanted.map(({ node, domain, text, as }) => ({
      id: node.id,
      title: node.fields.title,
      domain: name(domain),
      text,
      as,
    })),
    next: describeNext(work.next, name),
  };
}

function describeNext(
  next: TreeWork['next'],
  name: NameEntity,
): MyWork['next'] {
  if (!next) {
    return null;
  }
  const { domain, title = name(domain)?.title, ...rest } = next;
  return title === undefined ? null : { ...rest, title };
}
