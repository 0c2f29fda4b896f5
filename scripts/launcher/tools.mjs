import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { installDependencies } from './dependencies.mjs';
import { prepareToolchain } from './toolchain.mjs';

/** Brings everything that a command needs before it can begin. */
export async function prepare(context) {
  const toolchain = await prepareToolchain(context);
  await installDependencies({ ...context, toolchain });
  return toolchain;
}

/**
 * The script behind a command of an installed package, so that it runs under
 * the chosen Node and without a shell on every platform.
 */
export function scriptOf(root, packageName, command) {
  const directory = join(root, 'node_modules', packageName);
  const manifest = join(directory, 'package.json');
  if (!existsSync(manifest)) {
    throw new Problem(
      `${packageName} is not installed: delete node_modules and try again.`,
    );
  }
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(directory, typeof bin === 'string' ? bin : bin[command]);
}

export function logFile(root, name) {
  return join(root, '.tools', 'logs', `${name}.log`);
}
