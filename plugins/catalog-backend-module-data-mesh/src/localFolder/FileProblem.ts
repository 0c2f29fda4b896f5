/** Why a file, or a part of it, cannot be used. */
export class FileProblem extends Error {
  constructor(
    message: string,
    /** Counted from 1. */
    readonly line?: number,
    /** Counted from 1. */
    readonly column?: number,
  ) {
    super(message);
    this.name = 'FileProblem';
  }
}
