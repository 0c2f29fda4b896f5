/**
 * What a column says about people.
 *
 * - `person`: the ref of a person, or of something else
 * - `json`: JSON in which refs of people may stand
 * - `report`: JSON with sentences of ours in which refs may stand
 * - `composed`: made of other columns of the row, and anew when they change
 * - `words`: what people wrote themselves, which is left to them
 * - `none`: it names no people
 */
export type ColumnKind =
  | 'person'
  | 'json'
  | 'report'
  | 'composed'
  | 'words'
  | 'none';

/** A table of our own records. */
export type RecordTable = {
  key: readonly string[];
  /** All columns that hold text. */
  columns: Readonly<Record<string, ColumnKind>>;
  /** SQL that tells those who have read a row that it is another one now. */
  also?: string;
};

/** What evidence is kept as, now and before. */
const evidenceColumns = {
  entity_ref: 'person',
  key: 'none',
  source: 'person',
  way: 'none',
  value: 'json',
  since: 'none',
  observed_at: 'none',
  expires_at: 'none',
  note: 'words',
  link: 'words',
  received_at: 'none',
} as const;

/** The tables that hold what comes from nowhere else. */
export const recordTables = {
  evidence: {
    key: ['entity_ref', 'key', 'source'],
    columns: evidenceColumns,
  },
  evidence_history: {
    key: ['id'],
    columns: { id: 'none', ...evidenceColumns },
  },
  reviews: {
    key: ['id'],
    also: "version = version + case state when 'open' then 1 else 0 end",
    columns: {
      id: 'none',
      domain_ref: 'none',
      state: 'none',
      data: 'json',
      snapshot: 'json',
      minutes: 'composed',
      started_by: 'person',
      started_at: 'none',
      closed_by: 'person',
      closed_at: 'none',
    },
  },
  value_nodes: {
    key: ['id'],
    also: 'version = version + 1',
    columns: {
      id: 'none',
      kind: 'none',
      parent_id: 'none',
      domain_ref: 'none',
      owner_ref: 'person',
      state: 'none',
      review_at: 'none',
      data: 'json',
      managed_by: 'none',
      created_at: 'none',
      updated_at: 'none',
      gone_at: 'none',
    },
  },
  measures: {
    key: ['id'],
    also: 'version = version + 1',
    columns: {
      id: 'none',
      node_id: 'none',
      owner_ref: 'person',
      data: 'json',
      recent: 'none',
      managed_by: 'none',
      created_at: 'none',
      updated_at: 'none',
      gone_at: 'none',
    },
  },
  check_ins: {
    key: ['id'],
    columns: {
      id: 'none',
      measure_id: 'none',
      date: 'none',
      confidence: 'none',
      note: 'words',
      link: 'words',
      by: 'person',
      at: 'none',
      superseded_by: 'none',
    },
  },
  decisions: {
    key: ['id'],
    columns: {
      id: 'none',
      node_id: 'none',
      review_id: 'none',
      date: 'none',
      type: 'none',
      reason: 'words',
      learning: 'words',
      data: 'json',
      by: 'person',
      at: 'none',
    },
  },
  node_links: {
    key: ['id'],
    columns: {
      id: 'none',
      node_id: 'none',
      provider: 'none',
      ref: 'none',
      url: 'words',
      title: 'words',
      state: 'none',
      seen_at: 'none',
      tried_at: 'none',
      problem: 'none',
      by: 'person',
      created_at: 'none',
    },
  },
  node_versions: {
    key: ['id'],
    columns: {
      id: 'none',
      node_id: 'none',
      measure_id: 'none',
      action: 'none',
      data: 'json',
      by: 'person',
      at: 'none',
    },
  },
  waivers: {
    key: ['id'],
    columns: {
      id: 'none',
      subject_ref: 'none',
      history_key: 'none',
      rule_set: 'none',
      rule: 'none',
      reason: 'words',
      until: 'none',
      state: 'none',
      asked_by: 'person',
      asked_at: 'none',
      decided_by: 'person',
      decided_at: 'none',
      decision_note: 'words',
    },
  },
  levels: {
    key: ['subject_ref', 'rule_set'],
    columns: {
      subject_ref: 'none',
      rule_set: 'none',
      history_key: 'none',
      domain_ref: 'none',
      data: 'none',
      since: 'none',
      digest: 'none',
      inputs: 'json',
      inputs_digest: 'composed',
      changed_at: 'none',
      gone_at: 'none',
    },
  },
  result_changes: {
    key: ['id'],
    columns: {
      id: 'none',
      at: 'none',
      subject_ref: 'none',
      history_key: 'none',
      domain_ref: 'none',
      rule_set: 'none',
      rule: 'none',
      dimension: 'none',
      before: 'none',
      after: 'none',
      cause: 'none',
      detail: 'json',
    },
  },
  notices: {
    key: ['recipient_ref', 'topic', 'day'],
    columns: {
      recipient_ref: 'person',
      topic: 'none',
      day: 'none',
      claimed_at: 'none',
      sent_at: 'none',
      data: 'none',
    },
  },
  evidence_sources: {
    key: ['id'],
    columns: {
      id: 'none',
      started_at: 'none',
      delivered_at: 'none',
      data: 'report',
    },
  },
  value_tree_documents: {
    key: ['id'],
    columns: {
      id: 'none',
      mode: 'none',
      digest: 'none',
      applied_at: 'none',
      tried_at: 'none',
      data: 'report',
    },
  },
  audit_log: {
    key: ['id'],
    columns: {
      id: 'none',
      at: 'none',
      by: 'person',
      action: 'none',
      subject_ref: 'person',
      before: 'json',
      after: 'json',
    },
  },
} as const satisfies Record<string, RecordTable>;

export type RecordTableName = keyof typeof recordTables;

/**
 * What is made from the catalog, and from the tables above, and follows both
 * by itself.
 */
export const derivedTables = [
  'contract_facts',
  'dirty',
  'edges',
  'evaluation_queue',
  'products',
  'projection_state',
  'results',
  'rollups',
  'search_terms',
  'subject_values',
  'subjects',
  'uses',
] as const;

/** The columns of a table that are of some kinds. */
export function columnsOf(
  table: RecordTableName,
  ...kinds: readonly ColumnKind[]
): string[] {
  const { columns }: RecordTable = recordTables[table];
  return Object.keys(columns).filter(column => kinds.includes(columns[column]));
}
