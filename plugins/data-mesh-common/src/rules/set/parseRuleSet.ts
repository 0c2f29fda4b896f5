import { z } from 'zod';
import { Parameter, fits, typeOfValue } from './Parameter';
import { Path } from '../../yaml/DocumentProblem';
import { RuleSetProblems } from './RuleSetProblem';
import { Rule, RuleSet, ruleSchema, ruleSetHeadSchema } from './RuleSet';
import { tellIssue } from '../../yaml/tellIssue';

/**
 * Reads a value as a rule set. Every rule is read by itself, so that one that
 * is wrong does not hide what is wrong with the others.
 *
 * @param isDecimalAt - tells a `double` that is written as 1.0 from an `int`
 * @returns what could be read of it; the problems say what could not
 */
export function parseRuleSet(
  value: unknown,
  problems: RuleSetProblems,
  isDecimalAt: (path: Path) => boolean = () => false,
): RuleSet | undefined {
  if (!isRecord(value)) {
    problems.add([], 'A rule set must be a group of keys.');
    return undefined;
  }
  const { rules, ...rest } = value;
  const head = read(ruleSetHeadSchema, rest, [], problems);
  const parsed = parseRules(rules, problems);
  if (!head) {
    return undefined;
  }
  for (const [name, parameter] of Object.entries(head.parameters)) {
    settleType(name, parameter, isDecimalAt, problems);
  }
  return { ...head, rules: parsed };
}

function parseRules(rules: unknown, problems: RuleSetProblems): Rule[] {
  if (!Array.isArray(rules) || rules.length === 0) {
    problems.add(['rules'], 'A rule set must have a list of rules.');
    return [];
  }
  return rules.map(
    (rule, index) =>
      read(ruleSchema, rule, ['rules', index], problems) ?? unreadable(rule),
  );
}

/** The title of a rule that could not be read; no rule can be called that. */
export const UNREADABLE = '';

/** Keeps the place of a rule in the list, and its name where it has one. */
function unreadable(rule: unknown): Rule {
  const named = isRecord(rule) ? rule : {};
  const word = (key: string) =>
    typeof named[key] === 'string' ? (named[key] as string) : '';
  const blank = { id: 'x', code: 'x', title: 'x', why: 'x', fix: 'x' };
  return {
    ...ruleSchema.parse(blank),
    id: word('id'),
    code: word('code'),
    title: UNREADABLE,
    off: true,
  };
}

const PARAMETER_NAME = /^[a-z][A-Za-z0-9]*$/;

function settleType(
  name: string,
  parameter: Parameter,
  isDecimalAt: (path: Path) => boolean,
  problems: RuleSetProblems,
) {
  const path = ['parameters', name];
  if (!PARAMETER_NAME.test(name) || name === 'phase') {
    problems.add(
      path,
      name === 'phase'
        ? '“phase” is always a parameter: the phase the set is in.'
        : `“${name}” is no name for a parameter: it must be in camel case.`,
    );
  }
  const values: [Path, Parameter['value']][] = [
    [[...path, 'value'], parameter.value],
    ...Object.entries(parameter.phases).map(
      ([phase, value]): [Path, Parameter['value']] => [
        [...path, 'phases', phase],
        value,
      ],
    ),
  ];
  if (!parameter.type) {
    const own = typeOfValue(parameter.value);
    const isDecimal = values.some(
      ([at, value]) =>
        isDecimalAt(at) || typeOfValue(value)?.includes('double'),
    );
    parameter.type = own && isDecimal ? asDecimal(own) : own;
  }
  const { type } = parameter;
  if (!type) {
    problems.add(
      path,
      'The values of a list or group must all be of one kind.',
    );
    return;
  }
  for (const [at, value] of values) {
    if (!fits(value, type)) {
      problems.add(at, `The value must be of type ${type}.`);
    }
  }
}

function asDecimal(type: NonNullable<Parameter['type']>) {
  return type.replace(/\bint\b/, 'double') as typeof type;
}

function read<S extends z.ZodType>(
  schema: S,
  value: unknown,
  path: Path,
  problems: RuleSetProblems,
): z.output<S> | undefined {
  const result = schema.safeParse(value);
  for (const issue of result.error?.issues ?? []) {
    for (const told of tellIssue(issue, value)) {
      problems.add([...path, ...told.path], told.message);
    }
  }
  return result.data;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
