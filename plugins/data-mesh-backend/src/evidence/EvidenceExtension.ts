import {
  DataMeshEvidenceExtensionPoint,
  EvidenceSource,
  RecordsToBeginWith,
} from '@backstage-data-mesh/plugin-data-mesh-node';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Gathers what other modules bring, until the plugin starts. */
export class EvidenceExtension implements DataMeshEvidenceExtensionPoint {
  readonly sources: EvidenceSource[] = [];
  readonly records: RecordsToBeginWith[] = [];

  constructor(sources: readonly EvidenceSource[] = []) {
    sources.forEach(source => this.addSource(source));
  }

  addSource(source: EvidenceSource): void {
    if (!ID.test(source.id)) {
      throw new Error(
        `The id of an evidence source is “${source.id}”; it has to be lower case words joined by hyphens, such as warehouse-log`,
      );
    }
    if (this.sources.some(({ id }) => id === source.id)) {
      throw new Error(`There are two evidence sources called “${source.id}”`);
    }
    this.sources.push(source);
  }

  addRecordsToBeginWith(records: RecordsToBeginWith): void {
    this.records.push(records);
  }
}
