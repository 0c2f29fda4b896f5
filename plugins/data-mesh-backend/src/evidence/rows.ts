import { EvidenceRecord } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { KnownWord, Word } from './foldEvidence';

export const COLUMNS = {
  entity_ref: 'text',
  key: 'text',
  source: 'text',
  way: 'text',
  value: 'text',
  since: 'text',
  observed_at: 'text',
  expires_at: 'text',
  note: 'text',
  link: 'text',
  received_at: 'text',
} as const;

/** What there is one word of. */
export const IDENTITY = ['entity_ref', 'key', 'source'] as const;

type Optional = 'expires_at' | 'note' | 'link';

export type Row = Record<Exclude<keyof typeof COLUMNS, Optional>, string> &
  Record<Optional, string | null>;

export function idOf({ entityRef, key, source }: Word): string {
  return `${entityRef}\n${key}\n${source}`;
}

export function idOfRow(row: {
  [column in (typeof IDENTITY)[number]]?: string;
}) {
  return `${row.entity_ref}\n${row.key}\n${row.source}`;
}

export function toIdentity({ entityRef, key, source }: Word) {
  return { entity_ref: entityRef, key, source };
}

export function toRow(word: KnownWord) {
  return {
    ...toIdentity(word),
    way: word.way,
    value: JSON.stringify(word.value),
    since: word.since,
    observed_at: word.observedAt,
    expires_at: word.expiresAt ?? null,
    note: word.note ?? null,
    link: word.link ?? null,
    received_at: word.receivedAt,
  };
}

export function toRecord(row: Row): EvidenceRecord {
  return {
    key: row.key,
    value: JSON.parse(row.value),
    observedAt: row.observed_at,
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
    way: row.way as EvidenceRecord['way'],
    source: row.source,
  };
}

export function toWord(row: Row): KnownWord {
  return {
    ...toRecord(row),
    entityRef: row.entity_ref,
    since: row.since,
    receivedAt: row.received_at,
    ...(row.note !== null && { note: row.note }),
    ...(row.link !== null && { link: row.link }),
  };
}
