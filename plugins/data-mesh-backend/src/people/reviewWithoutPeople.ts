import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { groupBy } from '../lists';
import { composeMinutes } from '../reviews/minutes/composeMinutes';
import {
  DecisionThen,
  ReviewSnapshot,
} from '../reviews/minutes/ReviewSnapshot';
import { changing, withoutNames } from './changing';
import { RowsToRewrite, TextRow } from './rewriteRows';
import { columnsOf } from './tables';
import { ERASED_TITLE, IsNamed, withoutPeople } from './withoutPeople';

type DecisionRow = {
  review_id: string;
  node_id: string;
  type: string;
  reason: string;
  by: string;
};

const REFS = columnsOf('reviews', 'person');

/** What is read of a review to rewrite it. */
export const REVIEW_COLUMNS = [...REFS, 'data', 'snapshot', 'minutes'];

/** Reviews without the names of some people. */
export function rewriteReviews(isNamed: IsNamed): RowsToRewrite['rewrite'] {
  return async (rows, trx) => {
    const ids = rows.map(({ id }) => id ?? '');
    const decided = await decisionsOfPeople(trx, ids, isNamed);
    return changing(row => ({
      ...withoutNames(row, { refs: REFS, jsons: ['data'] }, isNamed),
      ...minutesWithoutPeople(row, isNamed, decided.get(row.id ?? '')),
    }))(rows, trx);
  };
}

/** The decisions of reviews, as far as these people made them, by review. */
async function decisionsOfPeople(
  knex: Knex,
  reviewIds: readonly string[],
  isNamed: IsNamed,
): Promise<Map<string, DecisionRow[]>> {
  const rows: DecisionRow[] = await knex('decisions')
    .select('review_id', 'node_id', 'type', 'reason', 'by')
    .where(isAmong(knex, 'review_id', reviewIds));
  return groupBy(
    rows.filter(({ by }) => isNamed(by)),
    row => row.review_id,
  );
}

/**
 * What a review kept of how all stood, without the names of some people, and
 * minutes that go with it. Who decided stands there by title alone, so that
 * the decisions themselves have to tell.
 *
 * @param decided - the decisions that these people made in it
 */
function minutesWithoutPeople(
  { snapshot, minutes }: TextRow,
  isNamed: IsNamed,
  decided: readonly DecisionRow[] = [],
): Pick<TextRow, 'snapshot' | 'minutes'> {
  if (snapshot === null) {
    return { snapshot, minutes };
  }
  const before: ReviewSnapshot = JSON.parse(snapshot);
  const isTheirs = (one: DecisionThen) =>
    one.by !== undefined &&
    one.by !== ERASED_TITLE &&
    decided.some(
      row =>
        row.node_id === one.nodeId &&
        row.type === one.type &&
        row.reason === one.reason,
    );
  const named = withoutPeople(before, isNamed);
  const after: ReviewSnapshot = before.decisions.some(isTheirs)
    ? {
        ...named,
        decisions: named.decisions.map(one =>
          isTheirs(one) ? { ...one, by: ERASED_TITLE } : one,
        ),
      }
    : named;
  return after === before
    ? { snapshot, minutes }
    : {
        snapshot: JSON.stringify(after),
        minutes: minutes === null ? null : composeMinutes(after),
      };
}
