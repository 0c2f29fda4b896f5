import { ReadField } from '../fitToDraft';
import { readContractSource } from '../readContractSource';

jest.setTimeout(60_000);

const read = (text: string, dialect?: string) =>
  readContractSource({ format: 'sql', text, dialect });

/** A field on one line: name, type, keys, type as written, description. */
const line = (field: ReadField): string =>
  [
    field.name,
    field.itemType ? `${field.type} of ${field.itemType}` : field.type,
    field.primaryKey && 'key',
    field.required && 'required',
    field.unique && 'unique',
    field.physicalType,
    field.description && `"${field.description}"`,
    field.fields && `{ ${field.fields.map(line).join('; ')} }`,
  ]
    .filter(part => part)
    .join(' ');

describe('CREATE TABLE as tools and people write it', () => {
  it.each<
    [string, string, { name: string; fields: string[]; notRead?: string[] }]
  >([
    [
      'PostgreSQL',
      `SET statement_timeout = 0;
CREATE TABLE public.film (
    film_id integer DEFAULT nextval('public.film_film_id_seq'::regclass) NOT NULL,
    title character varying(255) NOT NULL,
    rating public.mpaa_rating DEFAULT 'G'::public.mpaa_rating,
    last_update timestamp without time zone DEFAULT now() NOT NULL,
    special_features text[],
    fulltext tsvector NOT NULL,
    total numeric(8,2) GENERATED ALWAYS AS (price * amount) STORED,
    CONSTRAINT positive CHECK ((price > 0))
);
ALTER TABLE public.film OWNER TO postgres;
COMMENT ON TABLE public.film IS 'What can be rented; it''s one row each';
COMMENT ON COLUMN public.film.title IS 'As on the poster';
ALTER TABLE ONLY public.film
    ADD CONSTRAINT film_pkey PRIMARY KEY (film_id);
CREATE UNIQUE INDEX idx_title ON public.film USING btree (title);`,
      {
        name: `film public.film table "What can be rented; it's one row each"`,
        fields: [
          'film_id integer key required integer',
          'title string required unique character varying(255) "As on the poster"',
          'rating string public.mpaa_rating',
          'last_update timestamp required timestamp without time zone',
          'special_features array of string text[]',
          'fulltext string required tsvector',
          'total number numeric(8,2)',
        ],
        notRead: [
          '1: Only what creates tables is read; left out: “SET”.',
          '5: The type “public.mpaa_rating” of “rating” is not known here; taken as text.',
        ],
      },
    ],
    [
      'MySQL',
      `CREATE TABLE IF NOT EXISTS \`orders\` (
  \`id\` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT 'It\\'s the id',
  \`paid\` tinyint(1) NOT NULL DEFAULT '0',
  \`state\` enum('new','sent, or lost') CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  \`at\` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  \`email\` varchar(190) DEFAULT NULL,
  \`key\` json,
  PRIMARY KEY (\`id\`),
  UNIQUE KEY \`uk\` (\`email\`(100)),
  UNIQUE KEY \`two\` (\`email\`,\`state\`),
  KEY \`k\` (\`at\`) USING BTREE,
  CONSTRAINT \`fk\` FOREIGN KEY (\`id\`) REFERENCES \`x\` (\`id\`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='Orders of customers';`,
      {
        name: 'orders table "Orders of customers"',
        fields: [
          `id integer key required int(10) unsigned "It's the id"`,
          'paid boolean required tinyint(1)',
          "state string required enum('new','sent, or lost')",
          'at timestamp required timestamp',
          'email string unique varchar(190)',
          'key object json',
        ],
        notRead: [
          '10: That “email”, “state” are unique together cannot be kept here; add it to the contract as a quality rule.',
        ],
      },
    ],
    [
      'Snowflake',
      `create or replace TRANSIENT TABLE ANALYTICS.PUBLIC.ORDERS (
	ORDER_ID NUMBER(38,0) NOT NULL autoincrement start 1 increment 1 noorder COMMENT 'key',
	TOTAL NUMBER(12,2),
	PAYLOAD VARIANT,
	SEEN_AT TIMESTAMP_NTZ(9),
	NAME VARCHAR(16777216) COLLATE 'en-ci',
	EMAIL VARCHAR(255) WITH MASKING POLICY GOV.EMAIL_MASK COMMENT 'of the buyer',
	constraint PK primary key (ORDER_ID, NAME) rely
)CLUSTER BY (SEEN_AT) COMMENT='All orders'
;`,
      {
        name: 'ORDERS ANALYTICS.PUBLIC.ORDERS table "All orders"',
        fields: [
          'ORDER_ID integer key required NUMBER(38,0) "key"',
          'TOTAL number NUMBER(12,2)',
          'PAYLOAD object VARIANT',
          'SEEN_AT timestamp TIMESTAMP_NTZ(9)',
          'NAME string key required VARCHAR(16777216)',
          'EMAIL string VARCHAR(255) "of the buyer"',
        ],
      },
    ],
    [
      'BigQuery',
      `CREATE TABLE \`my-project.sales.orders\`
(
  id INT64 NOT NULL OPTIONS(description="the id"),
  tags ARRAY<STRING>,
  items ARRAY<STRUCT<sku STRING NOT NULL OPTIONS(description="stock, kept"), qty INT64>>,
  at TIMESTAMP DEFAULT CURRENT_TIMESTAMP(),
  price BIGNUMERIC(40, 2),
  PRIMARY KEY (id) NOT ENFORCED,
)
PARTITION BY DATE(at)
OPTIONS(description="Orders", labels=[("team", "sales")]);`,
      {
        name: 'orders my-project.sales.orders table "Orders"',
        fields: [
          'id integer key required INT64 "the id"',
          'tags array of string ARRAY<STRING>',
          'items array ARRAY<STRUCT<sku STRING NOT NULL OPTIONS(description="stock, kept"), qty INT64>> { sku string required STRING "stock, kept"; qty integer INT64 }',
          'at timestamp TIMESTAMP',
          'price number BIGNUMERIC(40, 2)',
        ],
      },
    ],
    [
      'Redshift',
      `create table sales(
  salesid integer not null identity(0,1) encode az64,
  listid integer encode mostly8 not null distkey sortkey,
  name varchar(max) encode lzo,
  extra super,
  primary key(salesid))
diststyle key compound sortkey(listid, name);`,
      {
        name: 'sales table',
        fields: [
          'salesid integer key required integer',
          'listid integer required integer',
          'name string varchar(max)',
          'extra object super',
        ],
      },
    ],
    [
      'SQL Server',
      `SET ANSI_NULLS ON
GO
CREATE TABLE [dbo].[Orders](
	[OrderID] [int] IDENTITY(1,1) NOT NULL,
	[Customer ID] [nchar](5) COLLATE SQL_Latin1_General_CP1_CI_AS NULL,
	[OrderDate] [datetime2](7) NULL,
	[Freight] [money] NULL CONSTRAINT [DF_Freight] DEFAULT ((0)),
	[IsOpen] [bit] NOT NULL,
	[Version] [timestamp] NOT NULL,
	[Total] AS ([Freight]*(2)) PERSISTED,
 CONSTRAINT [PK_Orders] PRIMARY KEY CLUSTERED
(
	[OrderID] ASC
)WITH (PAD_INDEX = OFF, IGNORE_DUP_KEY = OFF) ON [PRIMARY]
) ON [PRIMARY]
GO
ALTER TABLE [dbo].[Orders] WITH CHECK ADD CONSTRAINT [UQ] UNIQUE NONCLUSTERED ([OrderDate])
GO`,
      {
        name: 'Orders dbo.Orders table',
        fields: [
          'OrderID integer key required int',
          'Customer ID string nchar(5)',
          'OrderDate timestamp unique datetime2(7)',
          'Freight number money',
          'IsOpen boolean required bit',
          'Version string required timestamp',
          'Total string',
        ],
        notRead: [
          '1: Only what creates tables is read; left out: “SET”.',
          '10: “Total” is written without a type; taken as text.',
        ],
      },
    ],
    [
      'SQLite',
      `CREATE TABLE "track" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "full name" TEXT COLLATE NOCASE NOT NULL UNIQUE,
  price REAL DEFAULT 0.0 CHECK (price > 0),
  untyped,
  album_id INTEGER REFERENCES album(id)
) WITHOUT ROWID;`,
      {
        name: 'track table',
        fields: [
          'id integer key required INTEGER',
          'full name string required unique TEXT',
          'price number REAL',
          'untyped string',
          'album_id integer INTEGER',
        ],
        notRead: ['5: “untyped” is written without a type; taken as text.'],
      },
    ],
    [
      'Hive',
      `CREATE EXTERNAL TABLE IF NOT EXISTS db.events (
  id BIGINT COMMENT 'the id',
  attributes MAP<STRING,INT>,
  place STRUCT<lat:DOUBLE,lon:DOUBLE COMMENT 'east'>,
  amount DECIMAL(10,2)
)
COMMENT 'What happened'
PARTITIONED BY (dt STRING COMMENT 'day')
ROW FORMAT DELIMITED FIELDS TERMINATED BY ','
STORED AS PARQUET LOCATION 's3://x'`,
      {
        name: 'events db.events table "What happened"',
        fields: [
          'id integer BIGINT "the id"',
          'attributes object MAP<STRING,INT>',
          `place object STRUCT<lat:DOUBLE,lon:DOUBLE COMMENT 'east'> { lat number DOUBLE; lon number DOUBLE "east" }`,
          'amount number DECIMAL(10,2)',
          'dt string STRING "day"',
        ],
      },
    ],
    [
      'Databricks',
      `CREATE TABLE main.sales.orders (
  id BIGINT GENERATED ALWAYS AS IDENTITY COMMENT 'the id',
  at TIMESTAMP_NTZ NOT NULL,
  items ARRAY<STRUCT<sku: STRING NOT NULL, qty: INT>>,
  CONSTRAINT pk PRIMARY KEY (id)
) USING DELTA
CLUSTER BY (at)
TBLPROPERTIES ('delta.enableChangeDataFeed' = 'true')`,
      {
        name: 'orders main.sales.orders table',
        fields: [
          'id integer key required BIGINT "the id"',
          'at timestamp required TIMESTAMP_NTZ',
          'items array ARRAY<STRUCT<sku: STRING NOT NULL, qty: INT>> { sku string required STRING; qty integer INT }',
        ],
      },
    ],
    [
      'Oracle',
      `CREATE TABLE HR.EMP (
  ID NUMBER(10) NOT NULL ENABLE,
  NAME VARCHAR2(50 CHAR),
  HIRED DATE DEFAULT SYSDATE,
  RATIO NUMBER,
  CONSTRAINT PK PRIMARY KEY (ID) USING INDEX TABLESPACE USERS
) TABLESPACE USERS
/
COMMENT ON COLUMN HR.EMP.HIRED IS 'First day'
/`,
      {
        name: 'EMP HR.EMP table',
        fields: [
          'ID integer key required NUMBER(10)',
          'NAME string VARCHAR2(50 CHAR)',
          'HIRED timestamp DATE "First day"',
          'RATIO number NUMBER',
        ],
      },
    ],
    [
      'Trino',
      `CREATE TABLE lake.sales.orders (
  id bigint NOT NULL,
  place row(lat double, lon double),
  tags array(varchar)
)
WITH (format = 'PARQUET', partitioned_by = ARRAY['id'])`,
      {
        name: 'orders lake.sales.orders table',
        fields: [
          'id integer required bigint',
          'place object row(lat double, lon double) { lat number double; lon number double }',
          'tags array of string array(varchar)',
        ],
      },
    ],
    [
      'ClickHouse',
      `CREATE TABLE shop.events (
  id UInt64,
  name LowCardinality(Nullable(String)) CODEC(ZSTD(1)) COMMENT 'of the event',
  at DateTime64(3)
) ENGINE = MergeTree ORDER BY (id, at)`,
      {
        name: 'events shop.events table',
        fields: [
          'id integer UInt64',
          'name string LowCardinality(Nullable(String)) "of the event"',
          'at timestamp DateTime64(3)',
        ],
      },
    ],
  ])('%s', async (dialect, sql, expected) => {
    for (const said of [undefined, dialect]) {
      const reading = await read(sql, said);
      expect(reading.dialect).toBe(dialect);
      expect(
        reading.objects.map(
          ({ name, physicalName, physicalType, description }) =>
            [
              name,
              physicalName,
              physicalType,
              description && `"${description}"`,
            ]
              .filter(part => part)
              .join(' '),
        ),
      ).toEqual([expected.name]);
      expect(reading.objects[0].fields.map(line)).toEqual(expected.fields);
      expect(
        reading.notRead.map(note => `${note.line}: ${note.message}`),
      ).toEqual(expected.notRead ?? []);
    }
  });
});

