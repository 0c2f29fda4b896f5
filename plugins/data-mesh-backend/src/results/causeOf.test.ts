import { RuleStatus } from '@backstage-data-mesh/plugin-data-mesh-common';
import { RuleReads } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { causeOf, ToldCause } from './causeOf';
import { Inputs } from './inputs';

const base: Inputs = {
  ruleSet: 'set',
  entity: 'file',
  contracts: { 'api:default/a': 'a', 'api:default/b': 'b' },
  evidence: {
    'promises.kept': ['yes', 'push', 'pipeline'],
    'review.heldAt': ['day', 'portal', 'user:default/ann'],
  },
  waivers: { other: 'w' },
  goals: { 'I-1': 'a', 'dataproduct:default/p': 'b' },
  related: 'around',
};
const promises: RuleReads = {
  keys: ['promises.kept'],
  sources: ['evidence'],
  rules: ['before'],
};
const fields: RuleReads = { keys: [], sources: ['contract'], rules: [] };
const owner: RuleReads = { keys: [], sources: ['catalog'], rules: [] };

const purpose: RuleReads = {
  keys: [],
  sources: ['catalog file', 'goals'],
  rules: [],
};

const newPromise: Partial<Inputs> = {
  evidence: { ...base.evidence, 'promises.kept': ['no', 'push', 'pipeline'] },
};
const newAnswer: Partial<Inputs> = {
  evidence: {
    ...base.evidence,
    'promises.kept': ['yes', 'portal', 'user:default/bo'],
  },
};
const newContract: Partial<Inputs> = {
  contracts: { ...base.contracts, 'api:default/b': 'b2' },
};
const everything: Partial<Inputs> = {
  ...newPromise,
  ...newContract,
  ruleSet: 'other',
  entity: 'other',
  related: 'other',
  waivers: { rule: 'w' },
};

