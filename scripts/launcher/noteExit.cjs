// Loaded into the backend's process by `npm start`. Backstage's CLI waits for
// the next change of a file when the backend ends; this line lets the launcher
// know at once.
if (require('node:worker_threads').isMainThread) {
  process.on('exit', code => {
    if (code !== 0) {
      require('node:fs').writeSync(2, `backend ended with code ${code}\n`);
    }
  });
}
