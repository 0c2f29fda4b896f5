import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { Problem } from '../launcher/problem.mjs';
import { run } from '../launcher/processes.mjs';
import { onStop } from '../launcher/stopping.mjs';
import { logFile } from '../launcher/tools.mjs';
import { tarballProblems } from './tarball.mjs';

/** The packages of this repository that are published. */
export function publishedPackages(root) {
  return readdirSync(join(root, 'plugins'))
    .map(name => join(root, 'plugins', name))
    .filter(folder => existsSync(join(folder, 'package.json')))
    .map(folder => ({ folder, source: readJson(folder) }))
    .filter(({ source }) => !source.private)
    .map(({ folder, source }) => ({ folder, source, name: source.name }));
}

/** Packs them as they would be published; gives the tarballs by name. */
export async function packAll({ root, toolchain, packages, into }) {
  const tarballs = {};
  for (const { name, folder } of packages) {
    const tarball = join(into, `${name.split('/')[1]}.tgz`);
    await pack({ root, toolchain, folder, tarball });
    tarballs[name] = tarball;
  }
  return tarballs;
}

/** Fails with all that is wrong with the tarballs. */
export async function checkTarballs({ root, packages, tarballs, into }) {
  const versions = Object.fromEntries(
    packages.map(({ name, source }) => [name, source.version]),
  );
  const problems = [];
  for (const { name, folder, source } of packages) {
    const unpacked = join(into, name.split('/')[1]);
    mkdirSync(unpacked, { recursive: true });
    const { code } = await run(
      'tar',
      ['-xzf', tarballs[name], '-C', unpacked],
      { log: logFile(root, 'install-test-unpack') },
    );
    if (code !== 0) {
      throw new Problem(`The tarball of ${name} cannot be unpacked.`);
    }
    const content = join(unpacked, 'package');
    problems.push(
      ...tarballProblems({
        source,
        data: dataOf(folder, source),
        packed: readJson(content),
        files: filesIn(content),
        read: path => readFileSync(join(content, path), 'utf8'),
        versions,
      }).map(problem => `${name}: ${problem}`),
    );
  }
  if (problems.length > 0) {
    throw new Problem(
      `These packages should not be published like that: ${problems.join(
        '; ',
      )}.`,
    );
  }
}

async function pack({ root, toolchain, folder, tarball }) {
  // Packing rewrites package.json for a moment.
  const undo = () => undoPrepack(folder);
  const forget = onStop(undo);
  const log = logFile(root, 'install-test-pack');
  try {
    const { code } = await run(
      toolchain.node,
      [toolchain.yarn, 'pack', '--out', tarball],
      { cwd: folder, env: toolchain.env, log },
    );
    if (code !== 0) {
      throw new Problem(`${relative(root, folder)} cannot be packed.`, { log });
    }
  } finally {
    undo();
    forget();
  }
}

function undoPrepack(folder) {
  const original = join(folder, 'package.json-prepack');
  if (existsSync(original)) {
    renameSync(original, join(folder, 'package.json'));
    rmSync(join(folder, 'config.schema.json'), { force: true });
  }
}

function readJson(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** Files that are published as they are, whether or not `files` names them. */
function dataOf(folder, { files }) {
  return [...new Set(['migrations', ...files])]
    .filter(name => name !== 'dist' && isFolder(join(folder, name)))
    .flatMap(name =>
      filesIn(join(folder, name)).map(file => `${name}/${file}`),
    );
}

function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      relative(folder, join(entry.parentPath, entry.name)).replaceAll(
        '\\',
        '/',
      ),
    );
}
