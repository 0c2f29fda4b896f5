import { ERASED_PERSON } from '@backstage-data-mesh/plugin-data-mesh-common';
import { RowsToRewrite, TextRow } from './rewriteRows';
import { IsNamed, jsonWithoutPeople } from './withoutPeople';

/** Finds out which rows are others after a change of each. */
export function changing(
  change: (row: TextRow) => TextRow,
): RowsToRewrite['rewrite'] {
  return async rows =>
    rows.flatMap(row => {
      const next = change(row);
      return Object.keys(next).some(column => next[column] !== row[column])
        ? [next]
        : [];
    });
}

/** Some columns of a row, changed where they have a text. */
export function mapped(
  row: TextRow,
  columns: readonly string[],
  change: (text: string) => string,
): TextRow {
  return Object.fromEntries(
    columns.map(column => {
      const text = row[column];
      return [column, text === null ? null : change(text)];
    }),
  );
}

/** A row in whose refs and JSON the names of some people are replaced. */
export function withoutNames(
  row: TextRow,
  columns: { refs?: readonly string[]; jsons?: readonly string[] },
  isNamed: IsNamed,
): TextRow {
  const { refs = [], jsons = [] } = columns;
  return {
    ...row,
    ...mapped(row, refs, ref => (isNamed(ref) ? ERASED_PERSON : ref)),
    ...mapped(row, jsons, json => jsonWithoutPeople(json, isNamed)),
  };
}
