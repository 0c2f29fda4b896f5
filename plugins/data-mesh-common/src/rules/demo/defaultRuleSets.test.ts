import { checkCovers } from '../compile/checkCovers';
import { tellRuleSetProblem } from '../set/RuleSetProblem';
import { defaultRuleSet } from './__testUtils__/ruleSets';

const products = defaultRuleSet('data-product-maturity');
const domains = defaultRuleSet('domain-maturity');
const faults = defaultRuleSet('ownership-faults');

const { rules } = products.ruleSet;
const codeOf = (id: string) => rules.find(rule => rule.id === id)?.code;

function numbered(prefix: string, count: number, from = 1): string[] {
  return Array.from(
    { length: count },
    (_, index) => `${prefix}${index + from}`,
  );
}

describe('the rules of data products', () => {
  it.each([
    ['owned', 'must', 'O1 O3 O4 D1 V1 L1'],
    ['owned', 'should', 'D2'],
    ['usable', 'must', 'D3 A1 T1 D5 S1 S2 A3'],
    ['usable', 'should', 'D4 A2 O5 I1'],
    ['trusted', 'must', 'O2 T2 T3 T4 I2 S3 S4'],
    ['trusted', 'should', 'O6 T5 I3 L2 A4'],
    ['valued', 'must', 'V2 V3 V4 L3 L4'],
    ['valued', 'should', 'V5 V6 V7 L5'],
  ])('%s, %s: %s', (level, weight, expected) => {
    expect(
      rules
        .filter(rule => rule.level === level && rule.weight === weight)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(
      expected
        .split(' ')
        .map(name => `DP-${name}`)
        .sort(),
    );
  });

  it('wait for those that come first', () => {
    const chains = rules.flatMap(({ code, after }) =>
      after.map(id => `${codeOf(id)} ${code}`),
    );

    expect(chains.sort()).toEqual(
      [
        ['O1', 'O2 O6'],
        ['T1', 'D5 T2 T3 T4 T5 I2 A4'],
        ['S1', 'S4'],
        ['A1', 'A2 I1'],
        ['V1', 'V2 V4 V5 V6'],
      ]
        .flatMap(([first, then]) =>
          then.split(' ').map(name => `DP-${first} DP-${name}`),
        )
        .sort(),
    );
  });

  it('cover the faults that restate them', () => {
    const covers = Object.fromEntries(
      rules
        .filter(rule => rule.covers.length)
        .map(({ code, covers: of }) => [code, of.join(' ')]),
    );

    expect(covers).toEqual({
      'DP-O1': 'OF-01 OF-02',
      'DP-O2': 'OF-04 OF-05',
      'DP-O4': 'OF-06',
      'DP-O6': 'OF-03',
      'DP-T1': 'OF-15',
      'DP-V2': 'OF-10 OF-11',
      'DP-V3': 'OF-21',
      'DP-V4': 'OF-13',
      'DP-V6': 'OF-18',
      'DP-L3': 'OF-12',
      'DP-L4': 'OF-14',
    });
    expect(
      checkCovers([products, domains, faults]).map(tellRuleSetProblem),
    ).toEqual([]);
  });

  it.each([
    ['bootstrap', 'O1 D1 S1 S2'],
    ['scale', 'O1 D1 S1 S2 T1 T2 T4 T5'],
    ['sustain', 'O1 D1 S1 S2 T1 T2 T4 T5 L5 S4 T3'],
  ])('ask of everyone in the %s phase: %s', (phase, expected) => {
    const { value, phases } = products.ruleSet.parameters.essentialPolicies;

    expect(((phases[phase] ?? value) as string[]).map(codeOf)).toEqual(
      expected.split(' ').map(name => `DP-${name}`),
    );
  });
});

describe('the rules of domains', () => {
  it.each([
    ['ownership', 'O', [1, 1, 1, 2, 2, 3, 3, 4]],
    ['governance', 'G', [1, 2, 2, 3, 3, 4, 4]],
    ['autonomy', 'A', [1, 2, 2, 3, 3, 4]],
    ['value', 'V', [1, 2, 2, 3, 3, 4]],
    ['sustainability', 'S', [1, 2, 3, 3, 3, 4]],
    ['sharing', 'L', [1, 2, 2, 3, 3, 4]],
  ])('%s', (dimension, letter, levels) => {
    const ids = domains.ruleSet.levels.map(({ id }) => id);
    const found = domains.ruleSet.rules
      .filter(rule => rule.dimension === dimension)
      .map(({ code, level }) => [code, ids.indexOf(level ?? '')]);

    expect(found).toEqual(
      numbered(`DM-${letter}`, levels.length).map((code, index) => [
        code,
        levels[index],
      ]),
    );
  });

  it('ask what no record tells', () => {
    expect(
      domains.ruleSet.rules
        .filter(({ ask }) => ask)
        .map(({ code }) => code.slice('DM-'.length))
        .sort(),
    ).toEqual('A1 A2 A3 A4 A6 G2 G7 L1 L4 L6 O7 O8 V3'.split(' '));
  });
});

describe('the faults', () => {
  it('are all there, one of them off', () => {
    const codes = faults.ruleSet.rules.map(({ code }) => code);

    expect(codes).toEqual([...numbered('OF-0', 9), ...numbered('OF-', 15, 10)]);
    expect(
      faults.ruleSet.rules.filter(({ off }) => off).map(({ code }) => code),
    ).toEqual(['OF-22']);
  });

  it.each([
    ['high', 'OF-01 OF-02 OF-05 OF-06 OF-10'],
    ['low', 'OF-07 OF-18 OF-19'],
    [
      'medium',
      'OF-03 OF-08 OF-09 OF-11 OF-14 OF-15 OF-17 OF-20 OF-21 OF-22 OF-23 OF-24',
    ],
  ])('of %s severity', (severity, expected) => {
    expect(
      faults.ruleSet.rules
        .filter(rule => rule.severity === severity)
        .map(({ code }) => code)
        .join(' '),
    ).toBe(expected);
  });
});
