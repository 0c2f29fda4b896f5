import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with these files in it, removed when the test ends. */
export function folderWith(t, files = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'launcher-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Puts an executable shell script into a folder, as a stand-in for a program. */
export function fakeProgram(folder, name, script) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** Collects what is said. */
export function listener() {
  const said = [];
  return { said, say: line => said.push(line) };
}
