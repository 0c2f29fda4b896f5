import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { LogView } from './LogView.mjs';

function viewOf({ verbose = false } = {}) {
  const shown = [];
  const view = new LogView({ verbose, write: text => shown.push(text) });
  return { view, shown };
}

const INFO = '2030-01-01T00:00:00.000Z catalog info Processed\n';
const ERROR =
  '2030-01-01T00:00:00.000Z catalog \u001b[31merror\u001b[39m It broke\n    at somewhere\n';

test('shows nothing before the portal is ready, and errors afterwards', () => {
  const { view, shown } = viewOf();
  view.add(INFO + ERROR);
  assert.deepEqual(shown, []);

  view.portalIsReady();
  view.add(INFO + ERROR + INFO);
  assert.equal(shown.join(''), ERROR);
});

test('puts together a line that comes in pieces', () => {
  const { view, shown } = viewOf();
  view.portalIsReady();
  view.add(ERROR.slice(0, 40));
  view.add(ERROR.slice(40));
  assert.equal(shown.join(''), ERROR);
});

test('shows everything when asked to', () => {
  const { view, shown } = viewOf({ verbose: true });
  view.add(INFO + ERROR);
  assert.equal(shown.join(''), INFO + ERROR);
});

for (const lines of [
  'backend ended with code 1\n',
  '2030-01-01T00:00:00.000Z backstage error Unhandled rejection Backend startup failed due to the following errors:\n',
]) {
  test(`tells when the backend failed: ${lines.trim()}`, async () => {
    const { view } = viewOf();
    const early = () =>
      Promise.race([
        view.backendFailed.then(() => 'failed'),
        delay(20, 'runs'),
      ]);
    view.add(INFO + ERROR + lines.slice(0, 10));
    assert.equal(await early(), 'runs');

    view.add(lines.slice(10));
    assert.equal(await early(), 'failed');
  });
}
