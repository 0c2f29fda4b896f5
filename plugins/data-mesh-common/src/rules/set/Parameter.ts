import { z } from 'zod';

/**
 * The types a parameter may have in rules.
 *
 * @public
 */
export const parameterTypes = [
  'bool',
  'int',
  'double',
  'string',
  'list<int>',
  'list<double>',
  'list<string>',
  'map<string, int>',
  'map<string, double>',
  'map<string, string>',
  'map<string, list<string>>',
] as const;

/** @public */
export type ParameterType = (typeof parameterTypes)[number];

/**
 * What a parameter may hold.
 *
 * @public
 */
export type ParameterValue =
  | boolean
  | number
  | string
  | number[]
  | string[]
  | { [name: string]: number | string | string[] };

export const parameterValueSchema: z.ZodType<ParameterValue> = z.union([
  z.boolean(),
  z.number(),
  z.string(),
  z.array(z.string()).max(1000),
  z.array(z.number()).max(1000),
  z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
]);

/**
 * The schema of a parameter.
 *
 * @public
 */
export const parameterSchema = z.strictObject({
  value: parameterValueSchema,
  description: z.string().trim().min(1, 'must not be empty').max(500),
  type: z
    .enum(parameterTypes)
    .nullish()
    .transform(type => type ?? undefined),
  unit: z
    .enum(['share', 'days'])
    .nullish()
    .transform(unit => unit ?? undefined),
  phases: z
    .record(z.string(), parameterValueSchema)
    .nullish()
    .transform(phases => phases ?? {}),
});

/**
 * A threshold, list or map that rules read as `param.name`. Its `value` holds
 * unless the phase the mesh is in has a value of its own.
 *
 * The type is told from the value: `2` is an `int`, `2.0` and `0.8` are a
 * `double`. `type` says it where the value cannot, as in a list without
 * elements.
 *
 * @public
 */
export type Parameter = z.output<typeof parameterSchema>;

/** The type of a value; a whole number is taken for an `int`. */
export function typeOfValue(value: ParameterValue): ParameterType | undefined {
  if (Array.isArray(value)) {
    const element = commonType(value);
    return element === 'list<string>'
      ? undefined
      : element && `list<${element}>`;
  }
  if (typeof value === 'object') {
    const element = commonType(Object.values(value));
    return element && `map<string, ${element}>`;
  }
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'int' : 'double';
  }
  return typeof value === 'string' ? 'string' : 'bool';
}

function commonType(values: readonly (number | string | string[])[]) {
  if (values.every(value => typeof value === 'string')) {
    return 'string';
  }
  if (values.every(value => typeof value === 'number')) {
    return values.every(Number.isInteger) ? 'int' : 'double';
  }
  return values.every(Array.isArray) ? 'list<string>' : undefined;
}

/** A whole number will do where a `double` is asked for. */
export function fits(value: ParameterValue, type: ParameterType): boolean {
  const own = typeOfValue(value);
  return (
    own === type ||
    own?.replace('int', 'double') === type ||
    isEmpty(value, type)
  );
}

function isEmpty(value: ParameterValue, type: ParameterType): boolean {
  return (
    typeof value === 'object' &&
    Object.keys(value).length === 0 &&
    type.startsWith(Array.isArray(value) ? 'list' : 'map')
  );
}

/** The value in the phase. */
export function valueIn(
  parameter: Parameter,
  phase: string | undefined,
): ParameterValue {
  return phase !== undefined && Object.hasOwn(parameter.phases, phase)
    ? parameter.phases[phase]
    : parameter.value;
}

/** The value with whole numbers as CEL holds them. */
export function toCel(value: ParameterValue, type: ParameterType): unknown {
  const convert = (element: unknown) =>
    typeof element === 'number' && /\bint\b/.test(type)
      ? BigInt(element)
      : element;
  if (Array.isArray(value)) {
    return value.map(convert);
  }
  if (typeof value === 'object') {
    return new Map(
      Object.entries(value).map(([name, element]) => [name, convert(element)]),
    );
  }
  return convert(value);
}
