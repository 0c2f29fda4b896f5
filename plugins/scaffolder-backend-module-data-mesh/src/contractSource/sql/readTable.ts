import { findDescription } from '../readType';
import { isWord, splitAtCommas, Token, unquote } from './tokens';

/** Parts of a name, without quotes, the narrowest last. */
export type Name = string[];

/** A column or constraint as it is written. */
export type Element = Token[];

/** What a statement says about a table. */
export type TableStatement = {
  /** Why there are no elements, where there are none. */
  problem?: string;
  name: Name;
  view: boolean;
  description?: string;
  elements: Element[];
  at: number;
};

export type CommentStatement = {
  on: 'COLUMN' | 'TABLE';
  name: Name;
  text: string;
  at: number;
};

/** Words before the columns that say that what follows is something else. */
const NO_COLUMNS = ['AS', 'LIKE', 'OF', 'SELECT', 'CLONE', 'PARTITION', 'COPY'];

/** Reads the outline of `CREATE TABLE` or `CREATE VIEW`. */
export function readTable(
  tokens: Token[],
  backslash: boolean,
): TableStatement | undefined {
  const kind = tokens
    .slice(0, 8)
    .findIndex(token => isWord(token, 'TABLE', 'VIEW'));
  if (!isWord(tokens[0], 'CREATE') || kind < 0) {
    return undefined;
  }
  let at = kind + 1;
  while (isWord(tokens[at], 'IF', 'NOT', 'EXISTS')) {
    at += 1;
  }
  const { name, next } = readName(tokens, at, backslash);
  const view = isWord(tokens[kind], 'VIEW');
  const base = { name, view, at: tokens[0].start };
  const body = tokens.findIndex(
    (token, index) => index >= next && token.text.startsWith('('),
  );
  const before = tokens.slice(next, body < 0 ? undefined : body);
  const stop = before.find(token => isWord(token, ...NO_COLUMNS));
  if (view || body < 0 || stop) {
    const from = stop ? ` (${stop.text.toUpperCase()} …)` : '';
    return {
      ...base,
      problem: `does not write out its columns with their types${from}`,
      elements: [],
    };
  }
  const tail = tokens.slice(body + 1);
  return {
    ...base,
    description: findDescription(tail, backslash),
    elements: [
      ...splitAtCommas(tokens[body].inner ?? []),
      ...partitionColumns(tail),
    ],
  };
}

/** Hive keeps the columns of partitions apart, with their types. */
function partitionColumns(tail: Token[]): Element[] {
  const at = tail.findIndex(token => isWord(token, 'PARTITIONED'));
  const columns = at < 0 ? undefined : tail[at + 2]?.inner;
  return splitAtCommas(columns ?? []).filter(
    ([name, type]) => isName(name) && type?.kind === 'word',
  );
}

/** Reads `COMMENT ON COLUMN ... IS '...'`, and of tables and views. */
export function readComment(
  tokens: Token[],
  backslash: boolean,
): CommentStatement | undefined {
  if (!isWord(tokens[0], 'COMMENT') || !isWord(tokens[1], 'ON')) {
    return undefined;
  }
  const kind = tokens.findIndex(
    (token, at) => at > 1 && isWord(token, 'COLUMN', 'TABLE', 'VIEW'),
  );
  const { name, next } = readName(tokens, kind + 1, backslash);
  const text = tokens.slice(next).find(({ kind: k }) => k === 'string');
  return kind > 1 && kind < 5 && name.length > 0 && isWord(tokens[next], 'IS')
    ? {
        on: isWord(tokens[kind], 'COLUMN') ? 'COLUMN' : 'TABLE',
        name,
        text: text ? unquote(text, backslash) : '',
        at: tokens[0].start,
      }
    : undefined;
}

/** Words of `ALTER TABLE` that change what a contract says. */
const CHANGES = ['MODIFY', 'CHANGE', 'RENAME', 'DROP', 'TYPE', 'NULL'];

/**
 * Reads `ALTER TABLE ... ADD ...`, with which exports write keys.
 *
 * @returns undefined when it is no such statement; the elements are empty when
 * what it does matters to nobody here, such as its owner
 */
export function readAlter(
  tokens: Token[],
  backslash: boolean,
): TableStatement | undefined {
  if (!isWord(tokens[0], 'ALTER') || !isWord(tokens[1], 'TABLE')) {
    return undefined;
  }
  let at = 2;
  while (isWord(tokens[at], 'IF', 'EXISTS', 'ONLY')) {
    at += 1;
  }
  const { name, next } = readName(tokens, at, backslash);
  const clauses = splitAtCommas(tokens.slice(next));
  const elements: Element[] = [];
  let changes = false;
  for (const clause of clauses) {
    const add = clause.findIndex(token => isWord(token, 'ADD'));
    if (add >= 0 && add <= 2) {
      elements.push(...addedElements(clause.slice(add + 1)));
    } else {
      changes ||= clause.some(token => isWord(token, ...CHANGES));
    }
  }
  return {
    name,
    view: false,
    at: tokens[0].start,
    elements,
    ...(changes
      ? { problem: 'is changed here in a way that is not read' }
      : undefined),
  };
}

/** Reads `CREATE UNIQUE INDEX ... ON table (columns)` as a constraint. */
export function readUniqueIndex(
  tokens: Token[],
  backslash: boolean,
): TableStatement | undefined {
  const on = tokens.findIndex(token => isWord(token, 'ON'));
  const columns = tokens.findIndex(
    ({ text }, at) => at > on && text.startsWith('('),
  );
  const partial = tokens.some(token => isWord(token, 'WHERE'));
  if (
    !isWord(tokens[0], 'CREATE') ||
    !isWord(tokens[1], 'UNIQUE') ||
    on < 0 ||
    columns < 0 ||
    partial
  ) {
    return undefined;
  }
  const { name } = readName(tokens, on + 1, backslash);
  return {
    name,
    view: false,
    at: tokens[0].start,
    elements: [[tokens[1], tokens[columns]]],
  };
}

function addedElements(clause: Token[]): Element[] {
  let at = 0;
  while (isWord(clause[at], 'COLUMN', 'COLUMNS', 'IF', 'NOT', 'EXISTS')) {
    at += 1;
  }
  const [first] = clause.slice(at);
  return first?.text.startsWith('(')
    ? splitAtCommas(first.inner ?? [])
    : [clause.slice(at)].filter(element => element.length > 0);
}

/** A name with dots; in backticks the dots may be inside, dashes anywhere. */
function readName(
  tokens: Token[],
  from: number,
  backslash: boolean,
): { name: Name; next: number } {
  const name: Name = [];
  let next = from;
  let joined = true;
  while (joined && isName(tokens[next])) {
    const part = unquote(tokens[next], backslash);
    name.push(
      ...(tokens[next].text.startsWith('`') ? part.split('.') : [part]),
    );
    next += 1;
    while (isDash(tokens[next], tokens[next - 1]) && isName(tokens[next + 1])) {
      name.push(`${name.pop()}-${tokens[next + 1].text}`);
      next += 2;
    }
    joined = tokens[next]?.text === '.';
    next += joined ? 1 : 0;
  }
  return { name: name.filter(part => part !== ''), next };
}

function isDash(token: Token | undefined, before: Token): boolean {
  return token?.text === '-' && token.start === before.end;
}

export function isName(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'name';
}
