import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const GUARD = fileURLToPath(new URL('./guard.mjs', import.meta.url));
let guard;

/**
 * Has a program ended (by its process id and the signal to use), or a folder
 * removed, should the launcher die without a chance to do it itself.
 *
 * @returns what to call once that is no longer needed
 */
export function watch(kind, ...words) {
  const name = words.join(' ');
  tell(`+ ${kind} ${name}`);
  return () => tell(`- ${kind} ${name}`);
}

function tell(line) {
  if (!guard) {
    guard = spawn(process.execPath, [GUARD], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      windowsHide: true,
    });
    guard.on('error', () => {});
    guard.stdin.on('error', () => {});
    // It must not keep the launcher from ending.
    guard.unref();
    guard.stdin.unref();
  }
  guard.stdin.write(`${line}\n`);
}
