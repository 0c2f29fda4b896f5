import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addToBackend, applyDiff, mergeConfig } from './edits.mjs';

const lines = (...all) => all.join('\n');

test('adds lines before the backend starts', () => {
  assert.equal(
    addToBackend('const backend = x;\n\nbackend.start();\n', 'backend.add(y);'),
    'const backend = x;\n\nbackend.add(y);\n\nbackend.start();\n',
  );
  for (const source of ['', 'backend.start();backend.start();']) {
    assert.throws(() => addToBackend(source, 'x'), { name: 'Problem' });
  }
});

for (const [what, source, addition, result] of [
  ['a new key', 'a: 1\n', 'b: { c: 2 }', 'a: 1\nb: { c: 2 }\n'],
  ['into a key', 'a:\n  b: 1\n', 'a: { c: 2 }', 'a:\n  b: 1\n  c: 2\n'],
  ['a longer list', 'a:\n  - b: 1\n', 'a: [c]', 'a:\n  - b: 1\n  - c\n'],
  ['nothing twice', 'a: [b, 1]\n', 'a: [b, c, 1]', 'a: [ b, 1, c ]\n'],
  ['in place of a value', 'a: 1\n', 'a: 2', 'a: 2\n'],
  ['in place of nothing', 'a:\n', 'a: { b: 1 }', 'a: { b: 1 }\n'],
  ['into nothing', '', 'a: 1', 'a: 1\n'],
  [
    'beside comments',
    '# x\na:\n  # y\n  b: 1\n',
    'a: { c: 2 }',
    '# x\na:\n  # y\n  b: 1\n  c: 2\n',
  ],
]) {
  test(`adds configuration: ${what}`, () => {
    assert.equal(mergeConfig(source, addition), result);
  });
}

test('refuses what is not YAML', () => {
  assert.throws(() => mergeConfig('a: 1', 'a: ['), {
    name: 'Problem',
    message: /^The configuration is not YAML: /,
  });
});

test('takes lines away', () => {
  assert.equal(
    applyDiff('one\n  two />\nthree', '-two />\n+two>\n+</two>\n three', 'f'),
    'one\ntwo>\n</two>\nthree',
  );
});

test('adds lines where a diff says', () => {
  assert.equal(
    applyDiff(
      lines(
        'import a;',
        '',
        '<x>',
        '  <y />',
        '</x>',
        '<z>',
        '  <y />',
        '</z>',
      ),
      lines(' import a;', '+import b;', '', ' <z>', '   <y />', '+  <w />'),
      'App.tsx',
    ),
    lines(
      'import a;',
      'import b;',
      '',
      '<x>',
      '  <y />',
      '</x>',
      '<z>',
      '  <y />',
      '  <w />',
      '</z>',
    ),
  );
});

for (const [what, diff] of [
  ['a line that is not there', ' two'],
  ['lines in another order', ' three\n one'],
  ['a line to take away that is not there', '-two'],
]) {
  test(`a diff that does not fit is refused: ${what}`, () => {
    assert.throws(() => applyDiff('one\nthree', diff, 'App.tsx'), {
      name: 'Problem',
      message: /^App\.tsx has no line `/,
    });
  });
}
