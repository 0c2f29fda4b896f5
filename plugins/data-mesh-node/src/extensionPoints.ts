import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { EvidenceSource } from './EvidenceSource';
import { RecordsToBeginWith } from './RecordsToBeginWith';

/**
 * Lets other modules bring evidence.
 *
 * @public
 */
export interface DataMeshEvidenceExtensionPoint {
  /**
   * Adds a source that is asked from time to time.
   *
   * @throws Error if there is a source of that id
   */
  addSource(source: EvidenceSource): void;

  /** Adds records of before that are taken in once. */
  addRecordsToBeginWith(records: RecordsToBeginWith): void;
}

/**
 * The extension point of the `data-mesh` plugin for evidence.
 *
 * @public
 */
export const dataMeshEvidenceExtensionPoint =
  createExtensionPoint<DataMeshEvidenceExtensionPoint>({
    id: 'data-mesh.evidence',
  });
