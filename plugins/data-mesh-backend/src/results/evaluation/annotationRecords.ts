import { parseEntityRef } from '@backstage/catalog-model';
import { EvidenceRecord } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { annotationEvidence } from '../../evidence/annotationEvidence';
import { EvidenceReader } from '../../evidence/EvidenceReader';
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

/** The keys that were ever delivered, by whatever way. */
export async function deliveredKeys(
  evidence: Pick<EvidenceReader, 'getDelivered'>,
  annotations: ReadonlyMap<string, readonly EvidenceRecord[]>,
): Promise<Set<string>> {
  const keys = await evidence.getDelivered();
  for (const { key } of [...annotations.values()].flat()) {
    keys.add(key);
  }
  return keys;
}
