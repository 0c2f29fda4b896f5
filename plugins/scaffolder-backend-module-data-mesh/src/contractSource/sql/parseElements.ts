import { runIsolated } from '../runIsolated';

/** What the parser reads of a table with one column or constraint. */
export type ParsedTable = {
  columns: { options: { option: unknown }[] }[];
  constraints: unknown[];
};

/**
 * Finds the dialect that fits best and parses in it, on a thread of its own.
 *
 * @param options.candidates - what the parser calls them, with how much speaks
 * for each; of those that fit equally well, the first is taken
 * @param options.sample - ways to write the same, each list a column; what
 * counts is that one of them can be parsed
 * @param options.statements - each a `CREATE TABLE`
 * @returns for each statement what it holds, or undefined where it is none
 * @throws IsolatedError
 */
export async function parseTables(options: {
  candidates: { parser: string; weight: number }[];
  sample: string[][];
  statements: string[];
}): Promise<{ dialect: string; answers: (ParsedTable | undefined)[] }> {
  return runIsolated(
    `const { init, parse } = require(input.parser);
     await init();
     const parseTable = (sql, dialect) => {
       try {
         const [statement] = parse(sql, dialect);
         const table = statement && statement.CreateTable;
         return table && { columns: table.columns, constraints: table.constraints };
       } catch (error) {
         // Anything else means that the parser itself broke.
         if (/^sql parser error| at Line: \\d+, Column: \\d+$/.test(error.message)) {
           return undefined;
         }
         throw error;
       }
     };
     let best = { dialect: input.candidates[0].parser, score: -1 };
     for (const { parser, weight } of input.candidates) {
       const parsed = input.sample.filter(
         ways => ways.some(sql => parseTable(sql, parser)),
       ).length;
       const score = (parsed / Math.max(1, input.sample.length)) * 100 + weight;
       if (score > best.score) {
         best = { dialect: parser, score };
       }
     }
     const { dialect } = best;
     return {
       dialect,
       answers: input.statements.map(sql => parseTable(sql, dialect)),
     };`,
    { parser: require.resolve('@guanmingchiu/sqlparser-ts'), ...options },
  );
}
