import {
  Evaluation,
  RuleResult,
  RuleStatus,
  Severity,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { ToldCause } from './causeOf';

/** What is kept of the level of a subject besides its columns. */
export type LevelData = Pick<
  Evaluation,
  'earned' | 'cap' | 'dimensions' | 'notes'
>;

/** What is kept of a result besides its columns. */
export type ResultData = Pick<
  RuleResult,
  'reason' | 'lacks' | 'waitsFor' | 'waivedUntil'
>;

/**
 * What is kept of a change besides its columns: more of the cause, and what
 * else than the status became another.
 */
export type ChangeDetail = Omit<ToldCause, 'kind'> & {
  severity?: { before?: Severity; after?: Severity };
  counted?: boolean;
};

export const LEVEL_COLUMNS = {
  subject_ref: 'text',
  rule_set: 'text',
  history_key: 'text',
  domain_ref: 'text',
  version: 'integer',
  level: 'integer',
  target: 'integer',
  data: 'text',
  since: 'text',
  digest: 'text',
  inputs: 'text',
  inputs_digest: 'text',
  changed_at: 'text',
} as const;

export type LevelRow = {
  subject_ref: string;
  rule_set: string;
  history_key: string;
  domain_ref: string | null;
  version: number;
  level: number | null;
  target: number | null;
  data: string;
  since: string | null;
  digest: string;
  inputs: string;
  inputs_digest: string;
  changed_at: string;
};

export const RESULT_COLUMNS = {
  subject_ref: 'text',
  rule_set: 'text',
  rule: 'text',
  code: 'text',
  status: 'text',
  counted: 'boolean',
  severity: 'text',
  since: 'text',
  data: 'text',
} as const;

/** SQLite keeps 0 and 1 for what PostgreSQL has true and false. */
export type ResultRow = {
  subject_ref: string;
  rule_set: string;
  rule: string;
  code: string;
  status: RuleStatus;
  counted: boolean | number;
  severity: Severity | null;
  since: string | null;
  data: string | null;
};

export const CHANGE_COLUMNS = {
  id: 'text',
  at: 'text',
  subject_ref: 'text',
  history_key: 'text',
  domain_ref: 'text',
  rule_set: 'text',
  rule: 'text',
  dimension: 'text',
  before: 'text',
  after: 'text',
  cause: 'text',
  detail: 'text',
} as const;

export type ChangeRow = {
  [column in keyof typeof CHANGE_COLUMNS]: string | null;
} & { id: string; subject_ref: string; rule_set: string; cause: string };
