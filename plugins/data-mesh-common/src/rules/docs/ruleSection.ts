import { FactDeclarations } from '../facts';
import { Parameter } from '../set/Parameter';
import { Rule, RuleSet, WAIVERS } from '../set/RuleSet';
import { blocks, code, sentence } from './markdown';
import { tellRespondents } from './tellRespondents';

const SEVERITIES = {
  high: 'Sort out now',
  medium: 'This quarter',
  low: 'When you touch it',
};

/** One rule with all that it says, in words where there are any. */
export function ruleSection(
  set: RuleSet,
  rule: Rule,
  facts: FactDeclarations,
): string {
  const titleOf = (id: string) =>
    set.rules.find(other => other.id === id)?.code ?? id;
  const expressions = [rule.when, rule.pass];
  const reads = Object.keys(facts).filter(name =>
    expressions.some(text => mentions(text, name)),
  );
  const needs = rule.needs
    .map(need => (typeof need === 'string' ? need : need.key))
    .filter(key => key !== WAIVERS);
  const lines = [
    `**How:** ${rule.fix}`,
    rule.ask &&
      `**Asked** of ${tellRespondents(rule.ask.who)}: ${rule.ask.text}`,
    needs.length && `**Needs** the evidence ${needs.map(code).join(', ')}.`,
    rule.met && `**Reads** the results of ${tellMet(set, rule.met)}.`,
    rule.when && `**Applies when** ${code(rule.when)}`,
    rule.pass && `**Met when** ${code(rule.pass)}`,
    reads.length && `**Facts:** ${tellFacts(reads, facts)}`,
    rule.after.length && `**Waits for** ${rule.after.map(titleOf).join(', ')}.`,
    rule.covers.length && `**Stands for** ${rule.covers.join(', ')} as well.`,
    rule.source && `**Source:** ${sentence(rule.source)}`,
  ].filter((line): line is string => Boolean(line));
  return blocks(
    `#### ${rule.code}: ${rule.title}`,
    `${tellWeight(set, rule)} Its name is ${code(rule.id)}.`,
    rule.why,
    lines.map(line => `- ${line}`).join('\n'),
  );
}

function tellWeight(set: RuleSet, rule: Rule): string {
  const off = rule.off ? ' Off until it is switched on.' : '';
  if (!set.levels.length) {
    const { severity } = rule;
    const told =
      typeof severity === 'string'
        ? SEVERITIES[severity]
        : severity
            ?.map(({ severity: one, when }) =>
              when
                ? `${SEVERITIES[one]} when ${code(when)}`
                : `else ${SEVERITIES[one].toLocaleLowerCase('en-US')}`,
            )
            .join(', ');
    return `${told}.${off}`;
  }
  return `${rule.weight === 'should' ? 'Should' : 'Must'}.${off}`;
}

function tellFacts(names: readonly string[], facts: FactDeclarations): string {
  return names
    .map(name => `${facts[name].description} (${code(name)})`)
    .join('; ');
}

function tellMet(set: RuleSet, met: NonNullable<Rule['met']>): string {
  const codes = (ids: readonly string[]) =>
    ids
      .map(id => set.rules.find(rule => rule.id === id)?.code ?? id)
      .join(', ');
  if (typeof met !== 'string') {
    return codes(met);
  }
  const parameter: Parameter = set.parameters[met.slice('param.'.length)];
  const phases = Object.entries(parameter.phases).map(
    ([phase, ids]) => `${codes(ids as string[])} in the ${phase} phase`,
  );
  return [codes(parameter.value as string[]), ...phases].join('; ');
}

function mentions(expression: string | undefined, name: string): boolean {
  const pattern = new RegExp(`\\b${name.replaceAll('.', '\\.')}\\b`);
  return expression !== undefined && pattern.test(expression);
}
