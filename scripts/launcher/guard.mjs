import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/*
 * Runs beside the launcher and outlives it by a moment. Its input ends when the
 * launcher is gone, however that happened; what the launcher had started and
 * not ended by then is ended here. Each line says what to watch, or not to
 * watch any more: `+ program 123 SIGTERM`, `- program 123 SIGTERM`,
 * `+ folder /tmp/x`.
 */
const watched = new Set();

createInterface({ input: process.stdin })
  .on('line', line => {
    const [sign, what] = [line[0], line.slice(2)];
    watched[sign === '+' ? 'add' : 'delete'](what);
  })
  .on('close', async () => {
    const named = kind =>
      [...watched]
        .filter(what => what.startsWith(`${kind} `))
        .map(what => what.slice(kind.length + 1));
    if (watched.size > 0) {
      named('program').forEach(program => end(...program.split(' ')));
      // Time to stop what they started themselves.
      await delay(5_000);
      named('program').forEach(program =>
        end(program.split(' ')[0], 'SIGKILL'),
      );
    }
    for (const folder of named('folder')) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    }
  });

function end(pid, signal) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', pid, '/T', '/F']);
    return;
  }
  try {
    process.kill(-Number(pid), signal);
  } catch {
    // Already gone.
  }
}
