import { addDays, dayOf } from '../evaluate/days';
import { EvidenceRecord } from './EvidenceRecord';
import { findEvidenceKey } from './findEvidence';

/**
 * The one record of each key that counts for an entity.
 *
 * @public
 */
export type PickedEvidence = Readonly<Record<string, EvidenceRecord>>;

/**
 * The one record of each key that counts for an entity. The ways in are tried
 * in the order that is declared for the key, and the first with a record that
 * still holds wins; where none holds any more, the newest record counts, so
 * that its age can be told. Records with a value that does not fit, and of
 * keys that are not declared, are left out.
 *
 * @param records - all of one entity
 * @param today - a UTC day
 *
 * @public
 */
export function pickEvidence(
  records: readonly EvidenceRecord[],
  today: string,
): Record<string, EvidenceRecord> {
  const byKey = new Map<string, EvidenceRecord[]>();
  for (const record of records) {
    byKey.set(record.key, [...(byKey.get(record.key) ?? []), record]);
  }
  const picked: Record<string, EvidenceRecord> = {};
  for (const [key, all] of byKey) {
    const best = pick(key, all, today);
    if (best) {
      picked[key] = best;
    }
  }
  return picked;
}

/**
 * The newest record of each author for a key whose authors each have a say.
 * Records that do not hold any more are left out.
 *
 * @public
 */
export function evidenceByAuthor(
  key: string,
  records: readonly EvidenceRecord[],
  today: string,
): EvidenceRecord[] {
  const newest = new Map<string, EvidenceRecord>();
  const fitting = usable(key, records).filter(one => holds(key, one, today));
  for (const record of fitting.sort(newestFirst)) {
    if (!newest.has(record.source)) {
      newest.set(record.source, record);
    }
  }
  return [...newest.values()];
}

function pick(
  key: string,
  records: readonly EvidenceRecord[],
  today: string,
): EvidenceRecord | undefined {
  const newest = usable(key, records).sort(newestFirst);
  const current = newest.filter(record => holds(key, record, today));
  const ways = findEvidenceKey(key)?.ways ?? [];
  for (const way of ways) {
    const found = current.find(record => record.way === way);
    if (found) {
      return found;
    }
  }
  return newest[0];
}

function usable(
  key: string,
  records: readonly EvidenceRecord[],
): EvidenceRecord[] {
  const declared = findEvidenceKey(key);
  return declared
    ? records.filter(
        record =>
          record.key === key &&
          declared.ways.includes(record.way) &&
          declared.value.safeParse(record.value).success,
      )
    : [];
}

/** Whether a record still holds, by its own expiry and by what is declared. */
export function holds(
  key: string,
  { observedAt, expiresAt }: EvidenceRecord,
  today: string,
): boolean {
  const observed = dayOf(observedAt);
  const validDays = findEvidenceKey(key)?.validDays;
  const ends = [
    expiresAt === undefined ? undefined : dayOf(expiresAt),
    observed === undefined || validDays === undefined
      ? undefined
      : addDays(observed, validDays),
  ];
  return (
    observed !== undefined &&
    ends.every(end => end === undefined || end >= today)
  );
}

/** Of two that were observed at once, the order does not depend on chance. */
function newestFirst(a: EvidenceRecord, b: EvidenceRecord): number {
  return (
    Date.parse(b.observedAt) - Date.parse(a.observedAt) ||
    compare(a.way, b.way) ||
    compare(a.source, b.source)
  );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
