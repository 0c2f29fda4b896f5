/**
 * Warnings and errors that Backstage's own pages write to the console. What
 * is not in this list fails a browser test.
 */
const known: { message: RegExp; because: string }[] = [
  {
    // Not if the list names an icon of ours
    message:
      /^warning: The following icons were registered as IconComponent((?!dataproduct).)*$/,
    because: 'Backstage 1.55 registers its default icons in the old way',
  },
  {
    message:
      /^warning: WebSocket connection to '.*\/api\/signals' failed: WebSocket is closed before/,
    because: 'the page was left while the signals plugin was connecting',
  },
];

/** Whether a message belongs to the stock pages. */
export function isKnownMessage(message: string): boolean {
  return known.some(entry => entry.message.test(message));
}
