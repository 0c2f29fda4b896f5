import {
  CommentStatement,
  readAlter,
  readComment,
  readTable,
  readUniqueIndex,
  TableStatement,
} from './readTable';
import { splitStatements } from './statements';
import { group, Token, tokenize } from './tokens';

/** The statements of a text, as far as they say something about tables. */
export type Outline = {
  statements: Token[][];
  tables: TableStatement[];
  alters: TableStatement[];
  comments: CommentStatement[];
  /** Statements about something else, by their first words. */
  leftOut: { kind: string; at: number }[];
  /** Where statements begin of which a bracket or quote has no other half. */
  unbalanced: number[];
};

export function outline(sql: string, backslash: boolean): Outline {
  const read: Outline = {
    statements: splitStatements(tokenize(sql, backslash)),
    tables: [],
    alters: [],
    comments: [],
    leftOut: [],
    unbalanced: [],
  };
  for (const statement of read.statements) {
    const { tokens, balanced } = group(sql, statement);
    const at = statement[0].start;
    const table = readTable(tokens, backslash);
    const alter =
      readAlter(tokens, backslash) ?? readUniqueIndex(tokens, backslash);
    const comment = readComment(tokens, backslash);
    const quotes = statement.some(
      ({ kind, text }) => kind === 'sign' && /['"`]/.test(text),
    );
    if ((!balanced || quotes) && (table || alter || comment)) {
      read.unbalanced.push(at);
    }
    if (table) {
      read.tables.push(table);
    } else if (alter) {
      read.alters.push(alter);
    } else if (comment) {
      read.comments.push(comment);
    } else {
      read.leftOut.push({ kind: kindOf(tokens), at });
    }
  }
  return read;
}

function kindOf(tokens: Token[]): string {
  const words = tokens.slice(0, 2).map(({ text }) => text);
  return /^(create|alter|comment|drop)$/i.test(words[0])
    ? words.join(' ').toUpperCase()
    : words[0].toUpperCase();
}
