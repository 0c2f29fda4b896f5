import { ContractSourceReading } from '@backstage-data-mesh/plugin-data-mesh-common';

type Note = ContractSourceReading['notRead'][number];

/** More notes than this help nobody; what is beyond is counted. */
const MAX_NOTES = 100;

/** Collects what could not be read of a text. */
export class Notes {
  readonly #notes: Note[] = [];

  /** @param line - from 1 */
  add(message: string, line?: number) {
    this.#notes.push(line === undefined ? { message } : { message, line });
  }

  /** In the order of the text; what has no line comes first. */
  list(): Note[] {
    const notes = [...this.#notes].sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0),
    );
    const beyond = notes.length - MAX_NOTES;
    return beyond > 0
      ? [
          ...notes.slice(0, MAX_NOTES),
          { message: `There are ${beyond} more remarks like these.` },
        ]
      : notes;
  }
}
