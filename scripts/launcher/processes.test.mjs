import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { follow } from './follow.mjs';
import { run, start, stopTree } from './processes.mjs';
import { folderWith } from './testing.mjs';

// Starts a grandchild, prints both process ids, and stays.
const FAMILY = `
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
console.log(process.pid + ' ' + child.pid);
setInterval(() => {}, 1000);
`;
const STUBBORN = `process.on('SIGTERM', () => {});${FAMILY}`;

const urlOf = name => JSON.stringify(new URL(name, import.meta.url).href);
// Starts the family the way the launcher does.
const MAIN = `
import { writeFileSync } from 'node:fs';
import { start } from ${urlOf('processes.mjs')};
import { onStop, stopOnSignals } from ${urlOf('stopping.mjs')};
import { watch } from ${urlOf('watch.mjs')};
stopOnSignals({ exitCode: 0 });
onStop(async () => writeFileSync('cleaned-up', ''));
watch('folder', process.cwd() + '/temporary');
const child = start(process.execPath, ['-e', ${JSON.stringify(FAMILY)}]);
child.stdout.pipe(process.stdout);
`;
const posixOnly = { skip: process.platform === 'win32' && 'needs signals' };

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    // A zombie is dead, it only has not been fetched yet.
    return !/^State:\s+Z/m.test(statusOf(pid));
  } catch {
    return false;
  }
}

function statusOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

async function goneWithin(pid, ms) {
  const end = Date.now() + ms;
  while (isAlive(pid) && Date.now() < end) {
    await delay(50);
  }
  return !isAlive(pid);
}

function familyOf(stream) {
  return new Promise(resolve => {
    stream.once('data', chunk =>
      resolve(String(chunk).match(/\d+/g).map(Number)),
    );
  });
}

for (const [name, script, graceMs] of [
  ['a polite one', FAMILY, 10_000],
  ['one that ignores the signal', STUBBORN, 300],
]) {
  test(`stops a program and what it started: ${name}`, async () => {
    const child = start(process.execPath, ['-e', script]);
    const family = await familyOf(child.stdout);
    assert.ok(family.every(isAlive));

    await stopTree(child, graceMs);

    for (const pid of family) {
      assert.ok(await goneWithin(pid, 2_000), `${pid} still runs`);
    }
  });
}

test('stopping what has ended already does nothing', async () => {
  const child = start(process.execPath, ['-e', '']);
  await child.closed;
  await stopTree(child);
});

test('writes the whole output to the log and gives the exit code', async t => {
  const log = join(folderWith(t), 'logs', 'some.log');
  const { code } = await run(
    process.execPath,
    ['-e', 'console.log("out"); console.error("err"); process.exitCode = 3'],
    { log },
  );
  assert.equal(code, 3);
  assert.deepEqual(readFileSync(log, 'utf8').trim().split('\n').sort(), [
    'err',
    'out',
  ]);
});

test('loses nothing of a program that exits while it still writes', async t => {
  const log = join(folderWith(t), 'some.log');
  const { code } = await run(
    process.execPath,
    ['-e', 'console.log("x".repeat(5_000_000)); process.exit(1)'],
    { log },
  );
  assert.equal(code, 1);
  assert.equal(readFileSync(log, 'utf8').length, 5_000_001);
});

test('shows a log while it is being written, and all of it', async t => {
  const log = join(folderWith(t, { 'some.log': 'one ' }), 'some.log');
  let shown = '';
  const showRest = follow(log, text => (shown += text));
  const end = Date.now() + 5_000;
  while (shown !== 'one ' && Date.now() < end) {
    await delay(20);
  }
  assert.equal(shown, 'one ');

  appendFileSync(log, 'two '.repeat(50_000));
  showRest();
  assert.equal(shown, `one ${'two '.repeat(50_000)}`);
});

test('a program that does not exist is an answer, not a crash', async () => {
  const { code, error } = await run('no-such-program', []);
  assert.equal(code, null);
  assert.equal(error.code, 'ENOENT');
});

for (const [signals, exitCode] of [
  [['SIGINT', 'SIGINT'], 0],
  [['SIGTERM'], 0],
]) {
  test(`${signals.join(' and ')} stops everything`, posixOnly, async t => {
    const folder = folderWith(t, { 'main.mjs': MAIN });
    const main = spawn(process.execPath, ['main.mjs'], { cwd: folder });
    t.after(() => main.kill('SIGKILL'));
    const ended = new Promise(resolve => main.once('exit', resolve));
    const family = await familyOf(main.stdout);

    signals.forEach(signal => main.kill(signal));

    assert.equal(await ended, exitCode);
    for (const pid of family) {
      assert.ok(await goneWithin(pid, 2_000), `${pid} still runs`);
    }
    assert.equal(readFileSync(join(folder, 'cleaned-up'), 'utf8'), '');
  });
}

test('a killed npm takes everything with it', posixOnly, async t => {
  const folder = folderWith(t, { 'main.mjs': MAIN });
  // Stands in for npm: starts the launcher and ends without a word to it.
  const npm = spawn(
    process.execPath,
    [
      '-e',
      `require('node:child_process')
        .spawn(process.execPath, ['main.mjs'], { stdio: 'inherit' });`,
    ],
    { cwd: folder, env: { ...process.env, npm_lifecycle_event: 'start' } },
  );
  const family = await familyOf(npm.stdout);

  npm.kill('SIGKILL');

  for (const pid of family) {
    assert.ok(await goneWithin(pid, 5_000), `${pid} still runs`);
  }
});

test('what a killed launcher leaves behind is ended', posixOnly, async t => {
  const folder = folderWith(t, {
    'main.mjs': MAIN,
    'temporary/some-file': '',
  });
  const main = spawn(process.execPath, ['main.mjs'], { cwd: folder });
  const family = await familyOf(main.stdout);

  main.kill('SIGKILL');

  for (const pid of family) {
    assert.ok(await goneWithin(pid, 5_000), `${pid} still runs`);
  }
  const end = Date.now() + 10_000;
  while (existsSync(join(folder, 'temporary')) && Date.now() < end) {
    await delay(50);
  }
  assert.equal(existsSync(join(folder, 'temporary')), false);
});
