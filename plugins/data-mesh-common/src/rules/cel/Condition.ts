import type { ParseResult } from '@marcbachmann/cel-js';
import { EvaluationError, serialize } from '@marcbachmann/cel-js';
import { Part, isLoop, partsOf } from './ast';
import { checkExpression } from './checkExpression';
import { FactContext, FactScope } from './FactScope';
import { CelProblem, linesBefore, tellCelError } from './tellCelError';

/** A condition that has to hold together with others. */
export type Clause = {
  readonly text: string;
  readonly facts: readonly string[];
  readonly parameters: readonly string[];
  /** True when a fact that is not known always leaves it unknown. */
  readonly isStrict: boolean;
  readonly run: ParseResult;
};

/** What a condition comes to, and the clauses that decide it. */
export type Judgement =
  | { outcome: 'true' }
  | { outcome: 'false'; clauses: readonly Clause[] }
  | {
      outcome: 'unknown';
      /** Facts that are not known. */
      lacks: readonly string[];
      /** What went wrong while it was run. */
      errors: readonly string[];
    };

/** What a clause comes to by itself. */
export type ClauseOutcome = boolean | { lacks: string[]; error?: string };

/**
 * A type-checked CEL expression. It is run clause by clause, so that a result
 * can name what decided it; the outcome is the one of CEL: false when a clause
 * is false, else unknown when a clause is unknown.
 */
export class Condition {
  readonly clauses: readonly Clause[];

  private constructor(clauses: readonly Clause[]) {
    this.clauses = clauses;
  }

  /** @returns the condition, or all that is wrong with the expression */
  static compile(
    source: string,
    scope: FactScope,
  ): { condition: Condition } | { problems: CelProblem[] } {
    try {
      const parsed = scope.environment.parse(source);
      const { valid, type, error } = parsed.check();
      if (!valid) {
        return { problems: [tellCelError(error, source, scope)] };
      }
      if (type !== 'bool') {
        const message = `It must come to true or false, but comes to ${type}.`;
        return { problems: [{ message, lines: 0 }] };
      }
      const { problems } = checkExpression(parsed.ast, scope);
      if (problems.length) {
        return {
          problems: problems.map(({ message, part }) => ({
            message,
            lines: linesBefore(source, part.start),
          })),
        };
      }
      const clauses = clausesOf(parsed.ast).map(part => compile(part, scope));
      return { condition: new Condition(clauses) };
    } catch (error) {
      return { problems: [tellCelError(error, source, scope)] };
    }
  }

  judge(context: FactContext): Judgement {
    const failed: Clause[] = [];
    const lacks: string[] = [];
    const errors: string[] = [];
    for (const clause of this.clauses) {
      const outcome = runClause(clause, context);
      if (outcome === false) {
        failed.push(clause);
      } else if (outcome !== true) {
        lacks.push(...outcome.lacks);
        errors.push(...(outcome.error ? [outcome.error] : []));
      }
    }
    if (failed.length) {
      return { outcome: 'false', clauses: failed };
    }
    return lacks.length || errors.length
      ? { outcome: 'unknown', lacks: [...new Set(lacks)], errors }
      : { outcome: 'true' };
  }
}

/** Runs one clause; what it throws is its own affair. */
export function runClause(clause: Clause, context: FactContext): ClauseOutcome {
  const lacks = clause.facts.filter(
    name => context.valueOf(name) === undefined,
  );
  if (lacks.length && clause.isStrict) {
    return { lacks };
  }
  try {
    return clause.run(context.groups) as boolean;
  } catch (error) {
    // With a fact missing, the error says no more than that it is missing.
    return lacks.length ? { lacks } : { lacks, error: messageOf(error) };
  }
}

function compile(part: Part, scope: FactScope): Clause {
  const text = serialize(part);
  const run = scope.environment.parse(text);
  run.check();
  const { facts, parameters } = checkExpression(run.ast, scope);
  return {
    text,
    facts: [...facts],
    parameters: [...parameters],
    isStrict: isStrict(run.ast),
    run,
  };
}

function clausesOf(part: Part): Part[] {
  return part.op === '&&' ? part.args.flatMap(clausesOf) : [part];
}

const lazy = new Set<string>(['&&', '||', '?:']);

/** True when every part is looked at each time. */
function isStrict(part: Part): boolean {
  return !lazy.has(part.op) && !isLoop(part) && partsOf(part).every(isStrict);
}

function messageOf(error: unknown): string {
  if (error instanceof EvaluationError) {
    return error.summary;
  }
  return error instanceof Error ? error.message : String(error);
}
