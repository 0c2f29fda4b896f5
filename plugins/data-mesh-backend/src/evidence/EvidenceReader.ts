import { EvidenceRecord } from '@backstage-data-mesh/plugin-data-mesh-common/rules';

/** What evaluation reads of evidence. */
export interface EvidenceReader {
  /**
   * The newest record of each source on each key, by entity; all entities, or
   * these. Annotations of entities are not among them.
   */
  read(refs?: readonly string[]): Promise<Map<string, EvidenceRecord[]>>;

  /** The keys that were ever delivered, for any entity. */
  getDelivered(): Promise<Set<string>>;
}
