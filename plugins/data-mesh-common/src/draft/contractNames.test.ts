import { contractIdOf, contractNameOf, contractNames } from './contractNames';
import { OutputPortDraft } from './DataProductDraft';

const VALID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function draft(
  name: string,
  ...ports: [name: string, version?: string, ref?: string][]
) {
  return {
    name,
    outputPorts: ports.map(
      ([port, version, ref]): OutputPortDraft => ({
        name: port,
        version,
        contract: { ref, objects: [] },
      }),
    ),
  };
}

describe('contractNameOf', () => {
  it.each([
    ['one port', draft('orders', ['sql']), ['orders-v1']],
    ['its major version', draft('orders', ['sql', '2.3.0']), ['orders-v2']],
    [
      'two versions of one port',
      draft('orders', ['sql', '1.0.0'], ['sql', '2.0.0']),
      ['orders-v1', 'orders-v2'],
    ],
    [
      'two versions that break nothing',
      draft('orders', ['sql', '1.0.0'], ['sql', '1.1.0']),
      ['orders-v1', 'orders-v1-2'],
    ],
    [
      'several ports',
      draft('orders', ['sql'], ['stream', '0.1.0']),
      ['orders-sql-v1', 'orders-stream-v0'],
    ],
    [
      'ports named after their product',
      draft('demand-forecast', ['forecast-sql'], ['demand-forecast-api']),
      ['demand-forecast-sql-v1', 'demand-forecast-api-v1'],
    ],
    [
      'ports that come to the same name',
      draft('orders', ['Orders SQL'], ['sql'], ['orders']),
      ['orders-sql-v1', 'orders-sql-2-v1', 'orders-v1'],
    ],
    [
      'names that no entity can have',
      draft('orders', ['データ'], ['Région & Ville']),
      ['orders-v1', 'orders-region-ville-v1'],
    ],
    [
      'a new version of a port that has a contract',
      draft(
        'orders',
        ['sql', '1.0.0', 'api:default/buying-v1'],
        ['sql', '2.0.0'],
      ),
      ['buying-v1', 'buying-v2'],
    ],
    [
      'ports that share a contract',
      draft('orders', ['a', '1', 'api:x/both-v1'], ['b', '1', 'api:x/both-v1']),
      ['both-v1', 'both-v1'],
    ],
    ['no name yet', draft('', ['sql']), ['contract-v1']],
  ])('%s', (_, answers, names) => {
    expect(
      answers.outputPorts.map((__, i) => contractNameOf(answers, i)),
    ).toEqual(names);
  });

  it('gives a port without a contract no name', () => {
    expect(
      contractNameOf({ name: 'orders', outputPorts: [{ name: 'sql' }] }, 0),
    ).toBeUndefined();
    expect(contractNameOf({}, 0)).toBeUndefined();
  });

  it('keeps long names apart, and short enough for the catalog', () => {
    const long = 'a'.repeat(62);
    const answers = draft('orders', [`${long}b`], [`${long}c`]);
    const names = answers.outputPorts.map((_, i) => contractNameOf(answers, i));

    expect(new Set(names).size).toBe(2);
    names.forEach(name => {
      expect(name).toMatch(VALID);
      expect(name?.length).toBeLessThanOrEqual(63);
    });
  });

  it('leaves names to the contracts that have them', () => {
    expect(
      contractNames(draft('orders', ['sql']), new Set(['orders-v1'])),
    ).toEqual(['orders-2-v1']);
  });
});

test.each([
  ['orders-v1', 'orders'],
  ['orders-sql-v12', 'orders-sql'],
  ['orders-v1-2', 'orders'],
  ['v1', 'v1'],
])('contractIdOf(%s)', (name, id) => {
  expect(contractIdOf(name)).toBe(id);
});
