import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tarballProblems } from './tarball.mjs';

/** A package as it should be, with changes. */
function problemsOf({ source = {}, packed = {}, files = {}, ...rest } = {}) {
  const content = {
    'README.md': '# x',
    'package.json': '{}',
    'config.schema.json': '{ "properties": { "a": {} } }',
    'dist/index.cjs.js': '',
    'dist/index.d.ts': 'export declare const x: 1;',
    'migrations/1.js': '',
    ...files,
  };
  return tarballProblems({
    source: {
      backstage: { role: 'backend-plugin' },
      configSchema: 'config.d.ts',
      exports: {
        '.': './src/index.ts',
        './package.json': './package.json',
      },
      ...source,
    },
    data: ['migrations/1.js'],
    packed: {
      license: 'Apache-2.0',
      main: './dist/index.cjs.js',
      types: './dist/index.d.ts',
      configSchema: 'config.schema.json',
      backstage: { features: { '.': '@backstage/BackendFeature' } },
      exports: {
        '.': {
          backstage: '@backstage/BackendFeature',
          require: './dist/index.cjs.js',
          types: './dist/index.d.ts',
        },
        './package.json': './package.json',
      },
      dependencies: { '@us/common': '^1.2.0', other: '^4.0.0' },
      ...packed,
    },
    files: Object.keys(content).filter(name => content[name] !== undefined),
    read: path => content[path],
    versions: { '@us/common': '1.2.0' },
    ...rest,
  });
}

test('a package as it should be has no problems', () => {
  assert.deepEqual(problemsOf(), []);
});

for (const file of [
  'dist/a.test.cjs.js',
  'dist/__testUtils__/a.cjs.js',
  'dist/testing/a.esm.js',
  'src/index.ts',
  'dev/index.tsx',
  'config.d.ts',
  'report-alpha.api.md',
]) {
  test(`names what is not for others: ${file}`, () => {
    assert.deepEqual(problemsOf({ files: { [file]: '' } }), [
      `${file} is not for others`,
    ]);
  });
}

const twoExports = { '.': './src/index.ts', './legacy': './src/legacy.ts' };
for (const [what, change, problem] of [
  ['README', { files: { 'README.md': undefined } }, /README\.md is missing/],
  ['licence', { packed: { license: undefined } }, /names no licence/],
  [
    'an export',
    { source: { exports: twoExports } },
    /export \.\/legacy has no types/,
  ],
  [
    'a built file',
    { files: { 'dist/index.cjs.js': undefined } },
    /\(require\) lacks \.\/dist\/index\.cjs\.js/,
  ],
  ['types', { files: { 'dist/index.d.ts': '' } }, /types of \. are empty/],
  ['the main file', { packed: { main: 'src/index.ts' } }, /main names no file/],
  [
    'the configuration schema',
    { packed: { configSchema: 'config.d.ts' } },
    /schema was not made/,
  ],
  [
    'what is in it',
    { files: { 'config.schema.json': '{}' } },
    /schema was not made/,
  ],
  [
    'a migration',
    { data: ['migrations/1.js', 'migrations/2.js'] },
    /^migrations\/2\.js is missing/,
  ],
  ['the feature', { packed: { backstage: {} } }, /no backend feature/],
  [
    'a range',
    { packed: { dependencies: { other: 'workspace:^' } } },
    /other as workspace:\^, which means nothing/,
  ],
  [
    'a range of ours',
    { packed: { peerDependencies: { '@us/common': '^1.1.0' } } },
    /not \^1\.2\.0/,
  ],
]) {
  test(`notices what is missing or wrong: ${what}`, () => {
    const problems = problemsOf(change);
    assert.ok(
      problems.some(sentence => problem.test(sentence)),
      `${problems}`,
    );
  });
}
