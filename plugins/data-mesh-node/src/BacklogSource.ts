import { BacklogProvider } from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * What was found of an item of a backlog.
 *
 * @public
 */
export type BacklogReading =
  | {
      /** As it was asked for. */
      ref: string;
      /** In the words of whoever wrote it. */
      title: string;
      /** `done` is whatever nobody works on any more, for whatever reason. */
      state: 'open' | 'done';
      /** Its page, where that is known better now. */
      url?: string;
    }
  | {
      ref: string;
      /** Why it could not be seen, in a sentence without a full stop. */
      problem: string;
    };

/**
 * A place where teams keep their backlogs. Items are only read, never written.
 *
 * @public
 */
export interface BacklogSource {
  /** The provider whose items it knows. */
  readonly id: BacklogProvider;

  /** The page of an item; undefined where that is not known. */
  urlOf(ref: string): string | undefined;

  /**
   * Looks for items, from time to time and never while somebody waits for a
   * page. Items that it leaves out, because it has no credentials for them,
   * stay links with what is known of them.
   *
   * One item that cannot be seen holds up no other: it has a problem. What
   * throws or hangs is a problem of all that were asked for.
   *
   * @param refs - each once, at most 100
   * @param options - `signal` is aborted on timeout and when the backend stops
   */
  read(
    refs: readonly string[],
    options: { signal: AbortSignal },
  ): Promise<readonly BacklogReading[]>;
}
