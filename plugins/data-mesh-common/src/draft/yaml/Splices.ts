/** Changes to stretches of a text that are made all at once. */
export class Splices {
  readonly #list: { start: number; end: number; text: string }[] = [];

  constructor(private readonly source: string) {}

  /** Puts a text in the place of what is between two offsets. */
  replace(start: number, end: number, text: string) {
    this.#list.push({ start, end, text });
  }

  /** Puts whole lines before the line that starts at the offset. */
  insertLines(offset: number, lines: string) {
    const open = offset > 0 && this.source[offset - 1] !== '\n';
    this.replace(offset, offset, open ? `\n${lines}` : lines);
  }

  /** The text with all changes; those at one offset in the order of coming. */
  apply(): string {
    const newline = this.source.includes('\r\n') ? '\r\n' : '\n';
    const sorted = this.#list
      .map((splice, order) => ({ ...splice, order }))
      .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
    let text = '';
    let done = 0;
    for (const splice of sorted) {
      text += this.source.slice(done, splice.start);
      text += splice.text.replace(/\n/g, newline);
      done = Math.max(done, splice.end);
    }
    return text + this.source.slice(done);
  }
}
