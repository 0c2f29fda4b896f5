import { Knex } from 'knex';
import { isAmong } from '../../database/sql';
import { changing, withoutNames } from '../changing';
import { RowsToRewrite } from '../rewriteRows';
import { IsNamed, withoutPeople } from '../withoutPeople';

type InForce = {
  node_id: string;
  measure_id: string | null;
  action: string;
  data: string;
};

/**
 * Versions of nodes and measures without the names of people: of those who
 * wrote them, and of those whom they name. Whom a node still named at that
 * time stays in what it said before, or else the history would tell of a
 * change that there was not.
 */
export function rewriteVersions(
  before: string,
  isNamed: IsNamed,
): RowsToRewrite['rewrite'] {
  return async (rows, trx) => {
    const nodeIds = [...new Set(rows.map(row => row.node_id ?? ''))];
    const inForce = await readInForce(trx, nodeIds, before);
    const kept = new Map(
      inForce
        .filter(({ action }) => action !== 'deleted')
        .map(row => [placeOf(row), peopleIn(row.data, isNamed)]),
    );
    return changing(row => {
      const stays = kept.get(placeOf(row));
      const goes: IsNamed = text => isNamed(text) && !stays?.has(text);
      return {
        ...withoutNames(row, { refs: ['by'] }, isNamed),
        data: withoutNames(row, { jsons: ['data'] }, goes).data,
      };
    })(rows, trx);
  };
}

/** What nodes and their measures said last, as of a time. */
async function readInForce(
  knex: Knex,
  nodeIds: readonly string[],
  before: string,
): Promise<InForce[]> {
  return knex
    .from(
      knex('node_versions')
        .select('node_id', 'measure_id', 'action', 'data')
        .rowNumber('place', query =>
          query
            .partitionBy(['node_id', 'measure_id'])
            .orderBy([{ column: 'id', order: 'desc' }]),
        )
        .where('at', '<', before)
        .where(isAmong(knex, 'node_id', nodeIds))
        .as('v'),
    )
    .where({ place: 1 });
}

function placeOf(row: { [column: string]: string | null }): string {
  return JSON.stringify([row.node_id, row.measure_id]);
}

function peopleIn(json: string, isNamed: IsNamed): Set<string> {
  const found = new Set<string>();
  withoutPeople(JSON.parse(json), text => {
    if (isNamed(text)) {
      found.add(text);
    }
    return false;
  });
  return found;
}
