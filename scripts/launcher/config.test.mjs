import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portalUrls, portOf } from './config.mjs';
import { folderWith } from './testing.mjs';

const CONFIG = `
# app: nothing
app:
  title: Portal
  support:
    baseUrl: http://localhost:1
  baseUrl: "http://localhost:3100" # comment
backend:

    # indented by four
    baseUrl: http://localhost:7100
    listen: ':7100'
`;

function ports(root, env = {}) {
  const { app, backend } = portalUrls(root, env);
  return [portOf(app), portOf(backend)];
}

test('reads the two addresses from app-config.yaml', t => {
  assert.deepEqual(
    ports(folderWith(t, { 'app-config.yaml': CONFIG })),
    [3100, 7100],
  );
});

test('falls back to the usual ports', t => {
  assert.deepEqual(ports(folderWith(t)), [3000, 7007]);
  const root = folderWith(t, {
    'app-config.yaml': 'app:\nbackend:\n  baseUrl: ${URL}\n',
  });
  assert.deepEqual(ports(root), [3000, 7007]);
});

test('a local file wins, and the environment wins over both', t => {
  const root = folderWith(t, {
    'app-config.yaml': CONFIG,
    'app-config.local.yaml': 'app:\n  baseUrl: http://localhost:3200\n',
  });
  assert.deepEqual(ports(root), [3200, 7100]);
  assert.deepEqual(
    ports(root, { APP_CONFIG_app_baseUrl: 'http://localhost:3300' }),
    [3300, 7100],
  );
});

test('an address without a port means the port of its protocol', () => {
  assert.equal(portOf(new URL('http://portal.example')), 80);
  assert.equal(portOf(new URL('https://portal.example')), 443);
});
