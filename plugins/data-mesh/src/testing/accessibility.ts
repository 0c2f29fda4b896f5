import { act } from '@testing-library/react';
import axe, { AxeResults } from 'axe-core';

/** What axe finds wrong with a piece of a page, in words for a test's output. */
export async function accessibilityProblems(
  element: Element,
): Promise<string[]> {
  let results: AxeResults | undefined;
  // It takes a while, in which the page may go on
  await act(async () => {
    results = await axe.run(element, {
      rules: {
        // jsdom does not lay out or paint.
        'color-contrast': { enabled: false },
        // A piece of a page is not a page.
        region: { enabled: false },
      },
    });
  });
  return (results?.violations ?? []).map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.map(node => node.html).join(', ')})`,
  );
}
