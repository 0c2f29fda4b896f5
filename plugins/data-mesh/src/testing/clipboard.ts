/**
 * Lets a test see what buttons copy; jsdom has no clipboard for them.
 *
 * @returns the copied texts, as they come
 */
export function watchClipboard(): string[] {
  const copied: string[] = [];
  Object.defineProperty(document, 'execCommand', {
    configurable: true,
    value: (command: string) => {
      if (command === 'copy') {
        copied.push(String(document.getSelection()));
      }
      return true;
    },
  });
  return copied;
}
