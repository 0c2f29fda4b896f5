import { RuleResult } from '../../results';
import { runClause } from '../cel/Condition';
import { CompiledRule, CompiledRuleSet } from '../compile/CompiledRuleSet';
import { ParameterValue, valueIn } from '../set/Parameter';
import { EvaluationInput, evaluate } from './evaluate';
import { stateOfEvidence } from './evidence';

/**
 * How a rule came to its result on a subject: what it read, and what each part
 * of it comes to.
 *
 * @public
 */
export interface Explanation {
  result: RuleResult;
  /** The parts of `when` and `pass`; all of them have to hold. */
  parts: {
    of: 'when' | 'pass';
    /** As CEL. */
    text: string;
    outcome: 'true' | 'false' | 'unknown';
    /** What went wrong while it was run. */
    error?: string;
  }[];
  facts: {
    name: string;
    description: string;
    source: string;
    /** Null when it is not known. */
    value: unknown;
    /** Why a value that was given cannot be used. */
    refusal?: string;
  }[];
  parameters: { name: string; description: string; value: ParameterValue }[];
  evidence: {
    key: string;
    state: 'current' | 'outdated' | 'undated' | 'missing';
    /** The day it was observed. */
    observed?: string;
    /** The last day it holds. */
    until?: string;
    /** False when the key has never been delivered, for any subject. */
    delivered: boolean;
  }[];
}

/**
 * Explains one rule on one subject.
 *
 * @returns undefined when the set has no such rule about the kind of subject
 *
 * @public
 */
export function explain(
  ruleSet: CompiledRuleSet,
  ruleId: string,
  input: EvaluationInput,
): Explanation | undefined {
  const { scope, rules } = CompiledRuleSet.subjectOf(ruleSet, input.subject);
  const compiled = rules.find(({ rule }) => rule.id === ruleId);
  const result = evaluate(ruleSet, input).results.find(
    ({ rule }) => rule === ruleId,
  );
  if (!compiled || !result) {
    return undefined;
  }
  const context = scope.contextOf(input.facts);
  const { when, pass } = compiled;
  const clauses = [
    ...(when?.clauses ?? []).map(clause => ({ of: 'when' as const, clause })),
    ...(pass?.clauses ?? []).map(clause => ({ of: 'pass' as const, clause })),
  ];
  const names = clauses.flatMap(({ clause }) => clause.facts);
  const parameters = clauses.flatMap(({ clause }) => clause.parameters);
  return {
    result,
    parts: clauses.map(({ of, clause }) => {
      const outcome = runClause(clause, context);
      return typeof outcome === 'boolean'
        ? { of, text: clause.text, outcome: outcome ? 'true' : 'false' }
        : { of, text: clause.text, outcome: 'unknown', ...errorOf(outcome) };
    }),
    facts: [...new Set(names)].map(name => {
      const refusal = context.refusalOf(name);
      return {
        name,
        description: scope.fact(name)?.description ?? '',
        source: scope.fact(name)?.source ?? '',
        value: context.valueOf(name) ?? null,
        ...(refusal ? { refusal } : {}),
      };
    }),
    parameters: parametersOf(ruleSet, new Set(parameters)),
    evidence: evidenceOf(compiled, input),
  };
}

function errorOf({ error }: { error?: string }) {
  return error ? { error } : {};
}

function parametersOf(
  { ruleSet: { parameters, phase } }: CompiledRuleSet,
  names: ReadonlySet<string>,
): Explanation['parameters'] {
  return Object.entries(parameters)
    .filter(([name]) => names.has(name))
    .map(([name, parameter]) => ({
      name,
      description: parameter.description,
      value: valueIn(parameter, phase),
    }));
}

function evidenceOf(
  { needs, ask }: CompiledRule,
  { evidence = {}, delivered, today }: EvaluationInput,
): Explanation['evidence'] {
  const isAsked = ask && !needs.some(({ key }) => key === ask.key);
  return (isAsked ? [...needs, ask] : needs).map(({ key, days }) => {
    const own = Object.hasOwn(evidence, key) ? evidence[key] : undefined;
    return {
      key,
      ...stateOfEvidence(own, days, today),
      delivered: delivered.has(key),
    };
  });
}
