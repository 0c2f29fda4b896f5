/**
 * A piece of SQL. A group is what stands between brackets of one kind, with the
 * pieces in it; where a bracket is not closed, it reaches to the end.
 */
export type Token = {
  kind: 'word' | 'name' | 'string' | 'sign' | 'group';
  /** As written, with its quotes or brackets. */
  text: string;
  start: number;
  end: number;
  /** Set on the first piece of a line. */
  beginsLine?: true;
  inner?: Token[];
};

/** Names of types that may be followed by other types in angle brackets. */
const NESTING_TYPES = /^(array|list|map|multiset|nested|row|struct|tuple)$/i;

/** What is in brackets deeper than this is passed over. */
const MAX_DEPTH = 50;

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

const WORD = /[\p{L}\p{N}_$#@][\p{L}\p{N}\p{M}_$#@]*/uy;
const SPACE = /\s+/y;
const LINE_COMMENT = /--[^\n]*|#[ \t][^\n]*|#(?=\n)/y;
const DOLLAR_QUOTE = /\$(?:[A-Za-z_]\w*)?\$/y;
const EMPTY_BRACKETS = /\[\d*\]/y;

/**
 * Cuts SQL of any dialect into words, quoted names, strings and signs; comments
 * are left out. Takes time in proportion to the length of the text.
 *
 * @param backslash - whether a backslash in a string takes the next character
 * with it, as in MySQL, BigQuery, Snowflake, Hive and Spark
 */
export function tokenize(sql: string, backslash: boolean): Token[] {
  const tokens: Token[] = [];
  const unended = new Set<string>();
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(sql)?.[0];
  };
  const push = (kind: Token['kind'], end: number) => {
    const gap = sql.slice(tokens.at(-1)?.end ?? 0, at);
    tokens.push({
      kind,
      text: sql.slice(at, end),
      start: at,
      end,
      ...(tokens.length === 0 || gap.includes('\n')
        ? { beginsLine: true }
        : undefined),
    });
    at = end;
  };
  const pushUntil = (kind: Token['kind'], close: string, from: number) => {
    // Once a quote is known to have no end, looking again would cost too much.
    const end = unended.has(close)
      ? undefined
      : endOfQuote(sql, close, from, backslash);
    if (end === undefined) {
      unended.add(close);
    }
    push(end === undefined ? 'sign' : kind, end ?? at + 1);
  };
  while (at < sql.length) {
    const character = sql[at];
    const skipped = match(SPACE) ?? match(LINE_COMMENT);
    if (skipped) {
      at += skipped.length;
    } else if (sql.startsWith('/*', at)) {
      const end = sql.indexOf('*/', at + 2);
      at = end < 0 ? sql.length : end + 2;
    } else if (character === "'") {
      pushUntil('string', "'", at + 1);
    } else if (character === '"' || character === '`') {
      pushUntil('name', character, at + 1);
    } else if (character === '[' && isQuotingBracket(sql, at, tokens)) {
      pushUntil('name', ']', at + 1);
    } else if (character === '$' && match(DOLLAR_QUOTE)) {
      const quote = match(DOLLAR_QUOTE) ?? '';
      const end = unended.has('$') ? -1 : sql.indexOf(quote, at + quote.length);
      if (end < 0) {
        unended.add('$');
      }
      push(end < 0 ? 'sign' : 'string', end < 0 ? at + 1 : end + quote.length);
    } else {
      const word = match(WORD);
      const isPair = (sql.codePointAt(at) ?? 0) > 0xffff;
      push(word ? 'word' : 'sign', at + (word?.length ?? (isPair ? 2 : 1)));
    }
  }
  return tokens;
}

/** Where a quoted text ends; a doubled quote belongs to it. */
function endOfQuote(
  sql: string,
  close: string,
  from: number,
  backslash: boolean,
): number | undefined {
  for (let at = from; at < sql.length; at++) {
    if (backslash && close !== ']' && sql[at] === '\\') {
      at += 1;
    } else if (sql[at] === close) {
      if (sql[at + 1] !== close) {
        return at + 1;
      }
      at += 1;
    }
  }
  return undefined;
}

