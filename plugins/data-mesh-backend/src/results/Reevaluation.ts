/** Has subjects evaluated again after something about them was written. */
export interface Reevaluation {
  /** Puts them into the queue, which is worked off within seconds. */
  mark(refs: readonly string[]): Promise<void>;

  /**
   * Evaluates them at once, with their domains, so that whoever wrote sees
   * what came of it. What fails is left in the queue and not thrown.
   */
  now(refs: readonly string[]): Promise<void>;
}
