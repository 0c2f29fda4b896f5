import * as fc from 'fast-check';
import {
  contractSourceFormats,
  contractSourceReadingSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { readContractSource } from './readContractSource';

jest.setTimeout(240_000);

const RUNS = { numRuns: 40 };

const pieces = fc.constantFrom(
  ...['CREATE TABLE ', 't ', '(', ')', ',', ';', '\n', 'a int', 'NOT NULL'],
  ...['PRIMARY KEY', 'UNIQUE', 'COMMENT', "'", '"', '`', '[', ']', '<', '>'],
  ...['array', 'struct', 'COMMENT ON COLUMN t.a IS ', 'ALTER TABLE t ADD '],
  ...['--', '/*', '*/', '$$', '\\', 'GO\n', '{', '}', ':', '- ', '? ', '|'],
  ...['models:\n', 'columns:', 'name: x\n', '&a ', '*a', '"a": 1', 'null'],
  ...['\u0000', '\uFEFF', '💥', '\uD800', 'é', '__proto__', '\t', '\r\n'],
);

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(pieces, { maxLength: 60 }).map(parts => parts.join('')),
  fc.json(),
);

it('never throws, and always answers by its schema', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...contractSourceFormats),
      anyText,
      fc.option(fc.constantFrom('PostgreSQL', 'hive', 'x'), { nil: undefined }),
      async (format, text, dialect) => {
        const reading = await readContractSource({ format, text, dialect });
        expect(
          contractSourceReadingSchema.strict().safeParse(reading).error,
        ).toBeUndefined();
        // Nothing is left out in silence.
        const found = reading.objects.length + reading.notRead.length;
        expect(found).toBeGreaterThan(0);
      },
    ),
    { numRuns: 150 },
  );
});

const columnName = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/),
  fc.constantFrom('key', 'order', 'check', 'comment', 'größe', '名前', 'a b'),
  fc
    .string({ minLength: 1, maxLength: 20 })
    .filter(name => name.trim() === name && !/[\0\n"\\]/.test(name)),
);

const columnType = fc.constantFrom(
  ...['int', 'varchar(20)', 'numeric(10, 2)', 'timestamp with time zone'],
  ...['text[]', 'double precision', 'array<struct<a int, b text>>', 'jsonb'],
);

const rest = fc.constantFrom(
  ...['', ' NOT NULL', " DEFAULT 'a, (b'", ' DEFAULT f(g(1), (2))'],
  ...[" COMMENT 'it''s; so'", ' UNIQUE', ' nonsense words', ' CHECK (a > (1))'],
  ...[' -- a, comment; here', ' /* ( */', ' REFERENCES x (y)', ' % what'],
);

const columns = fc.uniqueArray(
  fc.record({ name: columnName, type: columnType, rest }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 15 },
);

it('loses no column of a table, whatever follows its type', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(columns, { minLength: 1, maxLength: 4 }),
      async tables => {
        const text = tables
          .map(
            (table, at) =>
              `CREATE TABLE t${at} (\n${table
                .map(({ name, type, rest: more }) => {
                  const quoted = `"${name}" ${type}`;
                  const [code, comment] = more.split(' -- ');
                  return { text: quoted + code, comment };
                })
                .map(({ text: column, comment }, index) =>
                  [
                    column,
                    index < table.length - 1 ? ',' : '',
                    comment ? ` -- ${comment}` : '',
                  ].join(''),
                )
                .join('\n')}\n)`,
          )
          .join('\n');
        const { objects } = await readContractSource({ format: 'sql', text });
        expect(
          objects.map(({ fields }) => fields.map(({ name }) => name)),
        ).toEqual(tables.map(table => table.map(({ name }) => name)));
        const required = objects.flatMap(({ fields }) =>
          fields.map(field => field.required === true),
        );
        expect(required).toEqual(
          tables.flatMap(table =>
            table.map(({ rest: more }) => more === ' NOT NULL'),
          ),
        );
      },
    ),
    RUNS,
  );
});

const header = fc.uniqueArray(
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter(name => name.trim() === name && !/[\0\uFEFF]/.test(name)),
  { minLength: 2, maxLength: 8 },
);

it('finds the columns of any CSV in quotes', async () => {
  await fc.assert(
    fc.asyncProperty(
      header,
      fc.constantFrom(',', ';', '\t', '|'),
      async (names, delimiter) => {
        const line = names
          .map(name => `"${name.replaceAll('"', '""')}"`)
          .join(delimiter);
        const { objects } = await readContractSource({
          format: 'csv',
          text: `${line}\n${names.map(() => '1').join(delimiter)}\n`,
        });
        expect(objects[0].fields.map(({ name }) => name)).toEqual(names);
      },
    ),
  );
});

it('finds the names of any JSON objects', async () => {
  const object = fc.dictionary(
    fc
      .string({ minLength: 1, maxLength: 10 })
      .filter(name => name.trim() === name),
    fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.boolean()),
    { minKeys: 1 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(object, { minLength: 1, maxLength: 15 }),
      async samples => {
        const { objects } = await readContractSource({
          format: 'json',
          text: JSON.stringify(samples),
        });
        const names = new Set(samples.flatMap(sample => Object.keys(sample)));
        expect(new Set(objects[0].fields.map(({ name }) => name))).toEqual(
          names,
        );
        for (const field of objects[0].fields) {
          expect(field.required === true).toBe(
            samples.length >= 10 &&
              samples.every(sample => (sample[field.name] ?? null) !== null),
          );
        }
      },
    ),
  );
});
