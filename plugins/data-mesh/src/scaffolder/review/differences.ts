import { DraftedFile } from '@backstage-data-mesh/plugin-data-mesh-common';
import { structuredPatch } from 'diff';

/** The changed lines of a file with those around them, as in a unified diff. */
export type FileDifference = { path: string; lines: string[] };

/** What differs between the files before and after; unchanged ones are left out. */
export function differences(
  before: readonly DraftedFile[],
  after: readonly DraftedFile[],
): FileDifference[] {
  return after.flatMap(({ path, content }) => {
    const old = before.find(file => file.path === path)?.content ?? '';
    if (old === content) {
      return [];
    }
    const { hunks } = structuredPatch(path, path, old, content, '', '', {
      context: 2,
    });
    const lines = hunks.flatMap(hunk => [
      `@@ ${hunk.newStart} @@`,
      ...hunk.lines.filter(line => !line.startsWith('\\')),
    ]);
    return [{ path, lines }];
  });
}
