import { Part, isLoop, nameOf, partsOf, textOf } from './ast';
import type { FactScope } from './FactScope';
import { MAX_NESTING } from './limits';

/** What a rule may call; all of it is bounded and gives the same every time. */
const functions = ['size', 'int', 'double', 'string'];

const methods = [
  ...['size', 'contains', 'startsWith', 'endsWith', 'matches'],
  ...['lowerAscii', 'upperAscii', 'trim'],
  ...['all', 'exists', 'exists_one', 'filter', 'map'],
];

const operators = '== != < <= > >= + - * / % in'.split(' ');

/** What an expression reads, and what is wrong with it beyond its types. */
export type Survey = {
  facts: Set<string>;
  parameters: Set<string>;
  problems: { message: string; part: Part }[];
};

/** Looks through an expression whose types hold. */
export function checkExpression(root: Part, scope: FactScope): Survey {
  const survey: Survey = {
    facts: new Set(),
    parameters: new Set(),
    problems: [],
  };
  const visit = (part: Part, depth: number) => {
    const name = nameOf(part) ?? '';
    if (name.startsWith('param.')) {
      survey.parameters.add(name.slice('param.'.length));
    } else if (scope.fact(name)) {
      survey.facts.add(name);
    }
    const message = problemOf(part, depth, scope);
    if (message) {
      survey.problems.push({ message, part });
    }
    const [first, ...others] = partsOf(part);
    if (first) {
      visit(first, depth);
    }
    others.forEach(other => visit(other, isLoop(part) ? depth + 1 : depth));
  };
  visit(root, 0);
  return survey;
}

function problemOf(
  part: Part,
  depth: number,
  scope: FactScope,
): string | undefined {
  switch (part.op) {
    case 'call':
      return functions.includes(part.args[0])
        ? undefined
        : `A rule cannot call “${part.args[0]}”; it can call ${functions.join(
            ', ',
          )}.`;
    case 'rcall':
      return problemOfMethod(part.args[0], part, depth, scope);
    case '[]':
      if (part.args[0].op === 'id' || nameOf(part.args[0])) {
        const group = part.args[0] as Part;
        if (group.checkedType?.kind === 'message') {
          return `Write ${textOf(group)}.name instead of picking with [ ].`;
        }
      }
      return undefined;
    default:
      return operators.includes(part.op) ? problemOfOperands(part) : undefined;
  }
}

function problemOfMethod(
  method: string,
  part: Part,
  depth: number,
  scope: FactScope,
): string | undefined {
  if (!methods.includes(method)) {
    return `A rule cannot call “${method}”; on a value it can call ${methods.join(
      ', ',
    )}.`;
  }
  if (method === 'matches' && depth > 1) {
    return '“matches” cannot stand in two of “all”, “exists” and the like.';
  }
  if (!isLoop(part)) {
    return undefined;
  }
  if (depth >= MAX_NESTING) {
    return `“all”, “exists” and the like can stand in each other ${MAX_NESTING} deep, no deeper.`;
  }
  const variable = nameOf(partsOf(part)[1]) ?? '';
  return scope.isGroup(variable) || variable === 'param'
    ? `“${variable}” is the name of facts; call the element something else.`
    : undefined;
}

function problemOfOperands(part: Part): string | undefined {
  const types = partsOf(part).map(({ checkedType }) => checkedType?.type);
  if (types.includes('int') && types.includes('double')) {
    return tellMixedNumbers(part);
  }
  return part.op === '+' && types[0] === 'list'
    ? 'Lists cannot be added.'
    : undefined;
}

/** In words, for the operands of which one is an int and one a double. */
export function tellMixedNumbers(part: Part): string {
  const told = partsOf(part).map(
    side =>
      `“${textOf(side)}” is a ${
        side.checkedType?.type === 'int'
          ? 'whole number (int)'
          : 'decimal number (double)'
      }`,
  );
  return `Whole and decimal numbers cannot be mixed: ${told.join(
    ', ',
  )}. Write 1.0 for 1, or double(…).`;
}
