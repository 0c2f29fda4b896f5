import { readContractSource } from './readContractSource';
import { IsolatedError, runIsolated } from './runIsolated';

jest.setTimeout(60_000);

/** Runs something and tells for how long nothing else could run, in ms. */
async function longestBlock<T>(run: () => Promise<T>) {
  let last = performance.now();
  let blocked = 0;
  const tick = () => {
    const now = performance.now();
    blocked = Math.max(blocked, now - last);
    last = now;
  };
  const timer = setInterval(tick, 1);
  const result = await run();
  tick();
  clearInterval(timer);
  return { result, blocked };
}

it('returns what the script returns', async () => {
  expect(await runIsolated('return input.map(n => n + 1)', [1, 2])).toEqual([
    2, 3,
  ]);
});

it('stops a script that never ends, and lets others go on meanwhile', async () => {
  const { result, blocked } = await longestBlock(() =>
    runIsolated('for (;;) {}', undefined, { seconds: 2 }).catch(error => error),
  );
  expect(result).toEqual(
    new IsolatedError(
      'It takes longer than 2 seconds to read. Try a smaller part.',
    ),
  );
  expect(blocked).toBeLessThan(1500);
});

it.each([
  ['throws', 'throw new Error("no")', /broke off \(Error: no\)/],
  [
    'takes too much memory',
    'const all = []; for (;;) { all.push(new Array(1e5).fill({})); }',
    /broke off \(.*memory/i,
  ],
  ['goes too deep', 'const f = () => f() + 1; return f();', /call stack/],
  ['leaves', 'process.exit(0)', /broke off/],
])('survives a script that %s', async (_, script, message) => {
  await expect(runIsolated(script, undefined)).rejects.toThrow(message);
});

it('lets a few run, others wait, and sends the rest away', async () => {
  const all = await Promise.allSettled(
    Array.from({ length: 30 }, (_, n) =>
      runIsolated('return input', n, { seconds: 20 }),
    ),
  );
  const refused = all.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(8);
  expect(refused[0]).toMatchObject({
    reason: { message: expect.stringMatching(/^Too many texts/) },
  });
  // The turns are given back.
  expect(await runIsolated('return 1', undefined)).toBe(1);
});

const LENGTH = 200_000;
const fill = (text: string) =>
  text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);

describe('texts that are made to keep a parser busy', () => {
  it.each<['sql' | 'csv' | 'json' | 'dbt', string, string]>([
    ['sql', 'open brackets', fill('(')],
    ['sql', 'square brackets', fill('[a')],
    ['sql', 'angle brackets', `CREATE TABLE t (a ${fill('array<')}`],
    ['sql', 'quotes', fill(`'"\``)],
    ['sql', 'backslashes', `'${fill("\\'")}`],
    ['sql', 'no end of dots', `CREATE TABLE ${fill('a.')}`],
    ['sql', 'words on one line', fill('a ')],
    ['sql', 'many statements', fill('CREATE TABLE t (a int, b text);')],
    ['sql', 'many columns', `CREATE TABLE t (${fill('a int,')}`],
    [
      'sql',
      'nested calls, which take the parser exponentially long',
      `CREATE TABLE t (a int default ${'f('.repeat(30)}1${')'.repeat(30)})`,
    ],
    [
      'sql',
      'repeated words, which take it exponentially long, too',
      `CREATE TABLE t (a int default ${'interval '.repeat(50)} 1)`,
    ],
    ['csv', 'delimiters', fill(',')],
    ['csv', 'quotes', fill('"a"b')],
    ['json', 'open brackets', fill('[')],
    ['json', 'deep objects', fill('{"a":')],
    ['dbt', 'question marks', fill('? ')],
    ['dbt', 'open brackets', fill('[')],
    [
      'dbt',
      'aliases of aliases',
      [
        'a: &a [x, x]',
        ...'bcdefghi'
          .split('')
          .map(
            (name, at) =>
              `${name}: &${name} [${Array(9)
                .fill(`*${'abcdefghi'[at]}`)
                .join()}]`,
          ),
      ].join('\n'),
    ],
  ])('%s: %s', async (format, _, text) => {
    const { result, blocked } = await longestBlock(() =>
      readContractSource({ format, text: text.slice(0, LENGTH) }),
    );
    expect(result.notRead.length + result.objects.length).toBeGreaterThan(0);
    expect(blocked).toBeLessThan(3000);
  });

  it('says that a text takes too long', async () => {
    const { notRead } = await readContractSource({
      format: 'sql',
      dialect: 'MySQL',
      text: `CREATE TABLE t (a int default ${'interval '.repeat(50)} 1)`,
    });
    expect(notRead).toEqual([
      {
        message:
          'The text could not be read. It takes longer than 5 seconds to read. Try a smaller part.',
      },
    ]);
  });
});
