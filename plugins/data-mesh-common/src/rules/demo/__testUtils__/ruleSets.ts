import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CompiledRuleSet } from '../../compile/CompiledRuleSet';
import { loadRuleSet } from '../../compile/loadRuleSet';
import { vocabulary } from '../../facts';
import { RuleSetOverride } from '../../set/overrideRuleSet';
import { tellRuleSetProblem } from '../../set/RuleSetProblem';

const folder = resolve(__dirname, '../../../../rulesets');

/** One of the default rule sets, changed as configured. */
export function defaultRuleSet(
  id: string,
  override?: RuleSetOverride,
): CompiledRuleSet {
  const file = `${id}.yaml`;
  const { ruleSet, problems } = loadRuleSet(
    readFileSync(join(folder, file), 'utf8'),
    { file, vocabulary, override },
  );
  if (!ruleSet) {
    throw new Error(problems.map(tellRuleSetProblem).join('\n'));
  }
  return ruleSet;
}
