import { parseEntityRef } from '@backstage/catalog-model';
import { EvidenceRecord } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { annotationEvidence } from '../../evidence/annotationEvidence';
import { Mesh } from '../mesh/Mesh';

/** The evidence in annotations of products, domains and people, by ref. */
export function annotationRecords(mesh: Mesh): Map<string, EvidenceRecord[]> {
  const found = new Map<string, EvidenceRecord[]>();
  const take = (ref: string, annotations: Readonly<Record<string, string>>) => {
    const { kind } = parseEntityRef(ref);
    const { records } = annotationEvidence(kind, annotations);
    if (records.length > 0) {
      found.set(ref, records);
    }
  };
  mesh.products.forEach(({ ref, annotations }) => take(ref, annotations));
  mesh.domains.forEach(({ ref, annotations }) => take(ref, annotations));
  mesh.people.forEach((annotations, ref) => take(ref, annotations));
  return found;
}
