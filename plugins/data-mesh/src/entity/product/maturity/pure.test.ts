import { ResultChange } from '@backstage-data-mesh/plugin-data-mesh-common';
import { link } from '../../../testing/products';
import { outlines, results } from '../../../testing/results';
import { levelHistory, levelIn } from './levelHistory';
import { byLevel, countByStatus, rulesWithResults } from './rulesToShow';
import { suppose } from './suppose';

const change = (fields: Partial<ResultChange>): ResultChange => ({
  id: '1',
  at: '2026-01-01T00:00:00Z',
  entity: link('dataproduct:default/a', 'A'),
  ruleSet: 'data-product-maturity',
  before: null,
  after: '1',
  cause: { kind: 'entity' },
  ...fields,
});

describe('levelHistory', () => {
  it('has the levels alone, the oldest first', () => {
    expect(
      levelHistory([
        change({ after: '3', at: '2026-03-01T00:00:00Z' }),
        change({ after: 'fail', rule: 'owner' }),
        change({ after: '2', dimension: 'ownership' }),
        change({ after: null }),
        change({ after: '1' }),
      ]),
    ).toEqual([
      { level: 1, at: '2026-01-01T00:00:00Z' },
      { level: 3, at: '2026-03-01T00:00:00Z' },
    ]);
    expect(levelIn('not a level')).toBeUndefined();
  });
});

describe('rulesToShow', () => {
  it('has rules with results, by level, open points last', () => {
    const known = results({ owner: 'fail', review: 'unknown' });
    const rules = rulesWithResults(outlines, known);
    expect(rules).toHaveLength(10);
    expect(countByStatus(rules)).toEqual({ fail: 1, unknown: 1, pass: 8 });
    expect(byLevel(rules).map(({ level }) => level)).toEqual([
      1,
      2,
      3,
      4,
      undefined,
    ]);
    expect(rulesWithResults([], known)).toEqual([]);
  });
});

describe('suppose', () => {
  const { items } = results(
    { contract: 'fail', fields: 'waiting', promises: 'unknown' },
    { level: 1 },
  );

  it('tells the level that fixes come to', () => {
    const outcome = (...fixed: string[]) =>
      suppose(outlines[0], items[0], fixed);
    expect(outcome()).toMatchObject({ now: 1, then: 1, isWaitingLeft: true });
    expect(outcome('contract').then).toBe(1);
    expect(outcome('contract', 'fields')).toMatchObject({
      then: 2,
      isWaitingLeft: false,
    });
    expect(outcome('contract', 'fields', 'promises').then).toBe(4);
  });

  it('stays below a cap', () => {
    const capped = { ...items[0], cap: { level: 2, reason: 'it is old' } };
    expect(
      suppose(outlines[0], capped, ['contract', 'fields', 'promises']).then,
    ).toBe(2);
  });
});
