import { Parameters, FactScope } from '../cel/FactScope';
import { valueIn } from '../set/Parameter';
import { RuleSet } from '../set/RuleSet';
import { RuleSetDocument } from '../set/RuleSetDocument';
import { RuleSetProblem, RuleSetProblems } from '../set/RuleSetProblem';
import {
  CompiledParts,
  CompiledRuleSet,
  CompiledSubject,
} from './CompiledRuleSet';
import { RuleCompiler } from './RuleCompiler';
import { orderRules } from './orderRules';
import { Vocabulary } from './Vocabulary';

/**
 * Checks the expressions and references of a rule set and makes it ready to be
 * evaluated.
 *
 * @returns the compiled set, unless there are problems
 *
 * @public
 */
export function compileRuleSet(
  document: RuleSetDocument,
  vocabulary: Vocabulary,
): { ruleSet?: CompiledRuleSet; problems: RuleSetProblem[] } {
  const { ruleSet } = document;
  const problems = new RuleSetProblems(
    path => document.placeOf(path),
    index => ruleSet.rules[index]?.id,
  );
  const parts = compileParts(document, vocabulary, problems);
  return problems.list.length
    ? { problems: problems.list }
    : { ruleSet: CompiledRuleSet.of(parts), problems: [] };
}

function compileParts(
  { ruleSet, placeOf }: RuleSetDocument,
  vocabulary: Vocabulary,
  problems: RuleSetProblems,
): CompiledParts {
  const parts: CompiledParts = {
    ruleSet,
    placeOf,
    vocabulary,
    subjects: new Map(),
    targets: [],
    caps: [],
  };
  const parameters = parametersOf(ruleSet);
  const compilers = new Map<string, RuleCompiler>();
  const compilerOf = (subject: string) => {
    if (!Object.hasOwn(vocabulary.subjects, subject)) {
      return undefined;
    }
    let compiler = compilers.get(subject);
    if (!compiler) {
      const scope = new FactScope(vocabulary.subjects[subject], parameters);
      parts.subjects.set(subject, { scope, rules: [], order: [] });
      compiler = new RuleCompiler(
        ruleSet,
        scope,
        vocabulary.evidence,
        problems,
      );
      compilers.set(subject, compiler);
    }
    return compiler;
  };
  const unknownSubject = (subject: string) =>
    `There are no facts about a ${subject}; there are about ${Object.keys(
      vocabulary.subjects,
    ).join(', ')}.`;

  const compiler = compilerOf(ruleSet.subject);
  if (!compiler) {
    problems.add(['subject'], unknownSubject(ruleSet.subject));
    return parts;
  }
  ruleSet.rules.forEach((rule, index) => {
    const subject = rule.subject ?? ruleSet.subject;
    const compiled = compilerOf(subject)?.compile(rule, index);
    if (!compiled) {
      problems.add(['rules', index, 'subject'], unknownSubject(subject));
    } else if (!rule.off) {
      parts.subjects.get(subject)?.rules.push(compiled);
    }
  });
  parts.subjects.forEach(subject => order(subject, ruleSet, problems));

  const levelOf = (id: string) =>
    ruleSet.levels.findIndex(level => level.id === id);
  parts.targets = ruleSet.targets.map(({ when, level }, index) => ({
    when: compiler.condition(['targets', index, 'when'], when),
    level: level === undefined ? null : levelOf(level),
  }));
  parts.caps = ruleSet.caps.flatMap(({ when, level, reason }, index) => {
    const condition = compiler.condition(['caps', index, 'when'], when);
    return condition
      ? [{ when: condition, level: levelOf(level), reason }]
      : [];
  });
  return parts;
}

function order(
  subject: CompiledSubject,
  { rules }: RuleSet,
  problems: RuleSetProblems,
) {
  subject.order = orderRules(subject.rules, (rule, circle) =>
    problems.add(
      ['rules', rules.indexOf(rule.rule), rule.after.length ? 'after' : 'met'],
      `The rules wait for each other in a circle: ${circle.join(' → ')}.`,
    ),
  );
}

function parametersOf({ parameters, phase }: RuleSet): Parameters {
  const inPhase: Record<string, Parameters[string]> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    inPhase[name] = {
      type: parameter.type ?? 'string',
      value: valueIn(parameter, phase),
    };
  }
  return phase === undefined
    ? inPhase
    : { ...inPhase, phase: { type: 'string', value: phase } };
}
