import { readDbtRunResults } from './readDbtRunResults';

const file = (results: [string, string][]) =>
  JSON.stringify({
    metadata: {
      dbt_schema_version: 'https://schemas.getdbt.com/dbt/run-results/v6.json',
      dbt_version: '1.8.0',
      generated_at: '2026-02-27T03:10:00.123456Z',
      invocation_id: 'a',
      env: {},
    },
    results: results.map(([unique_id, status]) => ({
      unique_id,
      status,
      timing: [],
      thread_id: 'Thread-1',
      execution_time: 0.1,
      adapter_response: {},
      message: null,
      failures: null,
    })),
    elapsed_time: 1,
    args: {},
  });

describe('readDbtRunResults', () => {
  it('reads tests, and leaves out models and what was not run', () => {
    expect(
      readDbtRunResults(
        file([
          ['model.lab.orders', 'success'],
          ['test.lab.not_null_orders_id.1', 'pass'],
          ['test.lab.unique_orders_id.2', 'warn'],
          ['unit_test.lab.orders.sums', 'pass'],
          ['test.lab.accepted.3', 'skipped'],
          ['test.lab.fresh.4', 'fail'],
          ['test.lab.broken.5', 'error'],
        ]),
      ),
    ).toEqual({
      outcomes: [
        ['test.lab.not_null_orders_id.1', true],
        ['test.lab.unique_orders_id.2', true],
        ['unit_test.lab.orders.sums', true],
        ['test.lab.fresh.4', false],
        ['test.lab.broken.5', false],
      ].map(([about, passed]) => ({
        about,
        passed,
        observedAt: '2026-02-27T03:10:00.123456Z',
      })),
      problems: [],
    });
  });

  it.each([[[]], [[['model.lab.orders', 'error']]]])(
    'says when no test was run: %j',
    results => {
      expect(readDbtRunResults(file(results as [string, string][]))).toEqual({
        outcomes: [],
        problems: ['It holds the result of no test.'],
      });
    },
  );

  it.each([
    ['{', 'It is no JSON: '],
    ['[]', 'It is no run_results.json of dbt: '],
    ['{"metadata":{}}', 'metadata.generated_at: '],
    [file([]).replace('"results":[]', '"results":[{}]'), 'results.0.unique_id'],
  ])('refuses %s', (text, message) => {
    expect(() => readDbtRunResults(text)).toThrow(message);
  });
});
