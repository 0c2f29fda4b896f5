import { ConflictError } from '@backstage/errors';
import { WaiverState } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { insertRows, isAmong } from '../database/sql';
import { groupBy } from '../lists';
import { isVisible, Visibility, withVisible } from '../visibility/Visibility';
import { GrantedWaiver, WaiverReader } from './WaiverReader';

/** A waiver as it is kept; that one has expired is told from its last day. */
export type StoredWaiver = {
  id: string;
  /** The subject as it is called now. */
  subjectRef: string;
  ruleSet: string;
  rule: string;
  reason: string;
  until: string;
  state: Exclude<WaiverState, 'expired'>;
  askedBy: string;
  askedAt: string;
  decidedBy?: string;
  decidedAt?: string;
  decisionNote?: string;
  version: number;
};

/** A place in the list, which has the newest request first. */
export type WaiverPlace = { askedAt: string; id: string };

export type WaiverFilter = {
  refs?: readonly string[];
  states?: readonly WaiverState[];
  /** The UTC day on which states are told. */
  today: string;
};

const COLUMNS = {
  id: 'text',
  subject_ref: 'text',
  history_key: 'text',
  rule_set: 'text',
  rule: 'text',
  reason: 'text',
  until: 'text',
  state: 'text',
  asked_by: 'text',
  asked_at: 'text',
  decided_by: 'text',
  decided_at: 'text',
  decision_note: 'text',
  version: 'integer',
} as const;

/**
 * Waivers with the ref that their subject has now. A product that was renamed
 * is found by its product id; a subject that is gone keeps its ref.
 */
const NOW = `(select w.*, coalesce(
  (select s.ref from subjects s
    where s.ref = w.subject_ref and s.gone_at is null
    and (w.history_key = w.subject_ref or w.history_key = coalesce(s.history_key, s.ref))),
  (select min(s.ref) from subjects s
    where s.history_key = w.history_key and s.gone_at is null),
  w.subject_ref) as now_ref
from waivers w) as w`;

