import { ReadObject } from '../fitToDraft';
import { Notes } from '../Notes';
import { Lines, quote, quoteAll } from '../text';
import { Dialect, dialectOf, dialects, rankDialects } from './dialects';
import { isConstraint, mayHoldKey } from './elements';
import { outline, Outline } from './outline';
import { ParsedTable, parseTables } from './parseElements';
import {
  askColumn,
  ColumnQuestion,
  readColumn,
  statementsOf,
  wholeOf,
} from './readColumn';
import { applyKey, askKey, findField } from './readKey';
import { Element, Name, TableStatement } from './readTable';

const MAX_COLUMNS = 2000;

/** As many columns are tried in each dialect to find the right one. */
const SAMPLE_SIZE = 150;

/**
 * Reads what creates tables: `CREATE TABLE`, with the comments and keys that
 * follow it in `COMMENT ON`, `ALTER TABLE ... ADD` and `CREATE UNIQUE INDEX`.
 *
 * Statements, and the columns and keys in them, are told apart here, and each
 * column is parsed by itself, so that what is wrong with one stays with it.
 * Foreign keys, checks, defaults and indexes have no place in a draft and are
 * passed over in silence; anything else that is left out is said.
 *
 * @param wanted - the dialect; found out when it is not said or not known
 * @throws IsolatedError
 */
