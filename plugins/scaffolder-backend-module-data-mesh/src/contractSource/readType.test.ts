import * as fc from 'fast-check';
import { readType } from './readType';

it.each<[text: string, type: string, dialect?: string]>([
  ['INT', 'integer'],
  ['bigint(20) unsigned', 'integer'],
  ['UInt64', 'integer'],
  ['bigserial', 'integer'],
  ['NUMBER(38,0)', 'integer'],
  ['decimal(10)', 'integer'],
  ['NUMBER', 'integer', 'Snowflake'],
  ['NUMBER', 'number', 'Oracle'],
  ['NUMERIC(10, 2)', 'number'],
  ['numeric', 'number'],
  ['double precision', 'number'],
  ['float64', 'number'],
  ['money', 'number'],
  ['tinyint(1)', 'boolean', 'MySQL'],
  ['tinyint(1)', 'integer', 'SQLite'],
  ['bit', 'boolean', 'SQL Server'],
  ['bit(8)', 'string', 'MySQL'],
  ['bit', 'string', 'PostgreSQL'],
  ['BOOL', 'boolean'],
  ['date', 'date'],
  ['DATE', 'timestamp', 'Oracle'],
  ['time with time zone', 'time'],
  ['timestamp (3) with time zone', 'timestamp'],
  ['timestamp', 'string', 'SQL Server'],
  ['datetimeoffset(7)', 'timestamp'],
  ['TIMESTAMP_NTZ(9)', 'timestamp'],
  ['long', 'integer', 'Spark'],
  ['LONG RAW', 'string', 'Oracle'],
  ['character varying(20)', 'string'],
  ['VARCHAR2(50 CHAR)', 'string'],
  ['enum("a", "b")', 'string'],
  ['public.citext', 'string'],
  ['[dbo].[nvarchar](max)', 'string'],
  ['jsonb', 'object'],
  ['VARIANT', 'object'],
  ['MAP<STRING, ARRAY<INT>>', 'object'],
  ['text[]', 'array'],
  ['array', 'array'],
])('takes %s for %s', (text, type, ...[dialect]) => {
  expect(readType(text, dialect)).toMatchObject({ type });
  expect(readType(text, dialect).unknown).toBeUndefined();
});

it.each([
  ['int[][]', { type: 'array', itemType: 'array' }],
  ['varchar(10)[]', { type: 'array', itemType: 'string' }],
  ['integer ARRAY[4]', { type: 'array', itemType: 'integer' }],
  ['ARRAY(DOUBLE)', { type: 'array', itemType: 'number' }],
  ['Array(Nullable(Date))', { type: 'array', itemType: 'date' }],
  [
    'ARRAY<STRUCT<`a b`: INT, c STRING NOT NULL COMMENT "see">>',
    {
      type: 'array',
      fields: [
        { name: 'a b', type: 'integer', physicalType: 'INT' },
        {
          name: 'c',
          type: 'string',
          physicalType: 'STRING',
          description: 'see',
          required: true,
        },
      ],
    },
  ],
  [
    'Nested(id UInt8)',
    {
      type: 'array',
      fields: [{ name: 'id', type: 'integer', physicalType: 'UInt8' }],
    },
  ],
  ['public.mood', { type: 'string', unknown: true }],
  ['mood[]', { type: 'array', itemType: 'string', unknown: true }],
  ['', { type: 'string', unknown: true }],
])('reads %s', (text, expected) => {
  expect(readType(text)).toEqual(expected);
});

it('never throws, also for what is nested very deeply', () => {
  expect(readType('array<'.repeat(50_000)).type).toBe('array');
  expect(
    readType(`${'struct<a '.repeat(5000)}int${'>'.repeat(5000)}`).type,
  ).toBe('object');
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'array',
          '<',
          '>',
          '(',
          ')',
          '[',
          ']',
          ',',
          ' ',
          'a',
          '.',
          ':',
          'struct',
          "'",
          '"',
          'NOT',
          'COMMENT',
          '1',
        ),
      ),
      pieces => {
        expect(typeof readType(pieces.join('')).type).toBe('string');
      },
    ),
  );
});