describe('causeOf', () => {
  it.each<[string, RuleReads, Partial<Inputs>, ToldCause]>([
    ['nothing but the day', owner, {}, { kind: 'time' }],
    ['a waiver of the rule', promises, everything, { kind: 'waiver' }],
    [
      'a waiver of a rule that it reads',
      promises,
      { waivers: { ...base.waivers, before: 'w' } },
      { kind: 'waiver' },
    ],
    [
      'a waiver of another rule, and a file',
      owner,
      { waivers: {}, entity: 'other' },
      { kind: 'entity', entity: 'dataproduct:default/p' },
    ],
    [
      'a waiver of another rule only',
      owner,
      { waivers: {} },
      { kind: 'waiver' },
    ],
    [
      'other rules',
      promises,
      { ...everything, waivers: base.waivers },
      { kind: 'rule-set' },
    ],
    [
      'evidence that it needs, with all else',
      promises,
      { ...everything, waivers: base.waivers, ruleSet: 'set' },
      { kind: 'evidence', key: 'promises.kept', source: 'pipeline' },
    ],
    [
      'an answer',
      promises,
      newAnswer,
      { kind: 'answer', key: 'promises.kept', by: 'user:default/bo' },
    ],
    [
      'evidence that is gone',
      promises,
      { evidence: {} },
      { kind: 'evidence', key: 'promises.kept' },
    ],
    [
      'a contract that it reads, and a file',
      fields,
      { ...newContract, entity: 'other', ...newPromise },
      { kind: 'contract', entity: 'api:default/b' },
    ],
    [
      'a contract that it does not read, and a file',
      owner,
      { ...newContract, entity: 'other' },
      { kind: 'entity', entity: 'dataproduct:default/p' },
    ],
    [
      'a contract only',
      owner,
      { ...newContract, related: 'other' },
      { kind: 'contract', entity: 'api:default/b' },
    ],
    [
      'a contract that is gone',
      fields,
      { contracts: { 'api:default/b': 'b' } },
      { kind: 'contract', entity: 'api:default/a' },
    ],
    [
      'its file, and evidence that it does not need',
      owner,
      { entity: 'other', ...newPromise },
      { kind: 'entity', entity: 'dataproduct:default/p' },
    ],
    [
      'evidence that only its facts tell',
      owner,
      { ...newPromise, related: 'other' },
      { kind: 'evidence', key: 'promises.kept', source: 'pipeline' },
    ],
    [
      'goals that it reads, with a file',
      purpose,
      { goals: { ...base.goals, 'I-1': 'a2' }, entity: 'other' },
      { kind: 'goals' },
    ],
    [
      'goals that another file names',
      purpose,
      { goals: { ...base.goals, 'I-2': 'c' }, entity: 'other' },
      { kind: 'entity', entity: 'dataproduct:default/p' },
    ],
    [
      'goals that are named no more',
      purpose,
      { goals: { 'dataproduct:default/p': 'b' }, related: 'other' },
      { kind: 'entity' },
    ],
    [
      'goals that it does not read',
      owner,
      { goals: { 'I-1': 'a2' } },
      { kind: 'time' },
    ],
    [
      'goals that a rule it reads may read',
      promises,
      { goals: { 'I-1': 'a2' } },
      { kind: 'goals' },
    ],
    [
      'goals that were not looked at before',
      purpose,
      { goals: undefined },
      { kind: 'time' },
    ],
    ['an entity around it', owner, { related: 'other' }, { kind: 'entity' }],
    [
      'evidence about its products',
      owner,
      { below: 'b' },
      { kind: 'evidence' },
    ],
  ])('%s', (_, reads, after, cause) => {
    expect(
      causeOf({
        subject: 'dataproduct:default/p',
        before: base,
        after: { ...base, ...after },
        rule: 'rule',
        reads,
      }),
    ).toEqual(cause);
  });

  const withStatus = (
    statusBefore: RuleStatus,
    statusAfter: RuleStatus,
    reads = promises,
  ) =>
    causeOf({
      subject: 'dataproduct:default/p',
      before: base,
      after: base,
      rule: 'rule',
      reads,
      statusBefore,
      statusAfter,
    });

  it('knows what was said once more, and what only grew old', () => {
    expect(withStatus('unknown', 'pass')).toEqual({
      kind: 'evidence',
      key: 'promises.kept',
      source: 'pipeline',
    });
    expect(withStatus('pass', 'unknown')).toEqual({ kind: 'time' });
    expect(withStatus('unknown', 'fail', owner)).toEqual({ kind: 'time' });
  });

  it('knows that a key was delivered for somebody else', () => {
    const reads = { ...promises, keys: ['quality.passed'] };
    expect(withStatus('not-measured', 'unknown', reads)).toEqual({
      kind: 'evidence',
      key: 'quality.passed',
    });
  });

  it('tells of a domain what changed its products', () => {
    const inherited: ToldCause = {
      kind: 'answer',
      key: 'promises.kept',
      entity: 'dataproduct:default/p',
    };
    const change = { subject: 'domain:default/d', before: base, inherited };
    expect(
      causeOf({ ...change, after: { ...base, related: 'other' } }),
    ).toEqual(inherited);
    expect(causeOf({ ...change, after: { ...base, entity: 'own' } })).toEqual({
      kind: 'entity',
      entity: 'domain:default/d',
    });
  });

  it('finds the cause of the whole', () => {
    const ofAll = (after: Partial<Inputs>) =>
      causeOf({
        subject: 'dataproduct:default/p',
        before: base,
        after: { ...base, ...after },
      }).kind;
    expect(ofAll({ waivers: {} })).toBe('waiver');
    expect(ofAll(newContract)).toBe('contract');
    expect(ofAll(newAnswer)).toBe('answer');
    expect(ofAll({ entity: 'other' })).toBe('entity');
    expect(ofAll({ goals: { 'I-1': 'a2' } })).toBe('goals');
    expect(ofAll({})).toBe('time');
  });
});
