/** What a file of results says: whether all went well, and when that was. */
export type ReadOutcome = {
  /** What the results are about, such as the id of a contract. */
  about: string;
  passed: boolean;
  /** A time in ISO 8601. */
  observedAt: string;
};

/** What was read, and what could not be. */
export type ReadOutcomes = { outcomes: ReadOutcome[]; problems: string[] };
