import { Vocabulary } from '../compile/Vocabulary';
import { RuleSet } from '../set/RuleSet';
import { blocks, code, table } from './markdown';
import { ruleSection } from './ruleSection';
import { tellValue } from './tellValue';

/** A rule set: its levels, what can be set, and every rule. */
export function ruleSetSection(set: RuleSet, { subjects }: Vocabulary): string {
  const rules = groupsOf(set).map(({ title, question, rules: inGroup }) =>
    blocks(
      `### ${title}`,
      question,
      ...inGroup.map(rule =>
        ruleSection(set, rule, subjects[rule.subject ?? set.subject]),
      ),
    ),
  );
  return blocks(
    `## ${set.title}`,
    set.description,
    targetsOf(set),
    ...rules,
    `### What can be set: ${set.id}`,
    'Each value can be changed in the configuration.',
    parametersOf(set),
  );
}

type Group = { title: string; question?: string; rules: RuleSet['rules'] };

function groupsOf(set: RuleSet): Group[] {
  if (!set.levels.length) {
    return [{ title: 'All open points', rules: set.rules }];
  }
  if (!set.dimensions.length) {
    return set.levels.slice(1).map(({ id, title, question }, index) => ({
      title: `Level ${index + 1}, ${title}`,
      question,
      rules: set.rules.filter(rule => rule.level === id),
    }));
  }
  return set.dimensions.flatMap(dimension =>
    set.levels.slice(1).map(({ id, title }, index) => ({
      title: `${dimension.title}, level ${index + 1} (${title})`,
      rules: set.rules.filter(
        rule => rule.dimension === dimension.id && rule.level === id,
      ),
    })),
  );
}

function targetsOf(set: RuleSet): string | undefined {
  const titleOf = (id: string | undefined) =>
    set.levels.find(level => level.id === id)?.title ?? 'nothing';
  const lines = [
    ...set.targets.map(
      ({ when, level }) =>
        `- ${titleOf(level)} is asked for${
          when ? ` when ${code(when)}` : ' of all others'
        }`,
    ),
    ...set.caps.map(
      ({ when, level, reason }) =>
        `- No more than ${titleOf(level)} when ${code(
          when,
        )}, because ${reason}`,
    ),
  ];
  return lines.length
    ? blocks('What is asked for, the first that applies:', lines.join('\n'))
    : undefined;
}

function parametersOf(set: RuleSet): string {
  return table(
    ['Name', 'What it is', 'Value', 'In other phases'],
    Object.entries(set.parameters).map(([name, parameter]) => [
      code(name),
      parameter.description,
      tellParameter(parameter.value, parameter.unit),
      Object.entries(parameter.phases)
        .map(
          ([phase, value]) =>
            `${phase}: ${tellParameter(value, parameter.unit)}`,
        )
        .join('; '),
    ]),
  );
}

function tellParameter(value: unknown, unit: 'share' | 'days' | undefined) {
  // A pattern holds signs that would be taken for formatting.
  return typeof value === 'string' && /[\\(*]/.test(value)
    ? code(value)
    : tellValue(value, unit);
}
