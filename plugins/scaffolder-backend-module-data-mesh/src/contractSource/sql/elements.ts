import { Element } from './readTable';
import { readType } from '../readType';
import { isWord, Token } from './tokens';

/**
 * A piece as the parser gets it. What matters to nobody here is simplified, so
 * that it can neither trip the parser nor keep it busy: types of types become
 * `TEXT`, and expressions in brackets lose what is in their own brackets.
 */
export type Unit = { text: string; token: Token; from: number; to: number };

/** More pieces than this belong to no column; the rest is not looked at. */
export const MAX_UNITS = 60;

/** Types whose arguments are types. */
const OF_TYPES =
  /^(array|list|lowcardinality|map|multiset|nested|nullable|row|struct|tuple)$/i;

export function toUnits(tokens: Token[]): Unit[] {
  const units: Unit[] = [];
  for (const [at, token] of tokens.entries()) {
    const { start: from, end: to } = token;
    const before = tokens[at - 1];
    const ofTypes =
      token.inner &&
      (token.text.startsWith('<') ||
        (token.text.startsWith('(') && OF_TYPES.test(before?.text ?? '')));
    if (ofTypes && units.length > 0) {
      const last = units[units.length - 1];
      units[units.length - 1] = { ...last, text: 'TEXT', to };
    } else {
      units.push({ text: simplify(token), token, from, to });
    }
  }
  return units.slice(0, MAX_UNITS);
}

/** Puts pieces together again, with spaces where there was a gap. */
export function render(units: Unit[]): string {
  return units
    .map(({ text, from }, at) =>
      at > 0 && from > units[at - 1].to ? ` ${text}` : text,
    )
    .join('');
}

function simplify(token: Token): string {
  const { inner, text } = token;
  if (!inner) {
    return text;
  }
  const isList = inner.every(({ kind, text: piece }, at) =>
    at % 2 === 0 ? kind !== 'sign' && kind !== 'group' : piece === ',',
  );
  if (isList) {
    return text;
  }
  if (inner.length > MAX_UNITS) {
    return '(1)';
  }
  return (
    text[0] +
    inner
      .map((piece, at) => {
        const gap = at > 0 && piece.start > inner[at - 1].end ? ' ' : '';
        return (
          gap +
          (piece.inner ? `${piece.text[0]}1${piece.text.at(-1)}` : piece.text)
        );
      })
      .join('') +
    text.at(-1)
  );
}

/**
 * Words about how a store keeps a column, which not every dialect of the parser
 * knows, and which say nothing about the data. `()` stands for a group, `*` for
 * any word, `[]` for a quoted name.
 */
const STORAGE = [
  ...[['ENCODE', '*'], ['DISTKEY'], ['SORTKEY'], ['IDENTITY', '()']],
  ...[['CLUSTERED'], ['NONCLUSTERED'], ['SPARSE'], ['ROWGUIDCOL']],
  ...[['WITH', '()'], ['ON', '[]'], ['AS', '()'], ['PERSISTED']],
  ...[['NOT', 'FOR', 'REPLICATION'], ['NOT', 'ENFORCED'], ['ENFORCED']],
  ...[
    ['ENABLE'],
    ['DISABLE'],
    ['NOVALIDATE'],
    ['VALIDATE'],
    ['RELY'],
    ['NORELY'],
  ],
  ...[['VISIBLE'], ['INVISIBLE'], ['ZEROFILL'], ['NOT', 'CASESPECIFIC']],
  ...[
    ['WITH', 'LOCAL', 'TIME', 'ZONE'],
    ['USING', 'INDEX'],
    ['TABLESPACE', '*'],
  ],
  ...[
    ['USING', 'BTREE'],
    ['USING', 'HASH'],
    ['CODEC', '()'],
    ['ON', 'NULL'],
  ],
  ...[
    ['CHARACTER', 'SET', '*'],
    ['CHARSET', '*'],
    ['COMPRESS', '()'],
    ['COMPRESS'],
  ],
  ...[['STORAGE', '*'], ['COMPRESSION', '*'], ['NOORDER'], ['ORDER']],
];

export function withoutStorage(units: Unit[]): Unit[] {
  const kept: Unit[] = [];
  let left = units;
  while (left.length > 0) {
    const length = storageAt(left);
    kept.push(...left.slice(0, length === 0 ? 1 : 0));
    left = left.slice(length || 1);
  }
  return kept;
}

/** How many pieces at the beginning are about storage. */
function storageAt(units: Unit[]): number {
  const phrase = STORAGE.find(words =>
    words.every((word, at) => matches(units[at], word)),
  );
  return phrase?.length ?? 0;
}

function matches(unit: Unit | undefined, word: string): boolean {
  switch (word) {
    case '()':
      return unit?.token.kind === 'group' && unit.text.startsWith('(');
    case '[]':
      return unit?.token.kind === 'name';
    case '*':
      return unit?.token.kind === 'word';
    default:
      return isWord(unit?.token, word);
  }
}

/** Words that follow the type of a column. */
const AFTER_TYPE = [
  ...['NOT', 'NULL', 'DEFAULT', 'PRIMARY', 'UNIQUE', 'COMMENT', 'CONSTRAINT'],
  ...['REFERENCES', 'CHECK', 'GENERATED', 'COLLATE', 'ENCODE', 'OPTIONS'],
  ...['IDENTITY', 'AUTOINCREMENT', 'AUTO_INCREMENT', 'AS', 'ON', 'CODEC'],
  ...['DISTKEY', 'SORTKEY', 'MASKED', 'ENABLE', 'KEY', 'ALIAS', 'MATERIALIZED'],
  ...['ROWGUIDCOL', 'SPARSE', 'INVISIBLE', 'VISIBLE', 'CHARSET'],
];

export function isAfterType(token: Token | undefined): boolean {
  return isWord(token, ...AFTER_TYPE);
}

const CONSTRAINTS = [
  ...['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK', 'KEY', 'INDEX'],
  ...['FULLTEXT', 'SPATIAL', 'EXCLUDE', 'LIKE', 'PERIOD', 'PROJECTION'],
];

/**
 * Whether it is a constraint or an index, not a column. Many of the words that
 * begin them are names of columns, too: `key text`, `period date`.
 */
export function isConstraint(element: Element): boolean {
  const [first, second] = element;
  if (!isWord(first, ...CONSTRAINTS)) {
    return false;
  }
  const hasType = second?.kind === 'word' && !readType(second.text).unknown;
  const hasColumns = element.slice(1, 6).some(({ kind }) => kind === 'group');
  switch (first.text.toUpperCase()) {
    case 'CHECK':
      return second?.kind === 'group';
    case 'PERIOD':
      return isWord(second, 'FOR');
    case 'LIKE':
      return !hasType;
    case 'CONSTRAINT':
    case 'PRIMARY':
    case 'UNIQUE':
    case 'FOREIGN':
      return hasColumns || !hasType;
    default:
      return hasColumns && !hasType;
  }
}

/** Whether it may hold a key; other constraints have no place in a draft. */
export function mayHoldKey(element: Element): boolean {
  return element.some(token => isWord(token, 'PRIMARY', 'UNIQUE', 'LIKE'));
}
