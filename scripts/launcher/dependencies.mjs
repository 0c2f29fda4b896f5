import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { looksLikeNoNetwork, Problem } from './problem.mjs';
import { run } from './processes.mjs';

/** What in a package.json decides about what is installed. */
const RELEVANT_FIELDS = [
  'name',
  'packageManager',
  'workspaces',
  'resolutions',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'peerDependenciesMeta',
  'dependenciesMeta',
  'bin',
];

/** Installs from the lockfile, unless what is there is already right. */
export async function installDependencies({ root, toolchain, say }) {
  const marker = join(root, 'node_modules', '.installed-by-launcher');
  const wanted = fingerprint(root);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) {
    return false;
  }
  say(
    'Installing the dependencies from yarn.lock (the first time takes some minutes).',
  );
  const log = join(root, '.tools', 'logs', 'install.log');
  const { code } = await run(
    toolchain.node,
    [toolchain.yarn, 'install', '--immutable'],
    { cwd: root, env: toolchain.env, log },
  );
  if (code !== 0) {
    throw explain(log);
  }
  writeFileSync(marker, wanted);
  return true;
}

/** Changes exactly when an install would have something to do. */
export function fingerprint(root) {
  const hash = createHash('sha256');
  hash.update(`${process.platform} ${process.arch}\n`);
  for (const file of ['yarn.lock', '.yarnrc.yml']) {
    hash.update(
      existsSync(join(root, file)) ? readFileSync(join(root, file)) : '',
    );
    hash.update('\0');
  }
  for (const file of packageFiles(root)) {
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    const relevant = RELEVANT_FIELDS.map(field => manifest[field]);
    hash.update(`${file}\n${JSON.stringify(relevant)}\n`);
  }
  return hash.digest('hex');
}

function packageFiles(root) {
  const { workspaces = [] } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const folders = workspaces
    .map(pattern => pattern.replace(/\/\*$/, ''))
    .filter(parent => existsSync(join(root, parent)))
    .flatMap(parent =>
      readdirSync(join(root, parent)).map(name => join(parent, name)),
    );
  return ['.', ...folders]
    .map(folder => join(folder, 'package.json'))
    .filter(file => existsSync(join(root, file)))
    .sort();
}

function explain(log) {
  const output = existsSync(log) ? readFileSync(log, 'utf8') : '';
  if (looksLikeNoNetwork(output)) {
    return new Problem(
      'The dependencies could not be installed because the package registry cannot be reached: connect to the network (or set a proxy) and try again.',
    );
  }
  if (output.includes('YN0028')) {
    return new Problem(
      'yarn.lock does not fit the package.json files any more: run `yarn install` and commit the new yarn.lock.',
    );
  }
  return new Problem('The dependencies could not be installed.', { log });
}
