export interface Config {
  /** What only the demo portal needs. */
  dataMeshDemo?: {
    /**
     * Where the demo keeps its day 0; dates in catalog files are counted from
     * it. Relative to packages/backend. Without it, dates are left as they are.
     */
    directory?: string;

    /**
     * The folder with the evidence and exceptions that the demo begins with.
     * Relative to packages/backend. Read only where there is a directory.
     */
    records?: string;

    /**
     * The document with the goals, bets and initiatives that the demo begins
     * with. Relative to packages/backend. Read only where there is a directory.
     */
    valueTree?: string;

    /** Full entity refs of the users and groups who run the platform. */
    platformOwners?: string[];
  };
}
