import { FieldDraft } from '@backstage-data-mesh/plugin-data-mesh-common';

/** A field with the way to it: its place in each list from the outermost. */
export type FieldRow = { path: number[]; field: FieldDraft };

/** All fields in the order of a table, nested ones below those they are in. */
export function fieldRows(
  fields: readonly FieldDraft[],
  above: readonly number[] = [],
): FieldRow[] {
  return fields.flatMap((field, index) => {
    const path = [...above, index];
    return [{ path, field }, ...fieldRows(field.fields ?? [], path)];
  });
}

/** The fields with one of them changed; taken out where `change` is null. */
export function changeField(
  fields: readonly FieldDraft[],
  [index, ...rest]: readonly number[],
  change: Partial<FieldDraft> | null,
): FieldDraft[] {
  return fields.flatMap((field, i) => {
    if (i !== index) {
      return [field];
    }
    if (rest.length) {
      return [
        { ...field, fields: changeField(field.fields ?? [], rest, change) },
      ];
    }
    return change ? [{ ...field, ...change }] : [];
  });
}
