import { OutlineRule, RuleSetOutline } from '../../results';
import { CompiledRule, CompiledRuleSet } from '../compile/CompiledRuleSet';
import { EvidenceKey } from '../compile/Vocabulary';
import { answerKindOf } from '../evidence/answerKindOf';
import { rolloutOf } from './rolloutOf';

/**
 * A rule set on a day without its expressions, for the browser.
 *
 * @param today - the UTC day; which rules count depends on it
 * @param subject - the kind of subject; by default the one the set is about
 *
 * @public
 */
export function outlineOf(
  ruleSet: CompiledRuleSet,
  today: string,
  subject: string = ruleSet.ruleSet.subject,
): RuleSetOutline {
  const { id, version, title, levels, dimensions, promotion } = ruleSet.ruleSet;
  const { rules } = CompiledRuleSet.subjectOf(ruleSet, subject);
  const { evidence } = CompiledRuleSet.partsOf(ruleSet).vocabulary;
  return {
    id,
    version,
    title: title ?? id,
    subject,
    levels,
    dimensions,
    promotion,
    rules: rules.map(rule => outlineRule(rule, evidence, today)),
  };
}

function outlineRule(
  compiled: CompiledRule,
  keys: Keys,
  today: string,
): OutlineRule {
  const { rule, level, ask, after, met, needs, severities } = compiled;
  const { state, counted } = rolloutOf(rule, today);
  return {
    id: rule.id,
    code: rule.code,
    title: rule.title,
    why: rule.why,
    fix: rule.fix,
    source: rule.source,
    weight: rule.weight ?? 'must',
    level,
    dimension: rule.dimension,
    severity: severities.length === 1 ? severities[0].severity : undefined,
    after,
    met,
    metAlone:
      met.length > 0 && !compiled.pass && !after.length && !needs.length,
    covers: rule.covers,
    counted,
    rollout: state,
    graceUntil:
      typeof rule.rollout === 'object' && state === 'grace'
        ? rule.rollout.grace
        : undefined,
    needs: needs.map(({ key }) => key),
    examples: examplesOf(
      needs.map(({ key }) => key),
      keys,
    ),
    ask: ask && {
      text: ask.text,
      who: [...ask.who],
      key: ask.key,
      days: ask.days,
      ...answerKindOf(
        Object.hasOwn(keys, ask.key) ? keys[ask.key].value : undefined,
      ),
    },
    write: rule.write,
  };
}

type Keys = Readonly<Record<string, EvidenceKey>>;

function examplesOf(needs: readonly string[], keys: Keys) {
  const known = needs.filter(
    key => Object.hasOwn(keys, key) && keys[key].example !== undefined,
  );
  return known.length
    ? Object.fromEntries(known.map(key => [key, keys[key].example]))
    : undefined;
}
