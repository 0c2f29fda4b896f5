import { findBrowser } from './browser.mjs';
import { prepare } from './tools.mjs';

/**
 * `npm run test:install`: the suite as others would install it. With `--keep`,
 * the apps it makes stay.
 */
export async function testInstall(context) {
  const toolchain = await prepare(context);
  const chromiumPath = findBrowser(context);
  // Not before: it needs what is in node_modules.
  const { runInstallTest } = await import('../install-test/run.mjs');
  await runInstallTest({ ...context, toolchain, chromiumPath });
}
