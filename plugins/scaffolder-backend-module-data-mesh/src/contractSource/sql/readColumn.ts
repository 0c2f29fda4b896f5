import { ReadField } from '../fitToDraft';
import { Notes } from '../Notes';
import { findDescription, readType } from '../readType';
import { quote } from '../text';
import { Dialect } from './dialects';
import { isAfterType, render, toUnits, Unit, withoutStorage } from './elements';
import { ParsedTable } from './parseElements';
import { Element, isName } from './readTable';
import { unquote } from './tokens';

/** Ways to write a column for the parser, the shortest first. */
type Prefixes = { units: Unit[]; statements: string[] };

/**
 * A column, with the statements that the parser has to read for it. Each is
 * the beginning of the column, one piece longer than the one before: the
 * longest one that it understands tells what is known of the column, and the
 * longest one without options where the type ends.
 */
export type ColumnQuestion = {
  element: Element;
  untyped: boolean;
  asWritten: Prefixes;
  /** Without words about storage, where there are any. */
  simplified?: Prefixes;
};

/** @returns undefined when this cannot be a column */
export function askColumn(element: Element): ColumnQuestion | undefined {
  const [name, ...rest] = element;
  if (!isName(name) || (rest[0] && !isName(rest[0]))) {
    return undefined;
  }
  const untyped = rest.length === 0 || isAfterType(rest[0]);
  const units = toUnits(rest);
  const simple = withoutStorage(units);
  return {
    element,
    untyped,
    asWritten: prefixes(units, untyped),
    ...(simple.length < units.length
      ? { simplified: prefixes(simple, untyped) }
      : undefined),
  };
}

function prefixes(units: Unit[], untyped: boolean): Prefixes {
  const type = untyped ? 'TEXT ' : '';
  return {
    units,
    statements: units.map(
      (_, at) => `CREATE TABLE t (c ${type}${render(units.slice(0, at + 1))})`,
    ),
  };
}

export function statementsOf(question: ColumnQuestion): string[] {
  const { asWritten, simplified } = question;
  return [...asWritten.statements, ...(simplified?.statements ?? [])];
}

/** The whole column, to find out which dialect it is in. */
export function wholeOf({ asWritten, simplified }: ColumnQuestion): string[] {
  return [asWritten, simplified].flatMap(
    written => written?.statements.slice(-1) ?? [],
  );
}

/** @param answers - to the statements, in their order */
export function readColumn(
  question: ColumnQuestion,
  answers: (ParsedTable | undefined)[],
  context: { sql: string; dialect: Dialect; line: number; notes: Notes },
): ReadField {
  const { element, untyped, asWritten, simplified } = question;
  const { sql, dialect, line, notes } = context;
  const [first, ...rest] = element;
  const name = unquote(first, dialect.backslash);
  const plain = understand(asWritten, answers);
  const simple =
    simplified && plain.read < asWritten.units.length
      ? understand(simplified, answers.slice(asWritten.units.length))
      : undefined;
  const best =
    simple && simple.read >= Math.min(plain.read, simple.units.length)
      ? simple
      : plain;

  const typeEnd = untyped ? 0 : endOfType(plain);
  const typed = plain.units.slice(0, typeEnd);
  const physicalType = typed.length
    ? typeText(sql.slice(typed[0].from, typed[typed.length - 1].to))
    : undefined;
  const { unknown, ...type } = readType(physicalType ?? '', dialect.name);
  if (unknown) {
    notes.add(
      physicalType
        ? `The type ${quote(physicalType)} of ${quote(
            name,
          )} is not known here; taken as text.`
        : `${quote(name)} is written without a type; taken as text.`,
      line,
    );
  }
  const rested = best.units.slice(Math.max(best.read, typeEnd));
  if (rested.length > 0) {
    notes.add(
      `Of the column ${quote(name)} this was not understood: ${quote(
        sql.slice(rested[0].from, element[element.length - 1].end),
      )}`,
      line,
    );
  }
  const description = findDescription(rest, dialect.backslash);
  return {
    name,
    line,
    ...type,
    ...(physicalType ? { physicalType } : undefined),
    ...(description ? { description } : undefined),
    ...readOptions(best.options),
  };
}

/** On one line, and without the brackets that SQL Server's tools put around. */
function typeText(written: string): string {
  return written.replace(/\s+/g, ' ').replace(/\[([A-Za-z_]\w*)\]/g, '$1');
}

type Understood = {
  units: Unit[];
  /** How many pieces were understood. */
  read: number;
  options: string[];
  /** How many pieces were understood without any option. */
  bare: number;
};

function understand(
  { units }: Prefixes,
  answers: (ParsedTable | undefined)[],
): Understood {
  const result: Understood = { units, read: 0, options: [], bare: 0 };
  units.forEach((_, at) => {
    const columns = answers[at]?.columns;
    if (columns?.length === 1) {
      const options = columns[0].options.map(({ option }) => nameOf(option));
      result.read = at + 1;
      result.options = options;
      result.bare = options.length === 0 ? at + 1 : result.bare;
    }
  });
  return result;
}

/** Where no dialect of the parser helps, up to a word that follows types. */
function endOfType({ units, bare }: Understood): number {
  const stop = units.findIndex(({ token }, at) => at > 0 && isAfterType(token));
  const atMost = stop < 0 ? units.length : stop;
  return bare > 0 ? Math.min(bare, atMost) : atMost;
}

function nameOf(option: unknown): string {
  return typeof option === 'object' && option !== null
    ? Object.keys(option)[0] ?? ''
    : String(option);
}

function readOptions(
  options: string[],
): Pick<ReadField, 'required' | 'unique' | 'primaryKey'> {
  const primaryKey = options.includes('PrimaryKey');
  return {
    ...(primaryKey || options.includes('NotNull')
      ? { required: true }
      : undefined),
    ...(options.includes('Unique') ? { unique: true } : undefined),
    ...(primaryKey ? { primaryKey } : undefined),
  };
}
