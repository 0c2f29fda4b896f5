import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { BacklogSource } from './BacklogSource';
import { EvidenceSource } from './EvidenceSource';
import { RecordsToBeginWith } from './RecordsToBeginWith';
import { ValueTreeDocumentToAdd } from './ValueTreeDocumentToAdd';

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

/**
 * Lets other modules bring backlogs.
 *
 * @public
 */
export interface DataMeshBacklogExtensionPoint {
  /**
   * Adds a source of items of a provider, in place of the one that comes with
   * the plugin.
   *
   * @throws Error if one was added for this provider before
   */
  addSource(source: BacklogSource): void;
}

/**
 * The extension point of the `data-mesh` plugin for backlogs.
 *
 * @public
 */
export const dataMeshBacklogExtensionPoint =
  createExtensionPoint<DataMeshBacklogExtensionPoint>({
    id: 'data-mesh.backlog',
  });

/**
 * Lets other modules bring documents that the value tree is read from.
 *
 * @public
 */
export interface DataMeshValueTreeExtensionPoint {
  /**
   * Adds a document.
   *
   * @throws Error if there is a document of that id
   */
  addDocument(document: ValueTreeDocumentToAdd): void;
}

/**
 * The extension point of the `data-mesh` plugin for the value tree.
 *
 * @public
 */
export const dataMeshValueTreeExtensionPoint =
  createExtensionPoint<DataMeshValueTreeExtensionPoint>({
    id: 'data-mesh.value-tree',
  });
