import { LineCounter } from 'yaml';
import { ContractProblem } from './Contract';

/** More problems than this help nobody; what is beyond is counted. */
const MAX_PROBLEMS = 100;

/** Collects what stood in the way of reading a text. */
export class Problems {
  readonly #lines: LineCounter;
  readonly #list: ContractProblem[] = [];
  #beyond = 0;

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  /** @param at - the place as an offset in the text, and as a path in it */
  add(message: string, at: { offset?: number; path?: string } = {}) {
    if (this.#list.length >= MAX_PROBLEMS) {
      this.#beyond += 1;
      return;
    }
    const place =
      at.offset === undefined ? undefined : this.#lines.linePos(at.offset);
    this.#list.push({
      message,
      ...(place?.line ? { line: place.line, column: place.col } : undefined),
      ...(at.path ? { path: at.path } : undefined),
    });
  }

  list(): ContractProblem[] {
    return this.#beyond
      ? [...this.#list, { message: `There are ${this.#beyond} more problems.` }]
      : this.#list;
  }
}
