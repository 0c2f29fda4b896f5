import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { looksLikeNoNetwork, tailOf } from './problem.mjs';
import { folderWith } from './testing.mjs';

for (const [output, expected] of [
  ['npm error code ENOTFOUND', true],
  ['npm error errno EAI_AGAIN', true],
  ['RequestError: connect ECONNREFUSED 127.0.0.1:9', true],
  [
    'npm error network This is a problem related to network connectivity.',
    true,
  ],
  ['npm error code ETARGET', false],
  ['npm error code E404', false],
  ['', false],
]) {
  test(`no network? ${output || '(nothing)'}`, () => {
    assert.equal(looksLikeNoNetwork(output), expected);
  });
}

test('shows the end of a log, and nothing when there is none', t => {
  const root = folderWith(t, {
    log: '1\n2\n"GET /.backstage/health/v1/readiness" 503\n3\n',
  });
  assert.equal(tailOf(join(root, 'log'), 2), '2\n3');
  assert.equal(tailOf(join(root, 'other')), '');
  assert.equal(tailOf(undefined), '');
});
