import { OutlineRule, RuleSetOutline } from '../../results';
import { CompiledRule, CompiledRuleSet } from '../compile/CompiledRuleSet';
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
  return {
    id,
    version,
    title: title ?? id,
    subject,
    levels,
    dimensions,
    promotion,
    rules: rules.map(rule => outlineRule(rule, today)),
  };
}

function outlineRule(compiled: CompiledRule, today: string): OutlineRule {
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
    ask: ask && {
      text: ask.text,
      who: [...ask.who],
      key: ask.key,
      days: ask.days,
    },
  };
}
