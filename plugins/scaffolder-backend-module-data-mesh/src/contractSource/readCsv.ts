import { CsvError, Info, parse } from 'csv-parse/sync';
import { FieldDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ReadField, ReadObject } from './fitToDraft';
import { Notes } from './Notes';
import { quote } from './text';
import { commonType, ENOUGH_VALUES, typeOfText } from './valueTypes';

type Row = { cells: string[]; line: number };

const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_LENGTH = 20_000;
const SAMPLE_ROWS = 50;
const MAX_COLUMNS = 2000;

/** What stands for “no value” in exports of databases. */
const NO_VALUE = /^\s*(null|\\N)?\s*$/i;

/**
 * Reads a header and the rows below it as one object with a field for each
 * column. The delimiter is found out. Types are guessed from the rows, and so
 * is `required`: of a column that has a value in every row, if there are at
 * least {@link ENOUGH_VALUES} rows. Nothing is said about keys.
 */
export function readCsv(text: string, notes: Notes): ReadObject[] {
  const delimiter = findDelimiter(text);
  const [header, ...rows] = text.trim() ? readRows(text, delimiter, notes) : [];
  if (!header) {
    notes.add('There is no text to read. Paste a header and a few rows.');
    return [];
  }
  const names = nameColumns(header, notes);
  reportWidths(rows, names.length, notes);
  if (rows.length === 0) {
    notes.add(
      'There are no rows below the header, so every field is taken as text.',
      header.line,
    );
  }
  return [
    {
      name: 'data',
      physicalType: 'file',
      fields: names.map((name, index) => ({
        name,
        line: header.line,
        ...guess(
          rows.map(({ cells }) => cells[index] ?? ''),
          rows.length,
        ),
      })),
    },
  ];
}

/** The one that cuts the first rows into the same number of cells. */
function findDelimiter(text: string): string {
  const end = text.lastIndexOf('\n', SAMPLE_LENGTH);
  const sample = text.slice(
    0,
    text.length > SAMPLE_LENGTH && end > 0 ? end : SAMPLE_LENGTH,
  );
  const ranked = DELIMITERS.map(delimiter => {
    const [header, ...rows] = readRows(sample, delimiter, new Notes(), {
      to: SAMPLE_ROWS,
    });
    const width = header?.cells.length ?? 0;
    const even = rows.filter(({ cells }) => cells.length === width).length;
    const share = rows.length ? even / rows.length : 1;
    return { delimiter, width, fits: width > 1 && share > 0.7 };
  }).sort((a, b) => Number(b.fits) - Number(a.fits) || b.width - a.width);
  return ranked[0].delimiter;
}

function readRows(
  text: string,
  delimiter: string,
  notes: Notes,
  options: { to?: number } = {},
): Row[] {
  try {
    return parseRows(text, { delimiter, ...options });
  } catch (error) {
    notes.add(
      `A value in quotes has no end, so quotes are taken as ordinary characters. ${messageOf(
        error,
      )}`,
      error instanceof CsvError && typeof error.lines === 'number'
        ? error.lines
        : undefined,
    );
    return parseRows(text, { delimiter, ...options, quote: false });
  }
}

function parseRows(
  text: string,
  options: { delimiter: string; to?: number; quote?: false },
): Row[] {
  const records: { record: string[]; info: Info }[] = parse(text, {
    ...options,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  return records.map(({ record, info }) => ({
    cells: record,
    line: info.lines - lineBreaks(record),
  }));
}

/** Lines are counted at the end of a row, and cells in quotes may hold some. */
function lineBreaks(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

function nameColumns(header: Row, notes: Notes): string[] {
  const { line } = header;
  const cells = header.cells.map(cell => cell.trim());
  if (cells.length > MAX_COLUMNS) {
    notes.add(
      `Only the first ${MAX_COLUMNS} columns are taken of ${cells.length}.`,
      line,
    );
  }
  if (
    cells.every(cell => !/\p{L}/u.test(cell) || typeOfText(cell) !== 'string')
  ) {
    notes.add(
      'The first row holds values rather than names. Put a row with the names of the columns above it.',
      line,
    );
  }
  const taken = new Set(cells.filter(cell => cell));
  const seen = new Set<string>();
  return cells.slice(0, MAX_COLUMNS).map((cell, index) => {
    const unnamed = cell === '';
    if (!unnamed && !seen.has(cell)) {
      seen.add(cell);
      return cell;
    }
    const name = freeName(unnamed ? `column_${index + 1}` : cell, taken);
    notes.add(
      unnamed
        ? `Column ${index + 1} has no name; it is called ${quote(name)} here.`
        : `There is more than one column named ${quote(cell)}; column ${
            index + 1
          } is called ${quote(name)} here.`,
      line,
    );
    return name;
  });
}

function freeName(wish: string, taken: Set<string>): string {
  let name = wish;
  for (let n = 2; taken.has(name); n++) {
    name = `${wish}_${n}`;
  }
  taken.add(name);
  return name;
}

function reportWidths(rows: Row[], width: number, notes: Notes) {
  const longer = rows.filter(({ cells }) => cells.length > width);
  if (longer.length > 0) {
    notes.add(
      `${longer.length} of ${rows.length} rows have more values than there are names, the first one ${longer[0].cells.length} for ${width}; what is beyond is left out.`,
      longer[0].line,
    );
  }
}

function guess(
  cells: string[],
  rows: number,
): Pick<ReadField, 'type' | 'required'> {
  const values = cells.filter(cell => !NO_VALUE.test(cell));
  const type = values
    .map((cell): FieldDraft['type'] => typeOfText(cell.trim()))
    .reduce(
      commonType,
      values.length ? typeOfText(values[0].trim()) : 'string',
    );
  const required = values.length === rows && rows >= ENOUGH_VALUES;
  return required ? { type, required } : { type };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.message}.` : '';
}
