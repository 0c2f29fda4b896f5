import {
  Evaluation,
  OutlineRule,
  RuleResult,
  RuleSetOutline,
  StoredResult,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { Outlines, subjectOf } from './Outlines';

/** Where a rule set puts a subject, as stored. */
export type StoredLevel = Omit<Evaluation, 'results'> & {
  subjectRef: string;
  since: string | null;
  /** When it left the mesh. */
  goneAt?: string;
};

/** A result as stored; the weight is told by the outline. */
export type StoredRule = Omit<StoredResult, 'weight'> & {
  subjectRef: string;
  ruleSet: string;
};

/** Reads what evaluation has stored, each in one statement. */
export class StoredResults {
  readonly #knex: Knex;
  readonly #outlines: Outlines;

  constructor(knex: Knex, outlines: Outlines) {
    this.#knex = knex;
    this.#outlines = outlines;
  }

  /** Of those that have left the mesh, too. */
  async getLevels(
    refs: readonly string[],
    ruleSet?: string,
  ): Promise<StoredLevel[]> {
    const query = this.#knex('levels')
      .select(
        'subject_ref',
        'rule_set',
        'version',
        'level',
        'target',
        'data',
        'since',
        'gone_at',
      )
      .where(isAmong(this.#knex, 'subject_ref', refs))
      .orderBy(['subject_ref', 'rule_set']);
    if (ruleSet !== undefined) {
      query.where({ rule_set: ruleSet });
    }
    const rows: Record<string, any>[] = await query;
    return rows.map(row => this.#toLevel(row));
  }

  async getRules(
    refs: readonly string[],
    filter: { ruleSet?: string; statuses?: readonly string[] } = {},
  ): Promise<StoredRule[]> {
    const query = this.#knex('results')
      .select('*')
      .where(isAmong(this.#knex, 'subject_ref', refs));
    if (filter.ruleSet !== undefined) {
      query.where({ rule_set: filter.ruleSet });
    }
    if (filter.statuses) {
      query.whereIn('status', [...filter.statuses]);
    }
    const rows: Record<string, any>[] = await query;
    return rows.map(toRule);
  }

  #toLevel(row: Record<string, any>): StoredLevel {
    const { earned, cap, dimensions, notes } = JSON.parse(row.data);
    const subject = subjectOf(row.subject_ref) ?? '';
    const outline = this.#outlines.of(row.rule_set, subject);
    return {
      subjectRef: row.subject_ref,
      ruleSet: row.rule_set,
      version: row.version,
      level: row.level ?? undefined,
      // A set of faults asks for no level.
      target: hasLevels(outline, row) ? row.target ?? null : undefined,
      earned: earned ?? undefined,
      cap: cap ?? undefined,
      dimensions: dimensions ?? undefined,
      notes: notes ?? [],
      since: row.since,
      goneAt: row.gone_at ?? undefined,
    };
  }
}

function hasLevels(
  outline: RuleSetOutline | undefined,
  row: Record<string, any>,
): boolean {
  return outline ? outline.levels.length > 0 : row.level !== null;
}

function toRule(row: Record<string, any>): StoredRule {
  const { reason, lacks, waitsFor, waivedUntil }: Partial<RuleResult> = row.data
    ? JSON.parse(row.data)
    : {};
  return {
    subjectRef: row.subject_ref,
    ruleSet: row.rule_set,
    rule: row.rule,
    code: row.code,
    status: row.status,
    counted: Boolean(row.counted),
    reason,
    lacks,
    waitsFor,
    waivedUntil,
    severity: row.severity ?? undefined,
    since: row.since,
  };
}

/** Results in the order of the rules, with their weights. */
export function inOrderOf(
  outline: RuleSetOutline | undefined,
  results: readonly StoredRule[],
): StoredResult[] {
  const rules = new Map<string, { rule: OutlineRule; place: number }>(
    outline?.rules.map((rule, place) => [rule.id, { rule, place }]),
  );
  const placeOf = ({ rule }: StoredRule) =>
    rules.get(rule)?.place ?? Number.MAX_SAFE_INTEGER;
  return [...results]
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.code < b.code ? -1 : 1))
    .map(({ subjectRef: _subject, ruleSet: _set, ...result }) => ({
      ...result,
      weight: rules.get(result.rule)?.rule.weight ?? 'must',
    }));
}
