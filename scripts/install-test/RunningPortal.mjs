import { writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../launcher/ports.mjs';
import { Problem } from '../launcher/problem.mjs';
import { start, stopTree } from '../launcher/processes.mjs';
import { logFile } from '../launcher/tools.mjs';

const READY_WITHIN_MS = 3 * 60_000;
const CONFIG = 'app-config.install-test.yaml';

/** An app's backend, which serves the built app, on a port of this machine. */
export class RunningPortal {
  #process;
  #log;
  #token;

  static async start({ root, toolchain }, app, name) {
    const port = await freePort();
    writeFileSync(app.path(CONFIG), localConfig(port, app));
    const log = logFile(root, `install-test-${name}`);
    const backend = app.path('packages', 'backend');
    const process = start(
      toolchain.node,
      [
        '--require',
        app.path('node_modules/@backstage/cli-node/config/nodeTransform.cjs'),
        'src',
        '--config',
        app.path('app-config.yaml'),
        '--config',
        app.path(CONFIG),
      ],
      {
        cwd: backend,
        // The guest may sign in only in development.
        env: { ...toolchain.env, NODE_ENV: 'development' },
        log,
      },
    );
    const portal = new RunningPortal(`http://localhost:${port}`, process, log);
    await portal.until('be ready', () => portal.#isReady());
    return portal;
  }

  constructor(url, process, log) {
    this.url = url;
    this.#process = process;
    this.#log = log;
  }

  async stop() {
    await stopTree(this.#process);
  }

  /** An answer of its API, asked as the guest: the status and the JSON. */
  async ask(path) {
    this.#token ??= await this.#signIn();
    const response = await fetch(`${this.url}${path}`, {
      headers: { authorization: `Bearer ${this.#token}` },
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  }

  /**
   * Asks until the answer is not undefined, and gives it.
   *
   * @param what - what the portal should do, for the sentence when it does not
   */
  async until(what, question) {
    const giveUpAt = Date.now() + READY_WITHIN_MS;
    let ended = false;
    this.#process.closed.then(() => {
      ended = true;
    });
    while (Date.now() < giveUpAt && !ended) {
      const answer = await question().catch(() => undefined);
      if (answer !== undefined) {
        return answer;
      }
      await delay(500);
    }
    throw new Problem(
      ended
        ? `The portal ended before it could ${what}.`
        : `The portal did not ${what} within ${
            READY_WITHIN_MS / 60_000
          } minutes.`,
      { log: this.#log },
    );
  }

  async #isReady() {
    const { ok } = await fetch(`${this.url}/.backstage/health/v1/readiness`);
    return ok || undefined;
  }

  async #signIn() {
    const response = await fetch(`${this.url}/api/auth/guest/refresh`);
    const { backstageIdentity } = await response.json();
    return backstageIdentity.token;
  }
}

function localConfig(port, app) {
  const url = `http://localhost:${port}`;
  return JSON.stringify({
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      cors: { origin: url },
      // A database that outlives the portal, as a real one does.
      database: {
        client: 'better-sqlite3',
        connection: { directory: app.path('database') },
      },
    },
    // What is removed is noticed when it is looked at again.
    catalog: { processingInterval: { seconds: 10 } },
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