it.each([
  ['postgres', 'PostgreSQL'],
  ['MARIADB', 'MySQL'],
  ['t-sql', 'SQL Server'],
  ['Presto', 'Trino'],
])('knows the dialect %s', async (said, name) => {
  expect((await read('CREATE TABLE t (a int)', said)).dialect).toBe(name);
});

it('names the dialects it knows when it does not know one', async () => {
  const { dialect, notRead, objects } = await read(
    'CREATE TABLE t (a int)',
    'Klingon',
  );
  expect(dialect).toBe('PostgreSQL');
  expect(objects).toHaveLength(1);
  expect(notRead[0].message).toMatch(
    /^The dialect “Klingon” is not known here; known are PostgreSQL, MySQL, /,
  );
});

describe('what is wrong stays where it is', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'a column',
      'CREATE TABLE a (\n  x int,\n  y int nonsense words,\n  + 3,\n  z text\n);\nCREATE TABLE b (c int);',
      ['a(x, y, z)', 'b(c)'],
      [
        '3: Of the column “y” this was not understood: “nonsense words”',
        '4: This is no column that can be read: “+ 3”',
      ],
    ],
    [
      'a bracket and a semicolon',
      'CREATE TABLE a (x int, y int;\nCREATE TABLE b (c int)\nCREATE TABLE c (d int)',
      ['a(x, y)', 'b(c)', 'c(d)'],
      [
        '1: In the statement that begins here, a bracket or quote has no other half.',
      ],
    ],
    [
      'a quote',
      "CREATE TABLE a (x int);\nCREATE TABLE b (y text DEFAULT 'oops, z int);\nCREATE TABLE c (d int);",
      ['a(x)', 'b(y, z)', 'c(d)'],
      [
        '2: In the statement that begins here, a bracket or quote has no other half.',
        "2: Of the column “y” this was not understood: “DEFAULT 'oops”",
      ],
    ],
    [
      'a column that is named twice',
      'CREATE TABLE a (x int,\n x text)',
      ['a(x)'],
      ['2: “a” has a second field named “x”; the first one is taken.'],
    ],
    [
      'a table that is there twice',
      'CREATE TABLE s.a (x int);\nCREATE TABLE t.a (y int);\nCREATE TABLE t.a (z int)',
      ['a(x)', 't.a(y)'],
      ['3: There is a second table named “a”; the first one is taken.'],
    ],
    [
      'tables whose columns are elsewhere',
      'CREATE TABLE a AS SELECT 1;\nCREATE VIEW b (c) AS SELECT 2;\nCREATE TABLE d (LIKE a);\nCREATE TABLE e (f int)',
      ['a()', 'b()', 'd()', 'e(f)'],
      [
        '1: “a” does not write out its columns with their types (AS …). Add its fields by hand.',
        '2: “b” does not write out its columns with their types. Add its fields by hand.',
        '3: This was not understood and is left out: “LIKE a”',
      ],
    ],
    [
      'keys and comments of what is not there',
      "CREATE TABLE a (x int, PRIMARY KEY (y));\nCOMMENT ON COLUMN a.z IS 'z';\nALTER TABLE b ADD UNIQUE (c);\nCOMMENT ON COLUMN a.x IS 'x'",
      ['a(x)'],
      [
        '1: A key of “a” names what is no column that was read: “y”.',
        '2: There is no column “a.z” here to describe.',
        '3: There is no table “b” here to change.',
      ],
    ],
    [
      'statements about something else',
      'INSERT INTO a VALUES (1);\nCREATE TABLE a (x int);\nGRANT ALL ON a TO b;\nALTER TABLE a DROP COLUMN x;\nALTER TABLE a ADD COLUMN y int',
      ['a(x, y)'],
      [
        '1: Only what creates tables is read; left out: “INSERT”, “GRANT”.',
        '4: “a” is changed here in a way that is not read.',
      ],
    ],
    [
      'no table',
      'SELECT 1',
      [],
      [
        'undefined: There is no CREATE TABLE here.',
        '1: Only what creates tables is read; left out: “SELECT”.',
      ],
    ],
    ['nothing', ' -- hello', [], ['undefined: There is no CREATE TABLE here.']],
  ])('%s', async (_, sql, tables, notes) => {
    const { objects, notRead } = await read(sql, 'PostgreSQL');
    expect(
      objects.map(
        ({ name, fields }) => `${name}(${fields.map(f => f.name).join(', ')})`,
      ),
    ).toEqual(tables);
    expect(notRead.map(note => `${note.line}: ${note.message}`)).toEqual(notes);
  });
});

it('reads names of columns that begin like constraints', async () => {
  const { objects, notRead } = await read(
    'CREATE TABLE t (key text, index int, period date, "check" int, fulltext text, größe int, 名前 text, order int, KEY idx (index), CHECK (key > 1))',
    'MySQL',
  );
  expect(objects[0].fields.map(({ name }) => name)).toEqual([
    ...[
      'key',
      'index',
      'period',
      'check',
      'fulltext',
      'größe',
      '名前',
      'order',
    ],
  ]);
  expect(notRead).toEqual([]);
});

it('takes as many columns as a contract holds, and says so', async () => {
  const columns = Array.from({ length: 10_000 }, (_, at) => `c${at} int`);
  const { objects, notRead } = await read(
    `CREATE TABLE t (${columns.join(', ')}, PRIMARY KEY (c0))`,
  );
  expect(objects[0].fields).toHaveLength(2000);
  expect(objects[0].fields[0].primaryKey).toBe(true);
  expect(notRead).toEqual([
    {
      line: 1,
      message: 'Only the first 2000 columns of “t” are taken of 10000.',
    },
  ]);
});
