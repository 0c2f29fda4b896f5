import { readContractSource } from './readContractSource';

const read = (text: string) => readContractSource({ format: 'csv', text });

const fieldsOf = async (text: string) =>
  (await read(text)).objects[0].fields.map(({ name, type, required }) =>
    [name, type, required && 'required'].filter(part => part).join(' '),
  );

const rows = (count: number, row: string) => `${row}\n`.repeat(count);

it('guesses types from the rows', async () => {
  const text = [
    'id,code,price,paid,day,at,clock,note,empty,huge',
    '1,007,9.5,true,2026-01-31,2026-01-31T10:00:00Z,10:30,"a, ""b""\nc",,123456789012345678901234',
    '-2,12,10,no,2026-02-01,2026-01-31 10:00,9:05:01,x,NULL,1',
  ].join('\n');
  expect(await fieldsOf(text)).toEqual([
    'id integer',
    'code string',
    'price number',
    'paid boolean',
    'day date',
    'at timestamp',
    'clock time',
    'note string',
    'empty string',
    'huge string',
  ]);
  expect((await read(text)).notRead).toEqual([]);
});

it.each([
  ['a comma', 'a,b c\n1,"2;3"'],
  ['a semicolon', 'a;b c\n1,5;2,5'],
  ['a tab', 'a\tb c\n1, 2\t3'],
  ['a bar', 'a|b c\n1|2'],
  ['a byte order mark', '\uFEFFa,b c\r\n1,2\r\n'],
])('finds out %s', async (_, text) => {
  const { objects } = await read(text);
  expect(objects[0].fields.map(({ name }) => name)).toEqual(['a', 'b c']);
});

it('reads a single column', async () => {
  expect(await fieldsOf('name\nx\ny')).toEqual(['name string']);
});

it('takes a column for required only with enough rows', async () => {
  expect(await fieldsOf(`a,b\n${rows(9, '1,x')}`)).toEqual([
    'a integer',
    'b string',
  ]);
  expect(await fieldsOf(`a,b,c\n${rows(10, '1,x,y')}1,,\n`)).toEqual([
    'a integer required',
    'b string',
    'c string',
  ]);
  // A short row lacks the values at its end.
  expect(await fieldsOf(`a,b\n${rows(10, '1,x')}1\n`)).toEqual([
    'a integer required',
    'b string',
  ]);
});

it.each<[string, string, string[], string[]]>([
  [
    'columns without a name or with the same',
    'id,,id,column_2,id\n1,2,3,4,5',
    ['id', 'column_2_2', 'id_2', 'column_2', 'id_3'],
    [
      '1: Column 2 has no name; it is called “column_2_2” here.',
      '1: There is more than one column named “id”; column 3 is called “id_2” here.',
      '1: There is more than one column named “id”; column 5 is called “id_3” here.',
    ],
  ],
  [
    'a header alone',
    'id,name',
    ['id', 'name'],
    ['1: There are no rows below the header, so every field is taken as text.'],
  ],
  [
    'rows that are too long',
    'a,b\n1,2\n1,2,3\n\n4,5\n1,2,3,4',
    ['a', 'b'],
    [
      '3: 2 of 4 rows have more values than there are names, the first one 3 for 2; what is beyond is left out.',
    ],
  ],
  [
    'a missing header',
    '1,2026-01-01\n2,2026-01-02',
    ['1', '2026-01-01'],
    [
      '1: The first row holds values rather than names. Put a row with the names of the columns above it.',
    ],
  ],
  [
    'a quote without an end',
    'a,b\n1,"x\n2,y',
    ['a', 'b'],
    [
      '3: A value in quotes has no end, so quotes are taken as ordinary characters. Quote Not Closed: the parsing is finished with an opening quote at line 3.',
    ],
  ],
  [
    'names of objects',
    '__proto__,constructor\n1,2',
    ['__proto__', 'constructor'],
    [],
  ],
])('copes with %s', async (_, text, names, notes) => {
  const { objects, notRead } = await read(text);
  expect(objects[0].fields.map(({ name }) => name)).toEqual(names);
  expect(notRead.map(({ line, message }) => `${line}: ${message}`)).toEqual(
    notes,
  );
});

it.each(['', ' \n\n', '\uFEFF'])('says that %j is empty', async text => {
  expect(await read(text)).toEqual({
    objects: [],
    notRead: [
      { message: 'There is no text to read. Paste a header and a few rows.' },
    ],
  });
});

it('takes as many columns as a contract holds, and says so', async () => {
  const header = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join();
  const { objects, notRead } = await read(`${header}\n`);
  expect(objects[0].fields).toHaveLength(2000);
  expect(notRead[0]).toEqual({
    line: 1,
    message: 'Only the first 2000 columns are taken of 10000.',
  });
});
