import { Path, Place, PlaceOf } from '../../yaml/DocumentProblem';
import { readYaml } from '../../yaml/readYaml';
import { checkHead } from './checkHead';
import { checkRules } from './checkRules';
import { parseRuleSet } from './parseRuleSet';
import { RuleSet } from './RuleSet';
import { RuleSetProblem, RuleSetProblems } from './RuleSetProblem';

/**
 * A rule set that could be read, with the places its values are written at.
 *
 * @public
 */
export interface RuleSetDocument {
  readonly ruleSet: RuleSet;
  /** Where the value is written that keys and indices lead to. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/**
 * Reads a rule set from YAML.
 *
 * @param file - the name it is told by in problems
 * @returns the document, unless there are problems
 *
 * @public
 */
export function readRuleSet(
  text: string,
  file: string,
): { document?: RuleSetDocument; problems: RuleSetProblem[] } {
  const { value, placeOf, isDecimalAt, problems } = readYaml(text, file);
  return problems.length
    ? { problems }
    : readRuleSetValue(value, placeOf, isDecimalAt);
}

export function readRuleSetValue(
  value: unknown,
  placeOf: PlaceOf,
  isDecimalAt?: (path: Path) => boolean,
): { document?: RuleSetDocument; problems: RuleSetProblem[] } {
  const problems = new RuleSetProblems(placeOf, index =>
    ruleIdAt(value, index),
  );
  const ruleSet = parseRuleSet(value, problems, isDecimalAt);
  if (ruleSet) {
    checkHead(ruleSet, problems);
    checkRules(ruleSet, problems);
  }
  return ruleSet && !problems.list.length
    ? { document: { ruleSet, placeOf }, problems: [] }
    : { problems: problems.list };
}

function ruleIdAt(value: unknown, index: number): string | undefined {
  const { rules } = value as { rules?: unknown };
  const rule: unknown = Array.isArray(rules) ? rules[index] : undefined;
  const { id, code } = (rule ?? {}) as { id?: unknown; code?: unknown };
  const name = id ?? code;
  return typeof name === 'string' ? name : `number ${index + 1}`;
}
