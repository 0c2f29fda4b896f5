import { z } from 'zod';
import { Parameter, ParameterValue, parameterValueSchema } from './Parameter';
import { RuleSet } from './RuleSet';
import { RuleSetDocument, readRuleSetValue } from './RuleSetDocument';
import { PlaceOf } from '../../yaml/DocumentProblem';
import { tellIssue } from '../../yaml/tellIssue';
import { RuleSetProblem, RuleSetProblems } from './RuleSetProblem';

const fields = z.record(z.string(), z.unknown());

/**
 * What an adopter changes in a rule set. What is not named stays as it is.
 *
 * @public
 */
export const ruleSetOverrideSchema = z.strictObject({
  title: z.string().optional(),
  description: z.string().optional(),
  phase: z.string().optional().describe('The phase the mesh is in'),
  promotion: z
    .strictObject({
      must: z.number().optional(),
      should: z.number().optional(),
      shouldFrom: z.number().optional(),
    })
    .optional(),
  levels: z.record(z.string(), fields).optional().describe('Texts, by id'),
  dimensions: z.record(z.string(), fields).optional().describe('Texts, by id'),
  targets: z.array(fields).optional().describe('Instead of those of the set'),
  caps: z.array(fields).optional().describe('Instead of those of the set'),
  parameters: z
    .record(z.string(), z.union([parameterValueSchema, fields]))
    .optional()
    .describe(
      'Values by name, which hold in every phase; a parameter that is new is written out with value and description',
    ),
  rules: z
    .record(z.string(), fields)
    .optional()
    .describe('Fields by the id of the rule; null takes a field away'),
  add: z.array(fields).optional().describe('Rules to add'),
});

/** @public */
export type RuleSetOverride = z.input<typeof ruleSetOverrideSchema>;

/**
 * Changes a rule set as configured. The result is checked like a set that is
 * written that way; a problem in what was changed is told with its place in
 * the configuration.
 *
 * @param file - what the configuration is called in problems
 *
 * @public
 */
export function overrideRuleSet(
  document: RuleSetDocument,
  override: RuleSetOverride,
  file: string = 'configuration',
): { document?: RuleSetDocument; problems: RuleSetProblem[] } {
  const problems = new RuleSetProblems(() => ({ file }));
  const { data, error } = ruleSetOverrideSchema.safeParse(override);
  for (const issue of error?.issues ?? []) {
    for (const { path, message } of tellIssue(issue, override)) {
      problems.add(path, message);
    }
  }
  if (!data) {
    return { problems: problems.list };
  }
  const { ruleSet } = document;
  reportUnknown(ruleSet, data, problems);
  if (problems.list.length) {
    return { problems: problems.list };
  }
  return readRuleSetValue(merge(ruleSet, data), placesOf(document, data, file));
}

type Override = z.output<typeof ruleSetOverrideSchema>;

function reportUnknown(
  set: RuleSet,
  override: Override,
  problems: RuleSetProblems,
) {
  for (const list of ['levels', 'dimensions', 'rules'] as const) {
    for (const [id, changed] of Object.entries(override[list] ?? {})) {
      if (!set[list].some(item => item.id === id)) {
        problems.add([list, id], `There is no “${id}” in the set “${set.id}”.`);
      }
      if ('id' in changed) {
        problems.add([list, id, 'id'], 'An id cannot be changed.');
      }
    }
  }
  for (const [name, value] of Object.entries(override.parameters ?? {})) {
    if (!Object.hasOwn(set.parameters, name) && !isDefinition(value)) {
      problems.add(
        ['parameters', name],
        `The set “${set.id}” has no parameter “${name}”; a new one needs a value and a description.`,
      );
    }
  }
}

function merge(set: RuleSet, override: Override): unknown {
  const { add = [], promotion, parameters = {}, ...changes } = override;
  const withTexts = <T extends { id: string }>(
    items: readonly T[],
    changed: Record<string, object> = {},
  ) => items.map(item => ({ ...item, ...changed[item.id] }));
  return {
    ...set,
    ...changes,
    promotion: { ...set.promotion, ...promotion },
    levels: withTexts(set.levels, changes.levels),
    dimensions: withTexts(set.dimensions, changes.dimensions),
    parameters: {
      ...set.parameters,
      ...Object.fromEntries(
        Object.entries(parameters).map(([name, value]) => [
          name,
          Object.hasOwn(set.parameters, name)
            ? withValue(set.parameters[name], value as ParameterValue)
            : value,
        ]),
      ),
    },
    rules: [...withTexts(set.rules, changes.rules), ...add],
  };
}

/** A value from the configuration holds whatever the phase. */
function withValue(parameter: Parameter, value: ParameterValue): Parameter {
  return { ...parameter, value, phases: {} };
}

function isDefinition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'value' in value;
}

function placesOf(
  { ruleSet, placeOf }: RuleSetDocument,
  override: Override,
  file: string,
): PlaceOf {
  return path => {
    const [list, at, field] = path;
    const id =
      list === 'rules' || list === 'levels' || list === 'dimensions'
        ? ruleSet[list][at as number]?.id
        : undefined;
    const changed = (override as Record<string, unknown>)[list ?? ''];
    const isAdded = list === 'rules' && at !== undefined && id === undefined;
    const isChanged =
      id === undefined
        ? hasKey(changed, at) || (changed !== undefined && !isRecord(changed))
        : hasKey((changed as Record<string, unknown>)?.[id], field);
    return isAdded || isChanged ? { file } : placeOf(path);
  };
}

function hasKey(value: unknown, key: string | number | undefined): boolean {
  return isRecord(value) && key !== undefined && Object.hasOwn(value, key);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
