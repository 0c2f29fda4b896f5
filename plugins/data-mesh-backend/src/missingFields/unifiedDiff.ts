import { createTwoFilesPatch } from 'diff';

/**
 * The change of one file as Git and `patch` take it.
 *
 * @param path - from the root of the repository
 */
export function unifiedDiff(path: string, before: string, after: string) {
  // Where a name has a space, the tab says where it ends.
  const end = path.includes(' ') ? '' : undefined;
  const patch = createTwoFilesPatch(
    `a/${path}`,
    `b/${path}`,
    before,
    after,
    end,
    end,
    { context: 3 },
  );
  return patch.slice(patch.indexOf('--- '));
}
