import { ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import { Part, nameOf, partsOf, textOf } from './ast';
import { tellMixedNumbers } from './checkExpression';
import { FactScope } from './FactScope';

/** Why an expression is refused, and how many lines below its first. */
export type CelProblem = { message: string; lines: number };

/** The library's error about an expression in the words of this engine. */
export function tellCelError(
  error: unknown,
  source: string,
  scope: FactScope,
): CelProblem {
  if (!(error instanceof ParseError || error instanceof CelTypeError)) {
    const message = error instanceof Error ? error.message : String(error);
    return { message: `It cannot be read: ${message}`, lines: 0 };
  }
  const lines = linesBefore(source, error.range?.start ?? 0);
  const part = error.node as Part | undefined;
  if (error instanceof ParseError || !part?.op) {
    return { message: `It cannot be read: ${error.summary}.`, lines };
  }
  return { message: tellTypeError(error, part, scope), lines };
}

function tellTypeError(
  error: CelTypeError,
  part: Part,
  scope: FactScope,
): string {
  switch (error.code) {
    case 'unknown_variable':
      return `There are no facts called “${nameOf(part)}”. There are ${scope
        .namesIn('')
        .concat('param')
        .join(', ')}.`;
    case 'no_such_key': {
      const name = nameOf(part) ?? textOf(part);
      const group = name.slice(0, name.lastIndexOf('.'));
      const names = scope.namesIn(group);
      return group === 'param'
        ? `The set has no parameter “${name.slice(6)}”.`
        : `There is no fact “${name}”. ${group} has ${names.join(', ')}.`;
    }
    case 'no_such_overload': {
      const types = partsOf(part).map(({ checkedType }) => checkedType?.name);
      return types.includes('int') && types.includes('double')
        ? tellMixedNumbers(part)
        : `The types of “${textOf(
            part,
          )}” do not go together: ${error.summary.replace(
            /^no such overload: /,
            '',
          )}.`;
    }
    default:
      return `The types do not hold: ${error.summary}.`;
  }
}

export function linesBefore(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length - 1;
}
