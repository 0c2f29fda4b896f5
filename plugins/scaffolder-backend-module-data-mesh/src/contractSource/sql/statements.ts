import { isWord, Token } from './tokens';

/**
 * Cuts pieces of SQL into statements: at semicolons, at lines that hold only
 * `GO` or `/`, and before a line that begins a new statement, because people
 * leave semicolons out. A bracket that is not closed does not reach over these.
 */
export function splitStatements(tokens: Token[]): Token[][] {
  const statements: Token[][] = [[]];
  tokens.forEach((token, at) => {
    const current = statements[statements.length - 1];
    const next = tokens[at + 1];
    const isAlone = token.beginsLine && (!next || next.beginsLine);
    const separates =
      token.text === ';' ||
      (isAlone && (isWord(token, 'GO') || token.text === '/'));
    if (separates) {
      statements.push([]);
    } else if (
      current.length > 0 &&
      token.beginsLine &&
      beginsStatement(tokens.slice(at, at + 3))
    ) {
      statements.push([token]);
    } else {
      current.push(token);
    }
  });
  return statements.filter(statement => statement.length > 0);
}

const AFTER_CREATE = [
  ...['TABLE', 'OR', 'TEMP', 'TEMPORARY', 'EXTERNAL', 'TRANSIENT', 'UNLOGGED'],
  ...['GLOBAL', 'LOCAL', 'FOREIGN', 'VIEW', 'MATERIALIZED', 'INDEX', 'UNIQUE'],
  ...['TYPE', 'SCHEMA', 'SEQUENCE', 'DATABASE', 'FUNCTION', 'TRIGGER'],
];

function beginsStatement([first, second, third]: Token[]): boolean {
  return (
    (isWord(first, 'CREATE') && isWord(second, ...AFTER_CREATE)) ||
    (isWord(first, 'ALTER') && isWord(second, 'TABLE')) ||
    (isWord(first, 'COMMENT') && isWord(second, 'ON')) ||
    (isWord(first, 'INSERT') && isWord(second, 'INTO')) ||
    (isWord(first, 'DROP') && isWord(second, 'TABLE')) ||
    (isWord(first, 'EXEC', 'EXECUTE') && third !== undefined) ||
    (isWord(first, 'SET') && isWord(third, 'ON', 'OFF'))
  );
}
