import { readRuleSet } from '../set/RuleSetDocument';
import { RuleSetProblem } from '../set/RuleSetProblem';
import { RuleSetOverride, overrideRuleSet } from '../set/overrideRuleSet';
import { CompiledRuleSet } from './CompiledRuleSet';
import { compileRuleSet } from './compileRuleSet';
import { Vocabulary } from './Vocabulary';

/**
 * Reads a rule set from YAML, changes it as configured and makes it ready to
 * be evaluated. A set with any problem is refused whole.
 *
 * @example
 * ```ts
 * const { ruleSet, problems } = loadRuleSet(text, {
 *   file: 'rulesets/data-product-maturity.yaml',
 *   vocabulary,
 * });
 * problems.forEach(problem => logger.error(tellRuleSetProblem(problem)));
 * ```
 *
 * @public
 */
export function loadRuleSet(
  text: string,
  options: {
    file: string;
    vocabulary: Vocabulary;
    override?: RuleSetOverride;
  },
): { ruleSet?: CompiledRuleSet; problems: RuleSetProblem[] } {
  const read = readRuleSet(text, options.file);
  if (!read.document) {
    return { problems: read.problems };
  }
  const changed = options.override
    ? overrideRuleSet(read.document, options.override)
    : read;
  return changed.document
    ? compileRuleSet(changed.document, options.vocabulary)
    : { problems: changed.problems };
}
