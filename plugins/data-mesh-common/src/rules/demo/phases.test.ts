import { evaluate } from '../evaluate/evaluate';
import { factsOfDomain, factsOfProduct } from '../facts';
import {
  contextOf,
  domainContextOf,
  TODAY,
} from '../facts/__testUtils__/contexts';
import { defaultRuleSet } from './__testUtils__/ruleSets';

const delivered = new Set<string>();

describe('by phase', () => {
  const judge = (phase: string, lifecycle = 'production') =>
    evaluate(defaultRuleSet('data-product-maturity', { phase }), {
      facts: factsOfProduct(
        contextOf({ lifecycle, owner: 'group:default/bi' }),
      ),
      delivered,
      today: TODAY,
    });

  it.each([
    ['bootstrap', 'candidate', 0],
    ['bootstrap', 'experimental', 1],
    ['bootstrap', 'production', 2],
    ['scale', 'production', 3],
    ['sustain', 'production', 3],
    ['scale', 'deprecated', null],
    ['scale', 'retired', null],
  ])('%s asks of a product in %s level %s', (phase, lifecycle, target) => {
    expect(judge(phase, lifecycle).target).toBe(target);
  });

  it.each([
    ['bootstrap', 'not-applicable'],
    ['scale', 'fail'],
  ])('%s finds a central owner %s', (phase, status) => {
    const { results } = judge(phase);

    expect(results.find(({ code }) => code === 'DP-O2')?.status).toBe(status);
  });

  it('leaves keys alone while none are shared', () => {
    const { results } = judge('scale');

    expect(results.find(({ code }) => code === 'DP-I2')?.status).toBe(
      'not-applicable',
    );
  });

  it('is the bootstrap phase unless told otherwise', () => {
    expect(defaultRuleSet('data-product-maturity').ruleSet.phase).toBe(
      'bootstrap',
    );
  });
});

describe('OF-16', () => {
  const owner = { 'backstage-data-mesh.io/domain-owner': 'head' };
  const lead = { 'backstage-data-mesh.io/data-lead': 'ann' };

  it.each([
    ['nobody', {}, 'high'],
    ['a data lead alone', lead, 'high'],
    ['a domain owner alone', owner, 'medium'],
    ['both', { ...owner, ...lead }, undefined],
  ])('with %s', (_, annotations, severity) => {
    const { results } = evaluate(defaultRuleSet('ownership-faults'), {
      subject: 'Domain',
      facts: factsOfDomain(domainContextOf({ annotations })),
      delivered,
      today: TODAY,
    });

    expect(results.find(({ code }) => code === 'OF-16')?.severity).toBe(
      severity,
    );
  });
});
