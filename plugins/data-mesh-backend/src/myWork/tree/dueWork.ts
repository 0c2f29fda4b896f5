import {
  REVIEW_DAYS,
  Standing,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { StoredMeasure } from '../../valueTree/store/MeasureStore';
import { StoredNode } from '../../valueTree/store/NodeStore';
import { DomainReviews } from './rows';

const DAY = 24 * 60 * 60 * 1000;
/** Bets whose day of decision comes within so many days are shown. */
const DECIDE_WITHIN = 14;

/**
 * How something stands with a person: to be done now, or from a day to come;
 * undefined where nothing is to be done.
 */
export type Due = 'now' | { from: string } | undefined;

/** Whether a measure is to be read; one that has reached its target is not. */
export function readingDue(
  { readings, fields: { baseline } }: StoredMeasure,
  { status, dueAt }: Standing,
  today: string,
): Due {
  if (status === 'achieved') {
    return undefined;
  }
  if (status === 'no-data' || readings.length === 0) {
    // On its own day, the baseline is all there is to tell.
    return baseline && baseline.date >= today ? undefined : 'now';
  }
  return dueAt === undefined ? undefined : dueFrom(dueAt, today);
}

/** Whether a bet that is not closed is to be decided on. */
export function decisionDue(
  { state, fields: { reviewAt } }: StoredNode,
  today: string,
): Due {
  if (state === 'stop-ready') {
    return 'now';
  }
  if (reviewAt === undefined) {
    return undefined;
  }
  return reviewAt <= daysAfter(today, DECIDE_WITHIN)
    ? 'now'
    : { from: reviewAt };
}

/** Whether a domain is to be reviewed, or to be reviewed on. */
export function reviewDue(
  { open, lastAt, isPastMvp }: DomainReviews,
  today: string,
): Due {
  if (open) {
    return 'now';
  }
  if (!isPastMvp) {
    return undefined;
  }
  return lastAt === undefined
    ? 'now'
    : dueFrom(daysAfter(lastAt, REVIEW_DAYS), today);
}

function dueFrom(day: string, today: string): Due {
  return day <= today ? 'now' : { from: day };
}

function daysAfter(time: string, days: number): string {
  return new Date(Date.parse(time.slice(0, 10)) + days * DAY)
    .toISOString()
    .slice(0, 10);
}
