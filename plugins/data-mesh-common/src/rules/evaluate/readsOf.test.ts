import { defaultRuleSet } from '../demo/__testUtils__/ruleSets';
import { readsOf } from './readsOf';

describe('readsOf', () => {
  const ruleSet = defaultRuleSet('data-product-maturity');
  const reads = readsOf(ruleSet);
  const of = (code: string) =>
    reads.get(ruleSet.ruleSet.rules.find(rule => rule.code === code)?.id ?? '');

  it('tells what each rule is judged by', () => {
    expect(reads.size).toBe(39);
    expect(of('DP-D5')).toMatchObject({ sources: ['contract'], keys: [] });
    expect(of('DP-T3')?.keys).toEqual(['promises.kept']);
    expect(of('DP-V7')?.keys).toEqual(['answer.stands-alone']);
    expect(of('DP-S3')?.rules).toContain('owner-is-a-live-team');
    expect(of('DP-O1')?.sources).toContain('catalog');
  });

  it('is told for each kind of subject', () => {
    const ownership = defaultRuleSet('ownership-faults');
    const ids = (subject?: string) => [...readsOf(ownership, subject).keys()];
    expect(ids()).toContain('orphan');
    expect(ids('Domain')).not.toContain('orphan');
    expect(() => readsOf(ownership, 'Group')).toThrow('no rules about a Group');
  });
});
