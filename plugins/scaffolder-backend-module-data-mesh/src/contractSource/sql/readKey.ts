import { z } from 'zod';
import { ReadField, ReadObject } from '../fitToDraft';
import { Notes } from '../Notes';
import { quote, quoteAll } from '../text';
import { render, toUnits, withoutStorage } from './elements';
import { ParsedTable } from './parseElements';
import { Element } from './readTable';

/** The statements that the parser has to read for a constraint. */
export function askKey(element: Element): string[] {
  const units = toUnits(element);
  return [units, withoutStorage(units)].map(
    written => `CREATE TABLE t (c INT, ${render(written)})`,
  );
}

const nameSchema = z.object({ value: z.string() });

/** MySQL's `name(10)`, of which only a part counts, looks like a function. */
const columnSchema = z.object({
  column: z.object({
    expr: z.union([
      z.object({ Identifier: nameSchema }).transform(expr => expr.Identifier),
      z
        .object({
          Function: z.object({
            name: z.tuple([z.object({ Identifier: nameSchema })]),
          }),
        })
        .transform(expr => expr.Function.name[0].Identifier),
    ]),
  }),
});

const keySchema = z.object({ columns: z.array(columnSchema).min(1) });

const constraintSchema = z.union([
  z
    .object({ PrimaryKey: keySchema })
    .transform(one => ({ primary: true, ...one.PrimaryKey })),
  z
    .object({ Unique: keySchema })
    .transform(one => ({ primary: false, ...one.Unique })),
]);

/** Marks the fields of a table that a key names. */
export function applyKey(
  object: ReadObject,
  answers: (ParsedTable | undefined)[],
  context: { written: string; line: number; notes: Notes },
) {
  const { written, line, notes } = context;
  const [constraint] = answers.find(answer => answer)?.constraints ?? [];
  const key = constraintSchema.safeParse(constraint);
  if (!key.success) {
    notes.add(
      `This was not understood and is left out: ${quote(written)}`,
      line,
    );
    return;
  }
  const names = key.data.columns.map(({ column }) => column.expr.value);
  const fields = names.map(name => findField(object.fields, name));
  const missing = names.filter((_, at) => !fields[at]);
  if (missing.length > 0) {
    notes.add(
      `A key of ${quote(
        object.name,
      )} names what is no column that was read: ${quoteAll(missing)}.`,
      line,
    );
  } else if (!key.data.primary && names.length > 1) {
    notes.add(
      `That ${quoteAll(
        names,
      )} are unique together cannot be kept here; add it to the contract as a quality rule.`,
      line,
    );
  } else {
    for (const field of fields) {
      Object.assign(
        field ?? {},
        key.data.primary
          ? { primaryKey: true, required: true }
          : { unique: true },
      );
    }
  }
}

/** Names that are not quoted may be written in another case. */
export function findField(
  fields: ReadField[],
  name: string,
): ReadField | undefined {
  return (
    fields.find(field => field.name === name) ??
    fields.find(field => field.name.toLowerCase() === name.toLowerCase())
  );
}