export async function readSql(
  sql: string,
  wanted: string | undefined,
  notes: Notes,
): Promise<{ objects: ReadObject[]; dialect?: string }> {
  const said = wanted ? dialectOf(wanted) : undefined;
  if (wanted && !said) {
    notes.add(
      `The dialect ${quote(wanted)} is not known here; known are ${dialects
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  }
  const ranked = said
    ? [{ dialect: said, weight: 0 }]
    : rankDialects(outline(sql, false).statements);
  const [{ dialect: likely }] = ranked;
  const read = outline(sql, likely.backslash);
  if (!said && sql.includes('\\')) {
    // Where texts end depends on the dialect, so that has to be known first.
    const { dialect } = await parseTables({
      ...candidates(ranked, read),
      statements: [],
    });
    return readSql(sql, fromParser(dialect, ranked).name, notes);
  }
  const lines = new Lines(sql);
  report(read, lines, notes);
  const objects = toObjects(read, lines, notes);
  const plan = planReading(read, objects, { sql, lines, notes });
  const statements = plan.questions.flat();
  if (statements.length === 0) {
    return { objects };
  }
  const { dialect: parser, answers } = await parseTables({
    ...candidates(ranked, read),
    statements,
  });
  const dialect = fromParser(parser, ranked);
  carryOut(plan, answers, { sql, lines, notes, dialect });
  addComments(read, objects, { lines, notes });
  return { objects, dialect: dialect.name };
}

type Ranked = ReturnType<typeof rankDialects>;

function candidates(ranked: Ranked, read: Outline) {
  return {
    candidates: ranked.map(({ dialect: { parser }, weight }) => ({
      parser,
      weight,
    })),
    sample:
      ranked.length === 1
        ? []
        : read.tables
            .flatMap(({ elements }) => elements)
            .filter(element => !isConstraint(element))
            .slice(0, SAMPLE_SIZE)
            .map(element => askColumn(element))
            .flatMap(question => (question ? [wholeOf(question)] : [])),
  };
}

function fromParser(parser: string, ranked: Ranked): Dialect {
  const found = ranked.find(({ dialect }) => dialect.parser === parser);
  return (found ?? ranked[0]).dialect;
}

function report(read: Outline, lines: Lines, notes: Notes) {
  for (const at of read.unbalanced) {
    notes.add(
      'In the statement that begins here, a bracket or quote has no other half.',
      lines.at(at),
    );
  }
  if (read.leftOut.length > 0) {
    const kinds = [...new Set(read.leftOut.map(({ kind }) => kind))];
    notes.add(
      `Only what creates tables is read; left out: ${quoteAll(kinds)}.`,
      lines.at(read.leftOut[0].at),
    );
  }
  if (read.tables.length === 0) {
    notes.add('There is no CREATE TABLE here.');
  }
}

function toObjects(read: Outline, lines: Lines, notes: Notes): ReadObject[] {
  return read.tables.map(table => {
    const name = table.name.at(-1) ?? '';
    const line = lines.at(table.at);
    const physicalName = table.name.join('.');
    if (table.problem) {
      notes.add(
        `${quote(name)} ${table.problem}. Add its fields by hand.`,
        line,
      );
    }
    return {
      name,
      line,
      ...(physicalName === name ? undefined : { physicalName }),
      physicalType: table.view ? 'view' : 'table',
      description: table.description,
      fields: [],
    };
  });
}

type Context = { sql: string; lines: Lines; notes: Notes };

type Key = { object: ReadObject; element: Element };

type Column = { object: ReadObject; question: ColumnQuestion };

/** What the parser is asked, for each column and then for each key. */
type Plan = { columns: Column[]; keys: Key[]; questions: string[][] };

function planReading(
  read: Outline,
  objects: ReadObject[],
  context: Context,
): Plan {
  const plan: Omit<Plan, 'questions'> = { columns: [], keys: [] };
  const targets: [ReadObject | undefined, TableStatement][] = [
    ...read.tables.map((table, at): [ReadObject, TableStatement] => [
      objects[at],
      table,
    ]),
    ...read.alters.map((alter): [ReadObject | undefined, TableStatement] => [
      findObject(objects, alter.name),
      alter,
    ]),
  ];
  for (const [object, statement] of targets) {
    if (object) {
      collect(object, statement, plan, context);
    } else {
      context.notes.add(
        `There is no table ${quote(statement.name.join('.'))} here to change.`,
        context.lines.at(statement.at),
      );
    }
  }
  return {
    ...plan,
    questions: [
      ...plan.columns.map(({ question }) => statementsOf(question)),
      ...plan.keys.map(({ element }) => askKey(element)),
    ],
  };
}

function carryOut(
  { columns, keys, questions }: Plan,
  answers: (ParsedTable | undefined)[],
  { sql, lines, notes, dialect }: Context & { dialect: Dialect },
) {
  let from = 0;
  const answersTo = questions.map(({ length }) => {
    from += length;
    return answers.slice(from - length, from);
  });
  columns.forEach(({ object, question }, at) => {
    const line = lines.at(question.element[0].start);
    object.fields.push(
      readColumn(question, answersTo[at], { sql, dialect, line, notes }),
    );
  });
  keys.forEach(({ object, element }, at) => {
    applyKey(object, answersTo[columns.length + at], {
      written: textOf(sql, element),
      line: lines.at(element[0].start),
      notes,
    });
  });
}

function collect(
  object: ReadObject,
  { elements, problem, at }: TableStatement,
  into: Omit<Plan, 'questions'>,
  { sql, lines, notes }: Context,
) {
  if (problem && elements.length === 0 && object.line !== lines.at(at)) {
    notes.add(`${quote(object.name)} ${problem}.`, lines.at(at));
  }
  const columns = elements.filter(element => !isConstraint(element));
  if (columns.length > MAX_COLUMNS) {
    notes.add(
      `Only the first ${MAX_COLUMNS} columns of ${quote(
        object.name,
      )} are taken of ${columns.length}.`,
      lines.at(columns[MAX_COLUMNS][0].start),
    );
  }
  for (const element of columns.slice(0, MAX_COLUMNS)) {
    const question = askColumn(element);
    if (question) {
      into.columns.push({ object, question });
    } else {
      notes.add(
        `This is no column that can be read: ${quote(textOf(sql, element))}`,
        lines.at(element[0].start),
      );
    }
  }
  for (const element of elements) {
    if (isConstraint(element) && mayHoldKey(element)) {
      into.keys.push({ object, element });
    }
  }
}

function addComments(
  read: Outline,
  objects: ReadObject[],
  { lines, notes }: Omit<Context, 'sql'>,
) {
  for (const { on, name, text, at } of read.comments) {
    const table = on === 'COLUMN' ? name.slice(0, -1) : name;
    const object = findObject(objects, table);
    const target =
      object && on === 'COLUMN'
        ? findField(object.fields, name[name.length - 1])
        : object;
    if (!target) {
      notes.add(
        `There is no ${on.toLowerCase()} ${quote(
          name.join('.'),
        )} here to describe.`,
        lines.at(at),
      );
    } else if (text) {
      target.description = text;
    }
  }
}

/** By as much of the name as is written on both sides. */
function findObject(
  objects: ReadObject[],
  wanted: Name,
): ReadObject | undefined {
  const name = wanted.join('.').toLowerCase();
  const fits = (full: string) =>
    full === name || full.endsWith(`.${name}`) || name.endsWith(`.${full}`);
  return name === ''
    ? undefined
    : objects.find(object =>
        fits((object.physicalName ?? object.name).toLowerCase()),
      );
}

function textOf(sql: string, element: Element): string {
  return sql.slice(element[0].start, element[element.length - 1].end);
}
