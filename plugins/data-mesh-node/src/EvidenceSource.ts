import { EvidenceItem } from '@backstage-data-mesh/plugin-data-mesh-common';
import { HumanDuration } from '@backstage/types';

/**
 * What a source delivers: an item of evidence; its source is the id of the
 * source unless it names a finer one.
 *
 * @public
 */
export type DeliveredEvidence = Omit<EvidenceItem, 'source'> & {
  source?: string;
};

/**
 * A place that is asked for evidence from time to time: a catalog of metrics,
 * a warehouse's log, a results store.
 *
 * @public
 */
export interface EvidenceSource {
  /** Short and lasting, such as `warehouse-log`. */
  readonly id: string;
  /** What it is called in the portal. */
  readonly title: string;
  /** How often it is asked. */
  readonly every: HumanDuration;
  /** When it is given up; a minute if absent. */
  readonly timeout?: HumanDuration;

  /**
   * Delivers what it knows; all of it, or what is new. Each source is asked by
   * itself: one that throws or hangs holds up no other.
   *
   * @param options - `signal` is aborted on timeout and when the backend stops
   */
  collect(options: {
    signal: AbortSignal;
  }):
    | AsyncIterable<readonly DeliveredEvidence[]>
    | Promise<readonly DeliveredEvidence[]>;
}
