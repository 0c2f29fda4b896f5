import { Waiver } from '@backstage-data-mesh/plugin-data-mesh-common/rules';

/** An exception that was approved, whether it still holds or not. */
export type GrantedWaiver = Waiver & { id: string; ruleSet: string };

/** What evaluation reads of waivers. */
export interface WaiverReader {
  /**
   * Those that were approved and not taken back, by the ref that the subject
   * has now: they follow `subjects.history_key` when a product is renamed.
   */
  read(refs?: readonly string[]): Promise<Map<string, GrantedWaiver[]>>;
}
