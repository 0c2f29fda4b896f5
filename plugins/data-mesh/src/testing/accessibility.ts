import axe from 'axe-core';

/** What axe finds wrong with a piece of a page, in words for a test's output. */
export async function accessibilityProblems(
  element: Element,
): Promise<string[]> {
  const { violations } = await axe.run(element, {
    rules: {
      // jsdom does not lay out or paint.
      'color-contrast': { enabled: false },
      // A piece of a page is not a page.
      region: { enabled: false },
    },
  });
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.map(node => node.html).join(', ')})`,
  );
}
