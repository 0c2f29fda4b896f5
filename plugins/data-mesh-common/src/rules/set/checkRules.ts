import { UNREADABLE } from './parseRuleSet';
import { Rule, RuleSet, WAIVERS } from './RuleSet';
import { RuleSetProblems } from './RuleSetProblem';

/** Checks each rule against the head of its set: level, dimension, severity. */
export function checkRules(set: RuleSet, problems: RuleSetProblems) {
  reportRepeated(set, problems);
  set.rules.forEach((rule, index) => {
    if (rule.title !== UNREADABLE) {
      const add = (field: string, message: string) =>
        problems.add(['rules', index, field], message);
      checkPlace(set, rule, add);
      checkSeverity(set, rule, add);
      checkSubstance(rule, add);
    }
  });
}

type Add = (field: string, message: string) => void;

function checkPlace(set: RuleSet, rule: Rule, add: Add) {
  const index = set.levels.findIndex(({ id }) => id === rule.level);
  if (!set.levels.length) {
    for (const field of ['level', 'dimension', 'weight'] as const) {
      if (rule[field]) {
        add(field, `A set without levels has no ${field} in its rules.`);
      }
    }
    return;
  }
  const levels = set.levels.map(({ id }) => id).join(', ');
  if (!rule.level) {
    add('level', `“level” is missing; the levels are ${levels}.`);
  } else if (index < 0) {
    add('level', `There is no level “${rule.level}”; there are ${levels}.`);
  } else if (index === 0) {
    add(
      'level',
      `“${rule.level}” is the level where everything starts, so no rule can be asked for it.`,
    );
  }
  const dimensions = set.dimensions.map(({ id }) => id);
  if (dimensions.length && !dimensions.includes(rule.dimension ?? '')) {
    add('dimension', `The dimension must be one of ${dimensions.join(', ')}.`);
  }
  if (!dimensions.length && rule.dimension) {
    add('dimension', 'The set has no dimensions.');
  }
  if (rule.subject && rule.subject !== set.subject) {
    add('subject', 'In a set with levels, all rules are about its subject.');
  }
}

function checkSeverity(set: RuleSet, rule: Rule, add: Add) {
  const { severity } = rule;
  if (set.levels.length) {
    if (severity) {
      add('severity', 'Only a rule in a set without levels has a severity.');
    }
    return;
  }
  if (!severity) {
    add('severity', 'A rule in a set without levels needs a severity.');
  } else if (Array.isArray(severity)) {
    if (severity.at(-1)?.when) {
      add(
        'severity',
        'The last severity must be without “when”: it holds when no other does.',
      );
    }
    if (severity.slice(0, -1).some(({ when }) => !when)) {
      add('severity', 'Only the last severity can be without “when”.');
    }
  }
}

function checkSubstance(rule: Rule, add: Add) {
  const keys = rule.needs.map(need =>
    typeof need === 'string' ? need : need.key,
  );
  if (!rule.pass && !rule.ask && !rule.met) {
    add('pass', 'A rule needs “pass”, “ask” or “met”: what it is about.');
  }
  if (rule.ask?.key === WAIVERS) {
    add('ask', `Nobody can answer for “${WAIVERS}”.`);
  }
  if (
    rule.ask &&
    (rule.pass || rule.met) &&
    !rule.ask.key &&
    !keys.some(key => key !== WAIVERS)
  ) {
    add(
      'ask',
      'A question in a rule with “pass” or “met” answers an evidence key: name it in “needs” or as the question’s “key”.',
    );
  }
}

function reportRepeated(set: RuleSet, problems: RuleSetProblems) {
  for (const list of ['levels', 'dimensions', 'rules'] as const) {
    const seen = new Set<string>();
    set[list].forEach(({ id }, index) => {
      if (id && seen.has(id)) {
        problems.add(
          [list, index, 'id'],
          `There is another “${id}” before it.`,
        );
      }
      seen.add(id);
    });
  }
  const codes = new Set<string>();
  set.rules.forEach(({ code }, index) => {
    if (code && codes.has(code)) {
      problems.add(
        ['rules', index, 'code'],
        `The code “${code}” is taken by a rule before it.`,
      );
    }
    codes.add(code);
  });
}
