import { z } from 'zod';
import { Path } from './DocumentProblem';

type Issue = z.core.$ZodIssue;
type Told = { path: Path; message: string };

/**
 * What is wrong with a value, in words and with its place. A message of a
 * schema that starts with “must” is taken as it is.
 *
 * @param input - what was read, with which the path of the issue begins
 */
export function tellIssue(issue: Issue, input: unknown): Told[] {
  const path = issue.path.filter(key => typeof key !== 'symbol') as Path;
  const found = path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown>)?.[key],
    input,
  );
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: [...path, key],
      message: `There is no field “${key}” here.`,
    }));
  }
  if (found === undefined || found === null) {
    return [{ path, message: `“${path.at(-1) ?? 'value'}” is missing.` }];
  }
  if (issue.code === 'invalid_union') {
    return tellUnion(issue, path, found);
  }
  return [{ path, message: `It ${tellFault(issue, found)}.` }];
}

function tellFault(issue: Issue, found: unknown): string {
  if (issue.message.startsWith('must')) {
    return issue.message;
  }
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kindOf(issue.expected)}, but is ${kindOfValue(found)}`;
    case 'invalid_value':
      return `must be ${anyOf(issue.values)}, but is ${
        typeof found === 'object' ? kindOfValue(found) : `“${found}”`
      }`;
    case 'too_big':
      return `must ${tellSize('most', issue.maximum, issue.origin)}`;
    case 'too_small':
      return `must ${tellSize('least', issue.minimum, issue.origin)}`;
    case 'invalid_format':
      return issue.format === 'date'
        ? 'must be a date such as 2026-03-01'
        : `is not right: ${issue.message}`;
    default:
      return `is not right: ${issue.message}`;
  }
}

/** Of the ways to write a value, tells what is wrong with the one meant. */
function tellUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  found: unknown,
): Told[] {
  const isOtherKind = (error: Issue) =>
    error.code === 'invalid_type' && error.path.length === 0;
  const meant = issue.errors.find(errors => !errors.some(isOtherKind));
  if (meant) {
    return meant.flatMap(error =>
      tellIssue(error, found).map(told => ({
        path: [...path, ...told.path],
        message: told.message,
      })),
    );
  }
  const ways = issue.errors
    .flat()
    .flatMap(error =>
      error.code === 'invalid_type' ? [kindOf(error.expected)] : [],
    );
  const told = [...new Set(ways)].join(' or ');
  return [
    { path, message: `It must be ${told}, but is ${kindOfValue(found)}.` },
  ];
}

function kindOf(type: string): string {
  switch (type) {
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    case 'int':
      return 'a whole number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list';
    default:
      return 'a group of keys';
  }
}

function kindOfValue(value: unknown): string {
  return kindOf(Array.isArray(value) ? 'array' : typeof value);
}

function tellSize(
  end: 'most' | 'least',
  limit: number | bigint,
  origin: string,
): string {
  switch (origin) {
    case 'string':
      return `have at ${end} ${limit} characters`;
    case 'array':
      return `have at ${end} ${limit} entries`;
    default:
      return `be at ${end} ${limit}`;
  }
}

function anyOf(values: readonly unknown[]): string {
  const quoted = values.map(value => `“${String(value)}”`);
  return quoted.length > 1
    ? `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
    : quoted[0] ?? '';
}
