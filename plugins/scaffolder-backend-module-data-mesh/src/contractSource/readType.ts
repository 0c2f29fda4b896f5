import { FieldDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ReadField } from './fitToDraft';
import {
  group,
  isWord,
  splitAtCommas,
  Token,
  tokenize,
  unquote,
} from './sql/tokens';

type FieldType = FieldDraft['type'];

/** A type of a store as one of the logical types of ODCS. */
export type ReadType = {
  type: FieldType;
  fields?: ReadField[];
  itemType?: FieldType;
  /** Set when the name is not known, so that text is only a guess. */
  unknown?: true;
};

const MAX_DEPTH = 20;

const NAMES: [RegExp, FieldType][] = [
  [
    /^(u?int(eger)?(2|4|8|16|32|64|128|256)?|(big|small|tiny|medium)int|(u?(huge|big|small|tiny)|u)int(eger)?|u?hugeint|byteint|(big|small)?serial[248]?|long|short|byte|year|signed|unsigned|oid|identity)$/,
    'integer',
  ],
  [
    /^(dec(imal)?(32|64|128|256)?|numeric|fixed|number|big(numeric|decimal)|(b?float|double)(4|8|16|32|64)?|real|(small)?money|binary_(float|double)|decfloat)$/,
    'number',
  ],
  [/^bool(ean)?$/, 'boolean'],
  [/^date(32)?$/, 'date'],
  [/^time(tz)?$/, 'time'],
  [
    /^(timestamp(_?(ntz|ltz|tz|s|ms|ns|us))?|datetime(2|64|offset)?|smalldatetime|abstime)$/,
    'timestamp',
  ],
  [
    /^(jsonb?|object|variant|super|hstore|struct|row|map|record|tuple|nested|dynamic)$/,
    'object',
  ],
  [/^(array|list|multiset)$/, 'array'],
  [
    /^(n?(var)?char(acter)?2?|n?text|(long|medium|tiny|small)?text|bpchar|string|fixedstring|n?clob|long|(var)?bit|(var)?binary|(long|medium|tiny)?blob|bytea|bytes|varbyte|raw|image|uuid|uniqueidentifier|guid|rowid|urowid|rowversion|sysname|enum(8|16)?|set|xml(type)?|inet[46]?|ipv[46]|cidr|macaddr8?|interval|tsvector|tsquery|citext|name|ltree|geo(graphy|metry)|point|polygon|line|lseg|path|box|circle|linestring|multi(point|polygon|linestring)|geometrycollection|hierarchyid|sql_variant|vector|hllsketch|national|(int|num|ts|tstz|date)[48]?range|bfile|void|user-defined)$/,
    'string',
  ],
];

/**
 * Reads a type as stores and dbt write it, such as `NUMBER(38,0)`, `text[]` or
 * `ARRAY<STRUCT<id INT64, name STRING>>`. Never throws; what is not known is
 * taken as text.
 *
 * @param dialect - where the same word means different things
 */
export function readType(text: string, dialect?: string): ReadType {
  const { tokens } = group(text, tokenize(text, false));
  return readTokens(tokens, dialect, 0);
}

function readTokens(
  all: Token[],
  dialect: string | undefined,
  depth: number,
): ReadType {
  const tokens = withoutSchema(all);
  const [first, second] = tokens;
  if (!first || depth > MAX_DEPTH) {
    return { type: 'string', unknown: true };
  }
  if (tokens.length > 1 && isArraySuffix(tokens.at(-1))) {
    const isSized = tokens.length > 2 && isWord(tokens.at(-2), 'ARRAY');
    const item = tokens.slice(0, isSized ? -2 : -1);
    return arrayOf(readTokens(item, dialect, depth + 1));
  }
  const name = unquote(first, false).toLowerCase();
  const inner =
    second?.kind === 'group' ? splitAtCommas(second.inner ?? []) : [];
  switch (name) {
    case 'array':
    case 'list':
    case 'multiset':
      return inner.length === 1 && !isNumber(inner[0][0])
        ? arrayOf(readTokens(inner[0], dialect, depth + 1))
        : { type: 'array' };
    case 'nullable':
    case 'lowcardinality':
    case 'range':
      return readTokens(inner[0] ?? [], dialect, depth + 1);
    case 'struct':
    case 'row':
    case 'tuple':
    case 'object':
      return withFields('object', inner, dialect, depth);
    case 'nested':
      return withFields('array', inner, dialect, depth);
    default:
      return readPlain(name, tokens, inner, dialect);
  }
}

function readPlain(
  name: string,
  tokens: Token[],
  inner: Token[][],
  dialect: string | undefined,
): ReadType {
  const special = readSpecial(name, tokens, inner, dialect);
  if (special) {
    return { type: special };
  }
  const known = NAMES.find(([pattern]) => pattern.test(name));
  return known ? { type: known[1] } : { type: 'string', unknown: true };
}

