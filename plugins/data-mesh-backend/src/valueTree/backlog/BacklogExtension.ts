import {
  BacklogSource,
  DataMeshBacklogExtensionPoint,
} from '@backstage-data-mesh/plugin-data-mesh-node';

/** Gathers the backlogs that other modules bring, until the plugin starts. */
export class BacklogExtension implements DataMeshBacklogExtensionPoint {
  readonly sources: BacklogSource[] = [];

  addSource(source: BacklogSource): void {
    if (this.sources.some(({ id }) => id === source.id)) {
      throw new Error(`There are two sources of backlog items of ${source.id}`);
    }
    this.sources.push(source);
  }
}
