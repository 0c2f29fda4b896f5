import { ifFixed } from './ifFixed';
import { LevelRule, levelOf } from './levelOf';
import { RuleStatus, isMet, isUnmet, ruleStatuses } from './statuses';

const levels = ['zero', 'one', 'two'].map(id => ({ id, title: id }));
const promotion = { must: 1, should: 0.6, shouldFrom: 2 };

function must(id: string, fields: Partial<LevelRule> = {}): LevelRule {
  return { id, weight: 'must', level: 1, counted: true, ...fields };
}

describe('statuses', () => {
  it.each<[RuleStatus, boolean, boolean]>([
    ['pass', true, false],
    ['fail', false, true],
    ['unknown', false, true],
    ['waiting', false, true],
    ['waived', true, false],
    ['not-applicable', false, false],
    ['not-measured', false, false],
  ])('%s: met %s, unmet %s', (status, met, unmet) => {
    expect([isMet(status), isUnmet(status)]).toEqual([met, unmet]);
  });

  it('are seven', () => {
    expect(ruleStatuses).toHaveLength(7);
  });
});

describe('levelOf', () => {
  const outline = {
    levels,
    dimensions: [],
    promotion,
    rules: [must('a'), must('b', { level: 2 })],
  };

  it.each<[RuleStatus, number]>([
    ['pass', 1],
    ['waived', 1],
    ['not-applicable', 1],
    ['not-measured', 1],
    ['fail', 0],
    ['unknown', 0],
    ['waiting', 0],
  ])('with %s', (status, level) => {
    expect(levelOf(outline, { a: status, b: 'fail' })).toEqual({ level });
  });

  it('takes a rule without a status for unmet', () => {
    expect(levelOf(outline, { b: 'pass' })).toEqual({ level: 0 });
    const rules = [must('constructor')];
    expect(levelOf({ ...outline, rules }, {})).toEqual({ level: 0 });
  });

  it('is held down by a cap and never lifted', () => {
    const statuses: Record<string, RuleStatus> = { a: 'pass', b: 'pass' };
    expect(levelOf(outline, statuses)).toEqual({ level: 2 });
    expect(levelOf(outline, statuses, 1)).toEqual({ level: 1 });
    expect(levelOf(outline, { ...statuses, a: 'fail' }, 1)).toEqual({
      level: 0,
    });
  });

  it('leaves out what is not counted', () => {
    const rules = [must('a', { counted: false }), must('b', { level: 2 })];
    expect(levelOf({ ...outline, rules }, { a: 'fail', b: 'fail' })).toEqual({
      level: 1,
    });
  });

  it('has one per dimension, or none for faults', () => {
    const rules = [
      must('a', { dimension: 'x' }),
      must('b', { dimension: 'y' }),
    ];
    const dimensions = ['x', 'y', 'z'].map(id => ({ id, title: id }));
    expect(
      levelOf({ ...outline, rules, dimensions }, { a: 'pass', b: 'fail' }),
    ).toEqual({ dimensions: { x: 2, y: 0, z: 2 } });
    expect(levelOf({ ...outline, levels: [] }, { a: 'fail' })).toEqual({});
  });
});

describe('ifFixed', () => {
  const reads = (id: string, met: string[], metAlone = true) => ({
    id,
    met,
    metAlone,
    counted: true,
  });
  const outline = {
    rules: [
      reads('policies', ['inner', 'c']),
      reads('inner', ['a', 'b']),
      reads('own', ['a'], false),
      ...['a', 'b', 'c', 'd', 'e'].map(id => reads(id, [], false)),
    ],
  };
  const statuses: Record<string, RuleStatus> = {
    policies: 'waiting',
    inner: 'waiting',
    own: 'waiting',
    a: 'fail',
    b: 'unknown',
    c: 'waived',
    d: 'not-applicable',
    e: 'waiting',
  };

  it('lets pass what is fixed, and what reads nothing else', () => {
    expect(ifFixed(outline, statuses, ['a', 'b', 'd', 'none'])).toEqual({
      ...statuses,
      a: 'pass',
      b: 'pass',
      inner: 'pass',
      policies: 'pass',
    });
  });

  it('leaves what is still held up', () => {
    expect(ifFixed(outline, statuses, ['a'])).toEqual({
      ...statuses,
      a: 'pass',
    });
    expect(ifFixed(outline, statuses, [])).toEqual(statuses);
  });
});