/** Keeps waivers. Every change of one names the version that was read. */
export class WaiverStore implements WaiverReader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async read(refs?: readonly string[]): Promise<Map<string, GrantedWaiver[]>> {
    const query = this.#now().select('w.*').where('state', 'approved');
    if (refs) {
      query.where(isAmong(this.#knex, 'w.now_ref', refs));
    }
    const rows: Record<string, any>[] = await query.orderBy('id');
    const waivers = rows.map(toWaiver);
    const bySubject = groupBy(waivers, ({ subjectRef }) => subjectRef);
    return new Map(
      [...bySubject].map(([ref, own]) => [ref, own.map(toGranted)]),
    );
  }

  async find(
    id: string,
    trx: Knex = this.#knex,
  ): Promise<StoredWaiver | undefined> {
    const row = await this.#now(trx).first('w.*').where({ id });
    return row && toWaiver(row);
  }

  async list(
    filter: WaiverFilter,
    page: { after?: WaiverPlace; limit: number },
    visibility: Visibility,
  ): Promise<{ waivers: StoredWaiver[]; total: number }> {
    const matching = () => {
      const query = this.#matching(filter).whereRaw(
        isVisible(visibility, 'w.now_ref'),
      );
      return withVisible(this.#knex, query, visibility);
    };
    const rows = matching()
      .select('w.*')
      .orderBy([
        { column: 'asked_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(page.limit);
    if (page.after) {
      const { askedAt, id } = page.after;
      rows.whereRaw('(asked_at, id) < (?, ?)', [askedAt, id]);
    }
    const [found, [{ count }]] = await Promise.all([
      rows,
      matching().count({ count: '*' }),
    ]);
    return { waivers: found.map(toWaiver), total: Number(count) };
  }

  /** @throws ConflictError when one is open for the subject and rule */
  async insert(trx: Knex, waiver: StoredWaiver): Promise<void> {
    const { id, subjectRef, ruleSet, rule } = waiver;
    await this.followProductIds(trx);
    const inserted = await this.#insert(trx, [waiver]);
    if (!inserted.has(id)) {
      throw new ConflictError(
        `Somebody has asked for this exception already, and it waits for a decision: rule ${rule} of ${ruleSet}, ${subjectRef}. Take that request back first.`,
      );
    }
  }

  /**
   * Takes in waivers of before.
   *
   * @returns the ids of those that were not known
   */
  async insertUnknown(
    trx: Knex,
    waivers: readonly StoredWaiver[],
  ): Promise<Set<string>> {
    return this.#insert(trx, waivers);
  }

  /** @returns false when it is no longer of that version */
  async decide(
    trx: Knex,
    { id, version }: Pick<StoredWaiver, 'id' | 'version'>,
    decision: Pick<
      StoredWaiver,
      'state' | 'decidedBy' | 'decidedAt' | 'decisionNote'
    >,
  ): Promise<boolean> {
    const updated = await trx('waivers')
      .where({ id, version })
      .update({
        state: decision.state,
        decided_by: decision.decidedBy,
        decided_at: decision.decidedAt,
        decision_note: decision.decisionNote ?? null,
        version: version + 1,
      });
    return updated === 1;
  }

  /**
   * Has waivers of products follow a product id that was given to the product
   * later, so that they are found when it is renamed after that.
   */
  async followProductIds(trx: Knex = this.#knex): Promise<void> {
    await trx.raw(
      `update waivers set history_key = (
        select s.history_key from subjects s where s.ref = waivers.subject_ref)
      where history_key = subject_ref and exists (
        select 1 from subjects s where s.ref = waivers.subject_ref
        and s.gone_at is null and s.history_key is not null
        and s.history_key <> s.ref
        and not exists (select 1 from waivers o where o.state = 'asked'
          and o.history_key = s.history_key and o.rule_set = waivers.rule_set
          and o.rule = waivers.rule))`,
    );
  }

  #now(knex: Knex = this.#knex): Knex.QueryBuilder {
    return knex.queryBuilder().from(knex.raw(NOW));
  }

  #matching({ refs, states, today }: WaiverFilter): Knex.QueryBuilder {
    const query = this.#now();
    if (refs?.length) {
      query.where(isAmong(this.#knex, 'w.now_ref', refs));
    }
    if (states?.length) {
      query.where(some =>
        states.forEach(state => some.orWhere(isInState(state, today))),
      );
    }
    return query;
  }

  async #insert(
    trx: Knex,
    waivers: readonly StoredWaiver[],
  ): Promise<Set<string>> {
    const keys = await historyKeysOf(
      trx,
      waivers.map(({ subjectRef }) => subjectRef),
    );
    const rows = await insertRows(trx, {
      table: 'waivers',
      columns: COLUMNS,
      rows: waivers.map(waiver => ({
        id: waiver.id,
        subject_ref: waiver.subjectRef,
        history_key: keys.get(waiver.subjectRef) ?? waiver.subjectRef,
        rule_set: waiver.ruleSet,
        rule: waiver.rule,
        reason: waiver.reason,
        until: waiver.until,
        state: waiver.state,
        asked_by: waiver.askedBy,
        asked_at: waiver.askedAt,
        decided_by: waiver.decidedBy,
        decided_at: waiver.decidedAt,
        decision_note: waiver.decisionNote,
        version: waiver.version,
      })),
      onConflict: 'do nothing',
      returning: 'id',
    });
    return new Set(rows.map(({ id }) => id));
  }
}

async function historyKeysOf(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const rows = await knex('subjects')
    .select('ref', 'history_key')
    .where(isAmong(knex, 'ref', refs))
    .whereNotNull('history_key');
  return new Map(rows.map(row => [row.ref, row.history_key]));
}

function isInState(state: WaiverState, today: string): Knex.QueryCallback {
  return query => {
    if (state === 'expired') {
      query.where('state', 'approved').where('until', '<', today);
    } else if (state === 'approved') {
      query.where('state', 'approved').where('until', '>=', today);
    } else {
      query.where('state', state);
    }
  };
}

function toWaiver(row: Record<string, any>): StoredWaiver {
  return {
    id: row.id,
    subjectRef: row.now_ref,
    ruleSet: row.rule_set,
    rule: row.rule,
    reason: row.reason,
    until: row.until,
    state: row.state,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    decisionNote: row.decision_note ?? undefined,
    version: row.version,
  };
}

function toGranted(waiver: StoredWaiver): GrantedWaiver {
  const { id, ruleSet, rule, reason, until, decidedBy } = waiver;
  return { id, ruleSet, rule, reason, until, approvedBy: decidedBy };
}