/** `[name]` is a name, but `text[]`, `int[3]` and `array[1, 2]` are not. */
function isQuotingBracket(sql: string, at: number, tokens: Token[]): boolean {
  EMPTY_BRACKETS.lastIndex = at;
  const before = tokens.at(-1);
  return (
    !EMPTY_BRACKETS.test(sql) &&
    !(before?.end === at && /[\p{L}\p{N}_\])"]$/u.test(before.text))
  );
}

/**
 * Puts what stands between brackets into groups.
 *
 * @returns the pieces, and whether every bracket had its other half
 */
export function group(
  sql: string,
  flat: Token[],
): { tokens: Token[]; balanced: boolean } {
  type Open = { token: Token; inner: Token[]; close: string };
  const root: Token[] = [];
  const stack: Open[] = [];
  let balanced = true;
  let tooDeep = 0;
  const inner = () => stack.at(-1)?.inner ?? root;
  const close = (end: number) => {
    const open = stack.pop();
    if (open) {
      const { start } = open.token;
      inner().push({
        kind: 'group',
        text: sql.slice(start, end),
        start,
        end,
        inner: open.inner,
      });
    }
  };
  /** A “<” that nothing closes was a sign for “less than”. */
  const flatten = () => {
    const open = stack.pop();
    if (open) {
      const target = inner();
      target.push(open.token);
      open.inner.forEach(token => target.push(token));
    }
  };
  for (const token of flat) {
    const sign = token.kind === 'sign' ? token.text : '';
    if (CLOSING[sign] && (tooDeep > 0 || stack.length >= MAX_DEPTH)) {
      tooDeep += 1;
    } else if (tooDeep > 0) {
      tooDeep -= /^[)\]}]$/.test(sign) ? 1 : 0;
    } else if (CLOSING[sign]) {
      stack.push({ token, inner: [], close: CLOSING[sign] });
    } else if (
      sign === '<' &&
      stack.length < MAX_DEPTH &&
      NESTING_TYPES.test(inner().at(-1)?.text ?? '')
    ) {
      stack.push({ token, inner: [], close: '>' });
    } else if (sign === '>' && stack.at(-1)?.close === '>') {
      close(token.end);
    } else if (sign === ')' || sign === ']' || sign === '}') {
      while (stack.at(-1)?.close === '>') {
        flatten();
      }
      if (stack.at(-1)?.close === sign) {
        close(token.end);
      } else {
        balanced = false;
      }
    } else {
      inner().push(token);
    }
  }
  while (stack.length > 0) {
    if (stack.at(-1)?.close === '>') {
      flatten();
    } else {
      balanced = false;
      close(flat.at(-1)?.end ?? 0);
    }
  }
  return { tokens: root, balanced };
}

/** Cuts at the commas between the pieces, not at those inside of them. */
export function splitAtCommas(tokens: Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'sign' && token.text === ',') {
      parts.push([]);
    } else {
      parts[parts.length - 1].push(token);
    }
  }
  return parts.filter(part => part.length > 0);
}

/** Whether a piece is one of these words, not quoted, in any case. */
export function isWord(token: Token | undefined, ...words: string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toUpperCase());
}

/** A name or a string without its quotes. */
export function unquote(token: Token, backslash: boolean): string {
  const { kind, text } = token;
  if (kind !== 'name' && kind !== 'string') {
    return text;
  }
  if (text.startsWith('$')) {
    const length = text.indexOf('$', 1) + 1;
    return text.slice(length, -length);
  }
  const quote = text.at(-1) ?? '';
  const bare = text.slice(1, -1).replaceAll(quote + quote, quote);
  return backslash && quote !== ']'
    ? bare.replace(/\\(.)/gs, (_, character) =>
        character === 'n' || character === 't' ? ' ' : character,
      )
    : bare;
}
