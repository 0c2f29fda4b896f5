import { stringify } from 'yaml';
import { Vocabulary } from '../compile/Vocabulary';
import { CompiledRuleSet } from '../compile/CompiledRuleSet';
import { loadRuleSet } from '../compile/loadRuleSet';
import { EvaluationInput, evaluate } from '../evaluate/evaluate';
import { declareFacts, fact } from '../facts/declareFacts';
import { RuleSetOverride } from '../set/overrideRuleSet';
import { tellRuleSetProblem } from '../set/RuleSetProblem';

export const TODAY = '2026-03-01';

const flag = (description: string) =>
  fact({ type: 'bool', description, source: 'catalog', example: true });

/** A few facts of each type. */
export const productFacts = declareFacts({
  'product.lifecycle': fact({
    type: 'string',
    description: 'Lifecycle',
    source: 'catalog',
    example: 'production',
  }),
  'product.purpose': fact({
    type: 'string',
    description: 'Purpose',
    source: 'catalog',
    example: 'What it offers, to whom',
  }),
  'product.tags': fact({
    type: 'list<string>',
    description: 'Tags',
    source: 'catalog',
    example: ['lab'],
  }),
  'product.deep.ports': fact({
    type: 'int',
    description: 'Output ports',
    source: 'catalog',
    example: 2,
  }),
  'contract.described': fact({
    type: 'double',
    description: 'Share of the fields that are described',
    source: 'contract',
    example: 0.8,
    unit: 'share',
  }),
  'review.age': fact({
    type: 'int',
    description: 'Last review',
    source: 'reviews',
    example: 12,
    unit: 'days ago',
  }),
  'is.a': flag('A holds'),
  'is.b': flag('B holds'),
  'is.c': flag('C holds'),
  'is.d': flag('D holds'),
  'is.e': flag('E holds'),
  'is.f': flag('F holds'),
});

export const vocabulary: Vocabulary = {
  subjects: {
    DataProduct: productFacts,
    Domain: declareFacts({ 'domain.led': flag('It is led') }),
  },
  evidence: {
    'slo.kept': { title: 'Promises kept' },
    'usage.lastUsedAt': { validDays: 30 },
    'funding.known': {
      ask: { text: 'Is its running paid for?', who: ['product-owner'] },
    },
  },
};

type Raw = Record<string, unknown>;

/** A rule on the first level that can be missed, with the texts filled in. */
export function rule(id: string, fields: Raw = {}): Raw {
  return {
    id,
    code: `C-${id}`,
    level: 'one',
    title: `Title of ${id}`,
    why: 'Why it matters.',
    fix: 'How to mend it.',
    ...fields,
  };
}

/** A fault, with the texts filled in. */
export function fault(id: string, fields: Raw = {}): Raw {
  return { ...rule(id, fields), level: undefined };
}

/** A set with the levels zero to four. */
export function setOf(rules: Raw[], head: Raw = {}): string {
  return stringify({
    kind: 'RuleSet',
    id: 'sample',
    version: 1,
    subject: 'DataProduct',
    levels: ['zero', 'one', 'two', 'three', 'four'].map(id => ({
      id,
      title: id,
    })),
    ...head,
    rules,
  });
}

export function load(
  text: string,
  override?: RuleSetOverride,
): CompiledRuleSet {
  const { ruleSet, problems } = loadRuleSet(text, {
    file: 'sample.yaml',
    vocabulary,
    override,
  });
  if (!ruleSet) {
    throw new Error(problems.map(tellRuleSetProblem).join('\n'));
  }
  return ruleSet;
}

/** The problems of a set on one line each. */
export function problemsOf(text: string, override?: RuleSetOverride): string[] {
  return loadRuleSet(text, {
    file: 'sample.yaml',
    vocabulary,
    override,
  }).problems.map(tellRuleSetProblem);
}

export function inputOf(input: Partial<EvaluationInput> = {}): EvaluationInput {
  return { facts: {}, delivered: new Set(), today: TODAY, ...input };
}

/** The results of a set by rule. */
export function resultsOf(
  set: CompiledRuleSet | string,
  input: Partial<EvaluationInput> = {},
) {
  const compiled = typeof set === 'string' ? load(set) : set;
  const { results } = evaluate(compiled, inputOf(input));
  return Object.fromEntries(results.map(result => [result.rule, result]));
}

export function statusesOf(
  set: CompiledRuleSet | string,
  input: Partial<EvaluationInput> = {},
) {
  return Object.fromEntries(
    Object.entries(resultsOf(set, input)).map(([id, { status }]) => [
      id,
      status,
    ]),
  );
}
