import type { Environment } from '@marcbachmann/cel-js';
import { EvaluationError, ParseError } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';
import { Part, nameOf } from './ast';
import { MAX_PATTERN, MAX_PROGRAM, MAX_TEXT } from './limits';

type Macro = { receiver: Part; pattern: RE2JS };

/** The parts of the library's checker and evaluator that a macro is given. */
type Checker = {
  check(part: Part, context: unknown): { type: string };
  getType(name: string): unknown;
};
type Evaluator = { run(part: Part, context: unknown): unknown };

/**
 * Replaces `matches`, which hands its pattern to a backtracking matcher that a
 * pattern can keep busy for ever, by RE2, whose time grows with the length of
 * pattern and text alone. The pattern is written in the rule or a parameter,
 * so that a wrong one is found when the set is loaded.
 *
 * It is declared for lists, because the library refuses a second declaration
 * for texts; a macro goes before functions of the same name whatever they are
 * declared for.
 */
export function makeMatchesSafe(
  environment: Environment,
  parameterText: (name: string) => unknown,
) {
  environment.registerFunction(
    'list<string>.matches(ast): bool',
    ({ args, receiver }: { args: [Part]; receiver: Part }) => ({
      receiver,
      pattern: patternOf(args[0], parameterText),
      async: false,
      typeCheck(checker: Checker, macro: Macro, context: unknown) {
        const { type } = checker.check(macro.receiver, context);
        if (type !== 'string') {
          throw new ParseError(
            `“matches” is for texts, not for a value of type ${type}`,
            macro.receiver,
          );
        }
        return checker.getType('bool');
      },
      evaluate(evaluator: Evaluator, macro: Macro, context: unknown) {
        const text = evaluator.run(macro.receiver, context) as string;
        if (text.length > MAX_TEXT) {
          throw new EvaluationError(
            `the text is longer than ${MAX_TEXT} characters`,
          );
        }
        return macro.pattern.test(text);
      },
    }),
  );
}

function patternOf(
  part: Part,
  parameterText: (name: string) => unknown,
): RE2JS {
  const parameter = nameOf(part)?.match(/^param\.([^.]+)$/)?.[1];
  const pattern =
    part.op === 'value' ? part.args : parameter && parameterText(parameter);
  if (typeof pattern !== 'string') {
    throw new ParseError(
      'The pattern of “matches” must be a text in quotes or a parameter that is a text',
      part,
    );
  }
  if (pattern.length > MAX_PATTERN) {
    throw new ParseError(
      `The pattern is longer than ${MAX_PATTERN} characters`,
      part,
    );
  }
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern);
  } catch (error) {
    throw new ParseError(
      `“${pattern}” is no pattern that RE2 knows: ${
        error instanceof Error ? error.message : error
      }`,
      part,
    );
  }
  if (compiled.programSize() > MAX_PROGRAM) {
    throw new ParseError(
      `“${pattern}” repeats too much; write smaller numbers in its {…}`,
      part,
    );
  }
  return compiled;
}
