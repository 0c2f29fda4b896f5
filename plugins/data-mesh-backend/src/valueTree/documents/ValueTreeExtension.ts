import {
  DataMeshValueTreeExtensionPoint,
  ValueTreeDocumentToAdd,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import { DocumentSource, USUAL_SCHEDULE } from './DocumentSource';

/** Gathers the documents that other modules bring, until the plugin starts. */
export class ValueTreeExtension implements DataMeshValueTreeExtensionPoint {
  readonly documents: DocumentSource[] = [];

  addDocument(document: ValueTreeDocumentToAdd): void {
    const { id, mode } = document;
    if (id.trim() === '') {
      throw new Error('A document of the value tree needs an id');
    }
    if (this.documents.some(known => known.id === id)) {
      throw new Error(
        `There are two documents of the value tree called “${id}”`,
      );
    }
    this.documents.push({
      id,
      mode,
      isLocal: true,
      schedule: USUAL_SCHEDULE,
      read: () => document.read(),
    });
  }
}
