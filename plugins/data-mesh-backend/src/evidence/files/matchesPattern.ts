/**
 * Whether a text is as a pattern says, in which `*` stands for any text. It
 * takes no longer than the lengths of both allow, whatever the pattern.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  const [start, ...rest] = pattern.split('*');
  const end = rest.pop();
  if (end === undefined) {
    return text === pattern;
  }
  if (
    !text.startsWith(start) ||
    !text.endsWith(end) ||
    text.length < start.length + end.length
  ) {
    return false;
  }
  let at = start.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - end.length) {
      return false;
    }
    at = found + part.length;
  }
  return true;
}
