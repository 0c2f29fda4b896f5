import { parseEntityRef } from '@backstage/catalog-model';
import {
  checkField,
  FillableField,
  isRefField,
  isWordField,
  MissingFieldsList,
  PatchesRequest,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Drafts } from './drafts';

/** What a typed value comes to. */
export type CheckedCell =
  | { state: 'fine'; value: string }
  /** A ref that the catalog has not been asked about yet. */
  | { state: 'unsure'; value: string }
  | { state: 'wrong'; problem: string };

/** By product and field. */
export type CheckedDrafts = Record<
  string,
  Partial<Record<FillableField, CheckedCell>>
>;

type Words = Partial<MissingFieldsList['words']>;

/**
 * Checks all that was typed.
 *
 * @param exists - whether something is in the catalog; undefined while that is
 *   not known
 * @param notThere - what is said of what is not
 */
export function checkDrafts(
  drafts: Drafts,
  words: Words,
  exists: (ref: string) => boolean | undefined,
  notThere: string,
): CheckedDrafts {
  const checked: CheckedDrafts = {};
  for (const [ref, { fields }] of Object.entries(drafts)) {
    checked[ref] = {};
    for (const [name, typed] of Object.entries(fields)) {
      const field = name as FillableField;
      checked[ref][field] = checkCell(ref, field, typed);
    }
  }
  return checked;

  function checkCell(
    ref: string,
    field: FillableField,
    typed: string,
  ): CheckedCell {
    const result = checkField(field, typed, {
      namespace: parseEntityRef(ref).namespace,
      words: isWordField(field) ? words[field] : undefined,
    });
    if ('problem' in result) {
      return { state: 'wrong', problem: result.problem };
    }
    const { value } = result;
    const isThere = isRefField(field) ? exists(value) : true;
    if (isThere === undefined) {
      return { state: 'unsure', value };
    }
    return isThere
      ? { state: 'fine', value }
      : { state: 'wrong', problem: `${value}: ${notThere}` };
  }
}

/** The refs that drafts name, as far as they are refs. */
export function refsIn(drafts: Drafts): string[] {
  const refs = Object.entries(drafts).flatMap(([ref, { fields }]) =>
    Object.entries(fields).flatMap(([name, typed]) => {
      const field = name as FillableField;
      const { namespace } = parseEntityRef(ref);
      const checked = isRefField(field)
        ? checkField(field, typed, { namespace })
        : undefined;
      return checked && 'value' in checked ? [checked.value] : [];
    }),
  );
  return [...new Set(refs)].sort();
}

/** What can be asked for: all that is not wrong. */
export function changesOf(checked: CheckedDrafts): PatchesRequest['changes'] {
  return Object.entries(checked).flatMap(([entityRef, cells]) => {
    const fields = Object.entries(cells).flatMap(([field, cell]) =>
      cell.state === 'wrong' ? [] : [[field, cell.value]],
    );
    return fields.length
      ? [{ entityRef, fields: Object.fromEntries(fields) }]
      : [];
  });
}
