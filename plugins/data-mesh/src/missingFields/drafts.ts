import {
  FillableField,
  fillableFields,
  isRefField,
  refFields,
  SheetRow,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { parseEntityRef } from '@backstage/catalog-model';

/** What somebody has typed, by product and field. */
export type Drafts = Readonly<Record<string, ProductDraft>>;

/** What was typed for one product. */
export type ProductDraft = {
  /** Of the product, to name it when its row is not on the page. */
  title: string;
  fields: Partial<Record<FillableField, string>>;
};

/** A value as the sheet shows it: a ref without what goes without saying. */
export function shownValue(
  row: Pick<SheetRow, 'ref' | 'fields'>,
  field: FillableField,
): string {
  const value = row.fields[field]?.value ?? '';
  if (!isRefField(field) || !value) {
    return value;
  }
  const { kind, namespace, name } = parseEntityRef(value);
  const isUsualKind = kind === refFields[field][0].toLocaleLowerCase('en-US');
  const isUsualNamespace = namespace === parseEntityRef(row.ref).namespace;
  return [
    isUsualKind ? '' : `${kind}:`,
    isUsualNamespace ? '' : `${namespace}/`,
    name,
  ].join('');
}

/** Takes over what was typed; what is as it was before is no draft. */
export function withTyped(
  drafts: Drafts,
  row: SheetRow,
  field: FillableField,
  typed: string,
): Drafts {
  const fields = { ...drafts[row.ref]?.fields };
  if (typed === shownValue(row, field)) {
    delete fields[field];
  } else {
    fields[field] = typed;
  }
  if (Object.keys(fields).length) {
    return { ...drafts, [row.ref]: { title: row.title, fields } };
  }
  const { [row.ref]: _, ...others } = drafts;
  return others;
}

/** A cell, in quotes where it has several lines or a quote itself. */
const CELL = /("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/y;

/** The lines that were copied from a spreadsheet, and the cells of each. */
export function pastedCells(text: string): string[][] {
  const all = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const lines: string[][] = [[]];
  CELL.lastIndex = 0;
  for (;;) {
    const [, cell, end] = CELL.exec(all)!;
    lines
      .at(-1)!
      .push(
        cell.startsWith('"') && cell.endsWith('"') && cell.length > 1
          ? cell.slice(1, -1).replaceAll('""', '"')
          : cell,
      );
    if (end === '') {
      return lines;
    }
    if (end === '\n') {
      lines.push([]);
    }
  }
}

/**
 * Puts pasted cells from one cell on to the right and down. Fields that the
 * reader may not see are passed over.
 *
 * @returns how many cells were filled, and how many lines had no row left
 */
export function withPasted(
  drafts: Drafts,
  rows: readonly SheetRow[],
  at: { row: number; field: FillableField },
  text: string,
): { drafts: Drafts; filled: number; left: number } {
  const lines = pastedCells(text);
  const first = fillableFields.indexOf(at.field);
  let next = drafts;
  let filled = 0;
  lines.forEach((cells, down) => {
    const row = rows[at.row + down];
    cells.forEach((cell, right) => {
      const field = fillableFields[first + right];
      // Only one line fits into a cell.
      const value = cell.replace(/\s+/g, ' ').trim();
      if (row && field && !row.hidden.includes(field) && value) {
        next = withTyped(next, row, field, value);
        filled += 1;
      }
    });
  });
  const left = Math.max(0, at.row + lines.length - rows.length);
  return { drafts: next, filled, left };
}

/** What was kept; anything else than drafts counts as nothing. */
export function readDrafts(text: string | null): Drafts {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    return Object.fromEntries(
      Object.entries(kept as object).filter(([, draft]) => isDraft(draft)),
    );
  } catch {
    return {};
  }
}

function isDraft(value: unknown): value is ProductDraft {
  const draft = value as ProductDraft | null;
  return (
    typeof draft?.title === 'string' &&
    typeof draft.fields === 'object' &&
    draft.fields !== null &&
    Object.entries(draft.fields).every(
      ([field, typed]) =>
        fillableFields.some(known => known === field) &&
        typeof typed === 'string',
    )
  );
}
