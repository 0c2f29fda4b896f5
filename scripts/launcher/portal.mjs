import { relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { portalUrls, portOf } from './config.mjs';
import { dayZeroHint } from './demo.mjs';
import { LogView } from './LogView.mjs';
import { assertPortsFree } from './ports.mjs';
import { Problem } from './problem.mjs';
import { start, stopTree } from './processes.mjs';
import { isStopping } from './stopping.mjs';
import { logFile, prepare, scriptOf } from './tools.mjs';

const NOTE_EXIT = fileURLToPath(new URL('./noteExit.cjs', import.meta.url));
const READY_WITHIN_MS = 10 * 60 * 1000;

/** Brings up the portal, tells where it is, and stays until it ends. */
export async function startPortal(context) {
  const { root, env, args, say } = context;
  const urls = portalUrls(root, env);
  await assertPortsFree(
    ['app', 'backend'].map(part => portNeed(part, urls[part])),
  );

  const toolchain = await prepare(context);
  const verbose = args.includes('--verbose');
  const log = logFile(root, 'start');
  const shownLog = relative(root, log);
  say(
    verbose
      ? 'Starting the backend and the app.'
      : `Starting the backend and the app (log: ${shownLog}; \`npm start -- --verbose\` shows it here).`,
  );

  const view = new LogView({
    verbose,
    write: text => process.stdout.write(text),
  });
  const portal = start(
    toolchain.node,
    [
      scriptOf(root, '@backstage/cli', 'backstage-cli'),
      'repo',
      'start',
      '--require',
      NOTE_EXIT,
      ...args.filter(arg => arg !== '--verbose'),
    ],
    {
      cwd: root,
      // We say when it is worth opening a browser; the CLI would do so too early.
      env: { BROWSER: 'none', ...toolchain.env },
      log,
      onOutput: chunk => view.add(chunk),
    },
  );

  const startedAt = Date.now();
  const ready = Promise.all([
    answers(new URL('/.backstage/health/v1/readiness', urls.backend)),
    answers(urls.app),
  ]);
  await Promise.race([
    ready,
    portal.closed.then(() =>
      fail('The portal stopped before it was ready.', log),
    ),
    view.backendFailed.then(() => fail('The backend could not start.', log)),
    delay(READY_WITHIN_MS, null, { ref: false }).then(() =>
      fail('The portal did not become ready within ten minutes.', log),
    ),
  ]).catch(async error => {
    await stopTree(portal);
    throw error;
  });

  const hint = dayZeroHint(root);
  if (hint) {
    say(hint);
  }
  say(
    `Ready after ${Math.round(
      (Date.now() - startedAt) / 1000,
    )} s. Ctrl-C stops it.`,
  );
  say(`Backstage Data Mesh: ${urls.app.href}`);
  view.portalIsReady();

  await portal.closed;
  fail('The portal has stopped.', log);
}

function portNeed(part, url) {
  const port = portOf(url);
  return {
    port,
    what: `the ${part}`,
    hint: `is the portal running already? Otherwise stop the program that uses it, or change ${part}.baseUrl in app-config.local.yaml.`,
  };
}

function fail(message, log) {
  if (!isStopping()) {
    throw new Problem(message, { log });
  }
}

/** Resolves once a request is answered well. */
async function answers(url) {
  while (!isStopping()) {
    const ok = await fetch(url, {
      headers: { accept: 'text/html,application/json' },
      signal: AbortSignal.timeout(60_000),
    }).then(
      response => response.ok,
      () => false,
    );
    if (ok) {
      return;
    }
    await delay(1_000);
  }
}
