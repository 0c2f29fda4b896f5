import { DataProductEntityV1alpha1, warningsOf } from '../kind';
import { isUnmet } from '../results';
import { DemoMesh, sharedKeys } from '../rules/demo/__testUtils__/DemoMesh';
import { evaluateDemo } from '../rules/demo/__testUtils__/evaluateDemo';
import { refOf } from '../rules/demo/__testUtils__/readDemo';
import { defaultRuleSet } from '../rules/demo/__testUtils__/ruleSets';
import { outlineOf } from '../rules/evaluate/outlineOf';
import { toDoList } from './toDoList';

const demo = new DemoMesh();
const { products, domains } = evaluateDemo(demo);
const scale = { phase: 'scale' };
const { today } = demo.mesh;
const ownership = defaultRuleSet('ownership-faults', scale);
const outlines = [
  outlineOf(
    defaultRuleSet('data-product-maturity', {
      ...scale,
      parameters: { sharedKeys },
    }),
    today,
  ),
  outlineOf(ownership, today),
];
const domainOutlines = [
  outlineOf(defaultRuleSet('domain-maturity', scale), today),
  outlineOf(ownership, today, 'Domain'),
];

function listOf(ref: string) {
  const { maturity, faults } = products.get(ref)!;
  const entity = demo.entities.find(one => refOf(one) === ref)!;
  return toDoList({
    outlines,
    results: [maturity, faults],
    warnings: warningsOf(entity as DataProductEntityV1alpha1),
    entity,
  });
}

const codes = ({ entries }: ReturnType<typeof listOf>) =>
  entries.map(({ rule, warnings }) => rule?.code ?? warnings[0].code);

describe('the to-do lists of the demo', () => {
  it('have as many things to do as there are causes', () => {
    const list = (name: string) => codes(listOf(`dataproduct:default/${name}`));

    // 26 unmet rules and 7 open points
    expect(list('regional-sales-extract')).toEqual([
      'DP-O1',
      'DP-D1',
      'DP-O4',
      'DP-T1',
      'DP-S1',
      'DP-S2',
      'DP-D3',
      'DP-A3',
      'DP-D4',
      'DP-I3',
      'OF-20',
      'DP-L3',
      'DP-V3',
      'DP-L4',
      'DP-V6',
      'DP-L5',
    ]);
    // 18 unmet rules and 4 open points
    expect(list('customer-accounts')).toEqual([
      'DP-O1',
      'DP-T1',
      'DP-D3',
      'DP-I3',
      'DP-L3',
      'DP-L4',
      'DP-V3',
      'DP-L5',
    ]);
    // 13 unmet rules and an open point
    expect(list('cold-chain-excursions')).toEqual([
      'DP-T1',
      'DP-S2',
      'DP-A2',
      'DP-I3',
      'DP-V6',
    ]);
    expect(list('lab-orders')).toEqual([]);
  });

  it.each([...products.keys()])('%s: nothing is lost', ref => {
    const { maturity, faults } = products.get(ref)!;
    const { entries, setAside } = listOf(ref);
    const told = new Set([
      ...entries.map(({ rule }) => rule?.code),
      ...[...entries, ...setAside].flatMap(entry =>
        entry.faults.map(({ rule }) => rule.code),
      ),
    ]);
    const left = [...maturity.results, ...faults.results].filter(
      ({ status, code }) =>
        isUnmet(status) && status !== 'waiting' && !told.has(code),
    );
    expect(left).toEqual([]);
    // Each thing once
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it.each([...domains.keys()])('%s: each open point is told once', ref => {
    const { maturity, faults } = domains.get(ref)!;
    const { entries } = toDoList({
      outlines: domainOutlines,
      results: [maturity, faults],
    });
    expect(entries.filter(({ kind }) => kind === 'fault')).toEqual([]);
    const unmet = maturity.results.filter(
      ({ status }) => isUnmet(status) && status !== 'waiting',
    );
    expect(entries).toHaveLength(unmet.length);
  });

  it('gives what to write, with what the file has', () => {
    const list = listOf('dataproduct:default/regional-sales-extract');
    const yamlOf = (code: string) =>
      list.entries.find(({ rule }) => rule?.code === code)?.yaml;
    expect(yamlOf('DP-S1')).toBe('spec:\n  classification: internal');
    expect(yamlOf('DP-T1')).toBe(
      [
        'spec:',
        '  outputPorts:',
        '    - name: extract-file',
        '      contract:',
        '        ref: api:default/regional-sales-extract-v1',
      ].join('\n'),
    );
  });
});
