import {
  API_GROUP,
  evidenceItemSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  checkEvidenceValue,
  evidenceKeys,
  EvidenceRecord,
  findEvidenceKey,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';

/** What the names of annotations that are evidence begin with. */
export const EVIDENCE_ANNOTATIONS = `${API_GROUP}/evidence.`;

const OBSERVED_AT = 'observed-at';
const SOURCE = 'annotation';

/** What annotations of an entity tell, and what of it cannot be taken. */
export type AnnotationEvidence = {
  records: EvidenceRecord[];
  problems: string[];
};

/**
 * Evidence in the annotations of a catalog file:
 *
 * ```yaml
 * backstage-data-mesh.io/evidence.promises.kept: 'true'
 * backstage-data-mesh.io/evidence.review.heldAt: '2026-01-25'
 * backstage-data-mesh.io/evidence.review.heldAt.observed-at: '2026-01-26'
 * backstage-data-mesh.io/evidence.observed-at: '2026-02-27'
 * ```
 *
 * A value is read as JSON, else as text. The day it was observed stands in an
 * annotation of its own, for one key or for all; without one the value is not
 * taken, because nobody could tell when it is outdated.
 *
 * @param kind - of the entity, in any case
 */
export function annotationEvidence(
  kind: string,
  annotations: Readonly<Record<string, string>> | undefined,
): AnnotationEvidence {
  const told = new Map(
    Object.entries(annotations ?? {})
      .filter(([name]) => name.startsWith(EVIDENCE_ANNOTATIONS))
      .map(([name, text]) => [name.slice(EVIDENCE_ANNOTATIONS.length), text]),
  );
  const records: EvidenceRecord[] = [];
  const problems: string[] = [];
  for (const [key, text] of told) {
    if (key !== OBSERVED_AT && !key.endsWith(`.${OBSERVED_AT}`)) {
      const observedAt =
        told.get(`${key}.${OBSERVED_AT}`) ?? told.get(OBSERVED_AT);
      const value = readValue(key, text);
      const problem = check(kind, key, value, observedAt);
      if (problem === undefined && observedAt !== undefined) {
        records.push({
          key,
          value,
          observedAt: new Date(observedAt).toISOString(),
          way: 'annotation',
          source: SOURCE,
        });
      } else {
        problems.push(`${EVIDENCE_ANNOTATIONS}${key}: ${problem}`);
      }
    }
  }
  return { records, problems };
}

/** A key that takes texts is not asked for quotation marks. */
function readValue(key: string, text: string): unknown {
  try {
    const value = JSON.parse(text);
    return checkEvidenceValue(key, value) === undefined ? value : text;
  } catch {
    return text;
  }
}

function check(
  kind: string,
  key: string,
  value: unknown,
  observedAt: string | undefined,
): string | undefined {
  const declared = Object.hasOwn(evidenceKeys, key)
    ? evidenceKeys[key as keyof typeof evidenceKeys]
    : undefined;
  if (!findEvidenceKey(key)) {
    return 'there is no such evidence key.';
  }
  if (declared && declared.subject.toLowerCase() !== kind.toLowerCase()) {
    return `this key is about a ${declared.subject}.`;
  }
  if (observedAt === undefined) {
    return `it does not say when this was so; add ${EVIDENCE_ANNOTATIONS}${OBSERVED_AT}.`;
  }
  if (!evidenceItemSchema.shape.observedAt.safeParse(observedAt).success) {
    return `“${observedAt}” is no day or time, such as 2026-02-27.`;
  }
  return checkEvidenceValue(key, value);
}
