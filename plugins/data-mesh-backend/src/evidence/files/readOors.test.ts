import { readOors } from './readOors';

const document = (more: string, results = ['pass']) => `
apiVersion: v0.8.1
kind: ObservabilityResults
id: 9f1c8a52
observedAt: "2026-01-15T09:30:00Z"
source: { process: nightly }
contract: { contractId: orders-v1 }
${more}
results:
${results
  .map(
    (status, i) =>
      `  - { id: r${i}, type: check, name: r${i}, status: ${status}, dimension: d${i} }`,
  )
  .join('\n')}
`;
const outcome = (passed: boolean) => ({
  about: 'orders-v1',
  passed,
  observedAt: '2026-01-15T09:30:00Z',
});

describe('readOors', () => {
  it.each<[string, string, string[], boolean]>([
    ['what passed', '', ['pass', 'warn', 'skip', 'unknown'], true],
    ['one that failed', '', ['pass', 'fail'], false],
    ['an error', '', ['error', 'pass'], false],
    ['the status of the whole', 'status: fail', ['pass'], false],
    ['a run that is complete', 'run: { state: completed }', ['pass'], true],
    [
      'a failure before a run broke off',
      'run: { state: failed }',
      ['fail'],
      false,
    ],
  ])('reads %s', (_, more, results, passed) => {
    expect(readOors(document(more, results))).toEqual({
      outcomes: [outcome(passed)],
      problems: [],
    });
  });

  it('counts only the dimensions that are asked for', () => {
    const text = document('status: fail', ['pass', 'fail']);
    expect(readOors(text, ['d0']).outcomes).toEqual([outcome(true)]);
    expect(readOors(text, ['d1']).outcomes).toEqual([outcome(false)]);
    expect(readOors(text, ['d2'])).toEqual({
      outcomes: [],
      problems: ['Document 1: no result in it passed or failed.'],
    });
  });

  it('waits for a run that is still going', () => {
    expect(readOors(document('run: { state: running }'))).toEqual({
      outcomes: [],
      problems: [],
    });
  });

  it('reads several documents, each by itself', () => {
    const text = [
      document(''),
      'kind: Other',
      document('run: { state: aborted }'),
      document('', ['skip']),
      document('', ['fail']),
    ].join('\n---\n');
    expect(readOors(text)).toEqual({
      outcomes: [outcome(true), outcome(false)],
      problems: [
        expect.stringMatching(/^Document 2: kind: /),
        'Document 3: the run ended as “aborted” before its results were complete.',
        'Document 4: no result in it passed or failed.',
      ],
    });
  });

  it('reads JSON, one document or a list', () => {
    const one = {
      kind: 'ObservabilityResults',
      observedAt: '2026-01-15T09:30:00Z',
      contract: { contractId: 'orders-v1' },
      results: [{ status: 'pass' }],
    };
    expect(readOors(JSON.stringify(one)).outcomes).toEqual([outcome(true)]);
    expect(readOors(JSON.stringify([one, one])).outcomes).toHaveLength(2);
  });

  it('leaves out what is no YAML, and what unfolds without end', () => {
    expect(readOors(`a: [\n---\n${document('')}`)).toEqual({
      outcomes: [outcome(true)],
      problems: [expect.stringMatching(/^Document 1: it is no YAML: /)],
    });
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((name, i) => {
        const before = 'abcdefgh'[i];
        return `${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`;
      }),
    ].join('\n');
    expect(readOors(bomb).problems).toEqual([
      expect.stringMatching(/^Document 1: .*alias/),
    ]);
  });
});
