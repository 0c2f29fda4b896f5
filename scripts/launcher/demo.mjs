import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { portalUrls, portOf } from './config.mjs';
import { isPortInUse } from './ports.mjs';
import { Problem } from './problem.mjs';

const DAY_MS = 24 * 60 * 60 * 1000;
const OLD_AFTER_DAYS = 7;

/**
 * The demo tells its story relative to the day of its first start, which the
 * backend writes down. Once that is long ago, "yesterday" is no longer true.
 */
export function dayZeroHint(root, now = new Date()) {
  const file = join(root, '.data', 'demo-day-0');
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  const dayZero = Date.parse(text.slice(0, 10));
  if (Number.isNaN(dayZero)) {
    return undefined;
  }
  const age = Math.floor((now.getTime() - dayZero) / DAY_MS);
  return age > OLD_AFTER_DAYS
    ? `The demo's dates are ${age} days old. \`npm run demo:reset\` lets it start afresh today.`
    : undefined;
}

/** Forgets all that was done in the demo. */
export async function resetDemo({ root, env, say }) {
  const port = portOf(portalUrls(root, env).backend);
  if (await isPortInUse(port)) {
    throw new Problem(
      `The portal seems to be running (port ${port} is in use): stop it first, then reset the demo.`,
    );
  }
  const data = join(root, '.data');
  const existed = existsSync(data);
  rmSync(data, { recursive: true, force: true });
  say(
    existed
      ? 'The demo is reset: the next start begins afresh, with today as its first day.'
      : 'Nothing to reset: the demo has not been started yet.',
  );
}
