import {
  Review,
  ReviewAgenda,
  ReviewInFull,
  ReviewList,
  ReviewProduct,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { link } from './products';

export const domain = link(
  'domain:default/patient-services',
  'Patient services',
);

/** A review that is under way. */
export function review(change: Partial<Review> = {}): Review {
  return {
    id: 'R-1',
    domain,
    state: 'open',
    participants: [link('user:default/yusuf.demir', 'Yusuf Demir')],
    products: [],
    startedBy: link('user:default/yusuf.demir', 'Yusuf Demir'),
    startedAt: '2026-11-21T08:00:00.000Z',
    version: 1,
    may: ['hold'],
    ...change,
  };
}

/** A data product that is due. */
export function toReview(change: Partial<ReviewProduct> = {}): ReviewProduct {
  return {
    product: link(
      'dataproduct:default/patient-appointments',
      'Patient appointments',
    ),
    isDue: true,
    users: { now: [], before: undefined },
    answers: [],
    last: {},
    points: [],
    mayTell: ['value', 'standsAlone', 'funded'],
    ...change,
  };
}

export function agenda(change: Partial<ReviewAgenda> = {}): ReviewAgenda {
  return {
    since: '2026-08-21',
    isFirst: false,
    changes: {
      levels: [],
      levelsTotal: 0,
      readings: [],
      decisions: [],
      nodes: [],
    },
    products: [],
    ownership: [],
    nodes: [],
    ...change,
  };
}

export function inFull(change: Partial<ReviewInFull> = {}): ReviewInFull {
  return {
    review: review(),
    agenda: agenda(),
    minutes: '# Review of Patient services\n\n- **Patient 360**: keep.\n',
    ...change,
  };
}

export function reviewList(change: Partial<ReviewList> = {}): ReviewList {
  return { items: [], mayHold: [], ...change };
}