/** Where arguments or the dialect decide. */
function readSpecial(
  name: string,
  tokens: Token[],
  inner: Token[][],
  dialect: string | undefined,
): FieldType | undefined {
  const [size, scale] = inner.map(part => part[0]?.text);
  switch (name) {
    case 'decimal':
    case 'dec':
    case 'numeric':
    case 'number':
    case 'fixed':
      if (size === undefined) {
        return name === 'number' && dialect === 'Snowflake'
          ? 'integer'
          : 'number';
      }
      return isNumber(inner[0][0]) && Number(scale ?? 0) === 0
        ? 'integer'
        : 'number';
    case 'tinyint':
      return size === '1' && dialect === 'MySQL' ? 'boolean' : 'integer';
    case 'bit':
      return ['MySQL', 'SQL Server'].includes(dialect ?? '') &&
        (size ?? '1') === '1'
        ? 'boolean'
        : 'string';
    case 'date':
      // Oracle's dates hold the time of day.
      return dialect === 'Oracle' ? 'timestamp' : 'date';
    case 'timestamp':
      // In SQL Server it numbers the versions of a row.
      return dialect === 'SQL Server' ? 'string' : 'timestamp';
    case 'long':
      return dialect === 'Oracle' || isWord(tokens[1], 'RAW', 'VARCHAR')
        ? 'string'
        : 'integer';
    default:
      return undefined;
  }
}

function arrayOf(item: ReadType): ReadType {
  return {
    type: 'array',
    ...(item.type === 'object' && item.fields
      ? { fields: item.fields }
      : { itemType: item.type }),
    ...(item.unknown ? { unknown: true } : undefined),
  };
}

function withFields(
  type: FieldType,
  parts: Token[][],
  dialect: string | undefined,
  depth: number,
): ReadType {
  const fields = parts
    .filter(([name, next]) => name.kind !== 'sign' && next)
    .map(part => readField(part, dialect, depth));
  return fields.length ? { type, fields } : { type };
}

/** A field of a struct: `name TYPE`, `name: TYPE`, with NOT NULL and comment. */
function readField(
  [name, ...rest]: Token[],
  dialect: string | undefined,
  depth: number,
): ReadField {
  const tokens = rest[0].text === ':' ? rest.slice(1) : rest;
  const end = tokens.findIndex(token =>
    isWord(token, 'NOT', 'NULL', 'COMMENT', 'OPTIONS', 'DEFAULT', 'COLLATE'),
  );
  const typed = end < 0 ? tokens : tokens.slice(0, end);
  const { unknown, ...type } = readTokens(typed, dialect, depth + 1);
  const physicalType = textOf(typed);
  const description = findDescription(tokens);
  const required = tokens.some(
    (token, at) => isWord(token, 'NOT') && isWord(tokens[at + 1], 'NULL'),
  );
  return {
    name: unquote(name, false),
    ...type,
    ...(physicalType ? { physicalType } : undefined),
    ...(description ? { description } : undefined),
    ...(required ? { required } : undefined),
  };
}

/** `COMMENT 'x'`, `COMMENT = 'x'` or `OPTIONS (description = 'x')`. */
export function findDescription(
  tokens: Token[],
  backslash = false,
): string | undefined {
  for (const [at, token] of tokens.entries()) {
    if (isWord(token, 'COMMENT', 'DESCRIPTION')) {
      const next = tokens[at + 1]?.text === '=' ? at + 2 : at + 1;
      const text = tokens[next];
      // BigQuery writes strings in double quotes, too.
      if (text?.kind === 'string' || text?.kind === 'name') {
        return unquote(text, backslash);
      }
    } else if (isWord(token, 'OPTIONS') && tokens[at + 1]?.inner) {
      return findDescription(tokens[at + 1].inner ?? [], backslash);
    }
  }
  return undefined;
}

/** The source of pieces, with single spaces. */
function textOf(tokens: Token[]): string {
  return tokens
    .map(({ text, start }, at) =>
      at > 0 && start > tokens[at - 1].end ? ` ${text}` : text,
    )
    .join('')
    .replace(/\s+/g, ' ');
}

/** `public.mood` is a type of a schema. */
function withoutSchema(tokens: Token[]): Token[] {
  const dot = tokens.findLastIndex(({ text }) => text === '.');
  return dot >= 0 ? tokens.slice(dot + 1) : tokens;
}

function isArraySuffix(token: Token | undefined): boolean {
  return (
    (token?.kind === 'group' && token.text.startsWith('[')) ||
    isWord(token, 'ARRAY')
  );
}

function isNumber(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\d+$/.test(token.text);
}
