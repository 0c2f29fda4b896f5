/** Text of the user for a message: on one line, and not too long. */
export function quote(text: string, max = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const points = [...line];
  return `“${
    points.length > max ? `${points.slice(0, max).join('')}…` : line
  }”`;
}

/** Names for a message, at most ten of them. */
export function quoteAll(names: string[]): string {
  const shown = names.slice(0, 10).map(name => quote(name));
  const beyond = names.length - shown.length;
  return beyond > 0
    ? `${shown.join(', ')} and ${beyond} more`
    : shown.join(', ');
}

/** Finds lines, counted from 1, of offsets in a text. */
export class Lines {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (
      let at = text.indexOf('\n');
      at >= 0;
      at = text.indexOf('\n', at + 1)
    ) {
      this.#starts.push(at + 1);
    }
  }

  at(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }
}
