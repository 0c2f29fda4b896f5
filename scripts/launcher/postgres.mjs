import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { copyBinaries, environment, program } from './postgresBinaries.mjs';
import { Problem } from './problem.mjs';
import { run, start, stopTree } from './processes.mjs';
import { onStop } from './stopping.mjs';
import { watch } from './watch.mjs';

const isRoot = process.getuid?.() === 0;

/** Read by TestDatabases of @backstage/backend-test-utils, and by the benchmark. */
export const CONNECTION_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * Starts a real PostgreSQL for the time of a test run: a cluster of its own in
 * a temporary folder, on a free port of this machine only.
 */
export async function startPostgres({
  root,
  log,
  // Whom PostgreSQL runs as sees /tmp, but perhaps not root's own folder.
  within = isRoot ? '/tmp' : tmpdir(),
}) {
  const home = mkdtempSync(join(within, 'data-mesh-postgres-'));
  const release = watch('folder', home);
  let server;
  const stop = async () => {
    forget();
    if (server) {
      await stopTree(server);
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    release();
  };
  const forget = onStop(stop);

  try {
    const native = join(home, 'native');
    copyBinaries(root, native);
    const data = join(home, 'data');
    mkdirSync(data, { mode: 0o700 });
    const password = randomUUID();
    const passwordFile = join(home, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    const owner = isRoot ? giveToNobody(home) : {};
    const options = { ...owner, cwd: home, env: environment(native) };
    const created = await run(
      program(native, 'initdb'),
      [
        `--pgdata=${data}`,
        `--pwfile=${passwordFile}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // PostgreSQL's own rules, so that no locale of the system is needed.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-sync',
      ],
      { ...options, log },
    );
    if (created.code !== 0) {
      throw new Error(
        created.error?.message ?? `initdb ended with ${created.code}`,
      );
    }
    const port = await freePort();
    server = await serve({ native, data, port, options, log });
    return {
      connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop,
    };
  } catch (error) {
    await stop();
    throw new Problem(`PostgreSQL could not be started: ${error.message}.`, {
      log,
    });
  }
}

async function serve({ native, data, port, options, log }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 300,
    // The data lives as long as the test run: nothing to keep safe.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  };
  let tellReady;
  const ready = new Promise(resolve => {
    tellReady = resolve;
  });
  const server = start(
    program(native, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([key, value]) => [
        '-c',
        `${key}=${value}`,
      ]),
    ],
    {
      ...options,
      log,
      // The fast way to shut down, which does not wait for clients to leave.
      stopSignal: 'SIGINT',
      onOutput: chunk => {
        if (String(chunk).includes('ready to accept connections')) {
          tellReady();
        }
      },
    },
  );
  await Promise.race([
    ready,
    server.closed.then(({ code, error }) => {
      throw new Error(error?.message ?? `the server ended with code ${code}`);
    }),
  ]);
  return server;
}

/** PostgreSQL refuses to run as root; the user nobody is everywhere. */
function giveToNobody(folder) {
  const id = flag =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  const owner = { uid: id('-u'), gid: id('-g') };
  execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, folder]);
  return owner;
}
