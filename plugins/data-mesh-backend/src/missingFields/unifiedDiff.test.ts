import { applyPatch } from 'diff';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unifiedDiff } from './unifiedDiff';

const CASES = [
  ['catalog-info.yaml', 'a: 1\nb: 2\n', 'a: 1\nb: 3\nc: 4\n'],
  ['a folder/catalog info.yaml', 'a: 1\n', 'a: 2\n'],
  ['no/newline.yaml', 'a: 1\nb: 2', 'a: 1\nb: 2\nc: 3'],
  ['windows.yaml', 'a: 1\r\nb: 2\r\n', 'a: 1\r\nb: 3\r\n'],
  ['größe/straße.yaml', 'a: ä\n', 'a: ö\n'],
] as const;

describe('unifiedDiff', () => {
  it.each(CASES)('of %s gives the changed file', (path, before, after) => {
    expect(applyPatch(before, unifiedDiff(path, before, after))).toBe(after);
  });

  it('shows three lines around a change, from the root of the repository', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `line: ${i}`);
    const before = `${lines.join('\n')}\n`;
    expect(
      unifiedDiff('x/a.yaml', before, before.replace('line: 9', 'line: nine')),
    ).toBe(`--- a/x/a.yaml
+++ b/x/a.yaml
@@ -7,7 +7,7 @@
 line: 6
 line: 7
 line: 8
-line: 9
+line: nine
 line: 10
 line: 11
 line: 12
`);
  });

  describe('with Git', () => {
    const folder = mkdtempSync(join(tmpdir(), 'unified-diff-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    it('is applied as one patch', () => {
      for (const [path, before] of CASES) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), before);
      }
      const patch = CASES.map(([path, before, after]) =>
        unifiedDiff(path, before, after),
      ).join('');
      execFileSync('git', ['apply', '-'], { cwd: folder, input: patch });
      for (const [path, , after] of CASES) {
        expect(readFileSync(join(folder, path), 'utf8')).toBe(after);
      }
    });
  });
});
