import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readGuide } from './guide.mjs';

const read = markdown => readGuide(markdown, 'docs/page.md');
const section = (heading, language, ...lines) =>
  [heading, '', `\`\`\`${language}`, ...lines, '```', ''].join('\n');

test('reads packages to add, over several lines and commands', () => {
  assert.deepEqual(
    read(
      section(
        '## 1. Packages',
        'sh',
        'yarn --cwd packages/backend add \\',
        '  @scope/a \\',
        '  @scope/b',
        'yarn --cwd packages/app add @scope/c',
      ),
    ),
    [
      {
        kind: 'add',
        folder: 'packages/backend',
        packages: ['@scope/a', '@scope/b'],
      },
      { kind: 'add', folder: 'packages/app', packages: ['@scope/c'] },
    ],
  );
});

test('reads folders to copy from a clone', () => {
  assert.deepEqual(
    read(
      section('## 1. Copy', 'sh', 'cp -r ../backstage-data-mesh/a/b templates'),
    ),
    [{ kind: 'copy', from: 'a/b', to: 'templates' }],
  );
});

for (const [language, first, kind] of [
  ['ts', '// packages/backend/src/index.ts', 'backend'],
  ['yaml', '# app-config.yaml', 'config'],
  ['yaml', '# app-config.yaml: let locations bring it', 'config'],
  ['diff', ' // packages/app/src/App.tsx', 'diff'],
  ['diff', '// packages/app/src/App.tsx', 'diff'],
]) {
  test(`reads lines of a file: ${language}, "${first}"`, () => {
    const [step] = read(
      section('## 2. Lines', language, first, 'one', '', 'two'),
    );
    assert.equal(step.kind, kind);
    assert.ok(first.includes(step.file));
    assert.equal(step.text, 'one\n\ntwo');
  });
}

test('keeps the order, and leaves out sections without a number', () => {
  const steps = read(
    [
      section('# Page', 'sh', 'rm -rf /'),
      section('## 1. First', 'sh', 'yarn --cwd a add x'),
      section('### Below it', 'sh', 'yarn --cwd b add y'),
      section('## For example', 'yaml', 'key: value'),
      section('## 2. Second', 'sh', 'yarn --cwd c add z'),
    ].join('\n'),
  );
  assert.deepEqual(
    steps.map(step => step.folder),
    ['a', 'b', 'c'],
  );
});

for (const [what, language, ...lines] of [
  ['another command', 'sh', 'yarn --cwd packages/app add x', 'rm -rf /'],
  ['a copy from elsewhere', 'sh', 'cp -r /etc templates'],
  ['a copy to nowhere', 'sh', 'cp -r ../backstage-data-mesh/a'],
  ['lines of no file', 'ts', "backend.add(import('x'));"],
  ['configuration of no file', 'yaml', 'catalog: {}'],
  ['another language', 'python', 'print()'],
  ['no language', '', 'text'],
  ['the name of a property', 'constructor', 'x'],
]) {
  test(`a step that nobody can follow is named: ${what}`, () => {
    assert.throws(() => read(section('## 1. Step', language, ...lines)), {
      name: 'Problem',
      message: /^docs\/page\.md, line 3: nobody can follow this block/,
    });
  });
}

const repository = path =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

for (const page of ['docs/install.md', 'docs/install-legacy.md']) {
  test(`${page} can be followed`, () => {
    assert.ok(readGuide(repository(page), page).length > 0);
  });
}

test('the steps of docs/install.md name every package that is published', () => {
  const named = readGuide(repository('docs/install.md'), 'docs/install.md')
    .filter(step => step.kind === 'add')
    .flatMap(step => step.packages);
  const published = readdirSync(new URL('../../plugins/', import.meta.url))
    .map(name => JSON.parse(repository(`plugins/${name}/package.json`)))
    // Libraries come with the others.
    .filter(({ backstage }) => !backstage.role.endsWith('-library'))
    .map(({ name }) => name);
  assert.deepEqual(named.sort(), published.sort());
});

test('docs/install-legacy.md has a place for each card', () => {
  const [, ...cards] = repository('plugins/data-mesh/src/legacy.ts')
    .split(/^export const (?=Entity)/m)
    .map(text => text.match(/^\w+/)?.[0]);
  const page = repository('docs/install-legacy.md');
  assert.ok(cards.length > 5);
  assert.deepEqual(
    cards.filter(card => !page.includes(`<${card} />`)),
    [],
  );
});
