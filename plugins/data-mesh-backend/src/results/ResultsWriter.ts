import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { monotonicFactory } from 'ulid';
import { insertRows, isAmong, isRowAmong, updateRows } from '../database/sql';
import { groupBy, inParts } from '../lists';
import { PRODUCT_MATURITY } from '../ruleSets/RuleSetsInForce';
import {
  baselineOf,
  Change,
  compare,
  Comparison,
  levelDataOf,
  ToCompare,
} from './compare';
import { KnownLevel } from './ResultsStore';
import {
  CHANGE_COLUMNS,
  ChangeRow,
  LEVEL_COLUMNS,
  LevelRow,
  RESULT_COLUMNS,
  ResultRow,
} from './rows';

const IDENTITY = ['subject_ref', 'rule_set'] as const;
const SAME_ROW = 'subject_ref = new_subject_ref and rule_set = new_rule_set';
const ROWS_A_TRANSACTION = 100;

/** An evaluation that is to be kept. */
export type ToWrite = ToCompare & {
  historyKey: string;
  domain?: string;
  digest: string;
  inputsDigest: string;
  /** What was known before anything was read for this evaluation. */
  before?: KnownLevel;
};

export type Written = {
  item: ToWrite;
  changes: Change[];
};

export type WriteReport = {
  written: Written[];
  /** Others have written since what was known was read. */
  lost: ToWrite[];
  failed: { item: ToWrite; error: unknown }[];
};

/**
 * Keeps results by compare-and-set: a subject and rule set is written whole,
 * with what changed and why, or not at all when somebody else was first.
 */
export class ResultsWriter {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #nextId = monotonicFactory();

  constructor(options: {
    knex: Knex;
    logger: LoggerService;
    now?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
  }

  async write(items: readonly ToWrite[]): Promise<WriteReport> {
    const report: WriteReport = { written: [], lost: [], failed: [] };
    // One order for all writers, so that none waits for another in a circle.
    const sorted = [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    for (const part of inParts(sorted, ROWS_A_TRANSACTION)) {
      await this.#writeSome(part, report);
    }
    return report;
  }

  /** Keeps newer inputs of evaluations that came to the same. */
  async refresh(items: readonly ToWrite[]): Promise<void> {
    await updateRows(this.#knex, {
      table: 'levels',
      columns: LEVEL_COLUMNS,
      rows: [...items]
        .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
        .map(item => rowOf(item, null, '')),
      set: ['inputs', 'inputs_digest'],
      also: 'gone_at = null',
      where: `${SAME_ROW} and digest = new_digest`,
    });
  }

  /** Gives lists the levels that they do not have. */
  async alignLists(products: readonly ProductLevel[]): Promise<void> {
    if (products.length > 0) {
      await this.#knex.transaction(trx => keepProductLevels(trx, products));
    }
  }

  /** A batch that fails is tried row by row, so that one holds up no other. */
  async #writeSome(
    items: readonly ToWrite[],
    report: WriteReport,
  ): Promise<void> {
    try {
      const written = await this.#knex.transaction(trx =>
        this.#writeIn(trx, items),
      );
      const won = new Set(written.map(({ item }) => item));
      report.written.push(...written);
      report.lost.push(...items.filter(item => !won.has(item)));
    } catch (error) {
      if (items.length > 1) {
        for (const item of items) {
          await this.#writeSome([item], report);
        }
        return;
      }
      const [item] = items;
      report.failed.push({ item, error });
      this.#logger.error(
        `The results of ${item.ruleSet} for ${item.subject} could not be kept, they stay as they were: ${error}`,
      );
    }
  }

  async #writeIn(trx: Knex, items: readonly ToWrite[]): Promise<Written[]> {
    const at = this.#now().toISOString();
    const first = items.filter(({ before }) => !before);
    const further = items.filter(({ before }) => before);
    const compared = new Map<ToWrite, Comparison>();

    for (const item of await insertFirst(trx, first, at)) {
      compared.set(item, baselineOf(item));
    }
    const kept = await readKept(trx, further);
    const others = new Map(
      further.flatMap(item => {
        const own = kept.get(keyOf(item));
        // Whoever reads another digest has lost already.
        return own?.level.digest === item.before?.digest && own
          ? [[item, { ...own, ...compare(item, own, at) }] as const]
          : [];
      }),
    );
    const won = await updateFurther(trx, others, at);
    others.forEach((comparison, item) => {
      if (won.has(keyOf(item))) {
        compared.set(item, comparison);
      }
    });
    await this.#saveDetails(trx, compared, at);
    return [...compared].map(([item, { changes }]) => ({ item, changes }));
  }

  async #saveDetails(
    trx: Knex,
    compared: ReadonlyMap<ToWrite, Comparison>,
    at: string,
  ): Promise<void> {
    const entries = [...compared];
    const replaced = entries
      .filter(([{ before }]) => before)
      .flatMap(([item, { removed, results }]) =>
        [...removed, ...results.map(({ rule }) => rule)].map(rule => ({
          subject_ref: item.subject,
          rule_set: item.ruleSet,
          rule,
        })),
      );
    if (replaced.length > 0) {
      await trx('results')
        .where(isRowAmong(trx, [...IDENTITY, 'rule'], replaced))
        .delete();
    }
    await insertRows(trx, {
      table: 'results',
      columns: RESULT_COLUMNS,
      rows: entries.flatMap(([, { results }]) => results),
    });
    await keepProductLevels(
      trx,
      entries.flatMap(([{ ruleSet, subject, evaluation }]) =>
        ruleSet === PRODUCT_MATURITY ? { subject, ...evaluation } : [],
      ),
    );
    const time = Date.parse(at);
    await insertRows(trx, {
      table: 'result_changes',
      columns: CHANGE_COLUMNS,
      rows: entries.flatMap(([item, { changes }]) =>
        changes.map(change =>
          changeRow(item, change, { id: this.#nextId(time), at }),
        ),
      ),
    });
  }
}

/** The level and target that lists are filtered and ordered by. */
type ProductLevel = {
  subject: string;
  level?: number | null;
  target?: number | null;
};

async function keepProductLevels(
  knex: Knex,
  products: readonly ProductLevel[],
): Promise<void> {
  if (products.length === 0) {
    return;
  }
  const refs = products.map(({ subject }) => subject);
  // One order for all writers, so that none waits for another in a circle.
  await knex('products')
    .select('ref')
    .where(isAmong(knex, 'ref', refs))
    .orderBy('ref')
    .forUpdate();
  await updateRows(knex, {
    table: 'products',
    columns: { ref: 'text', level: 'integer', target: 'integer' },
    rows: products.map(({ subject, level, target }) => ({
      ref: subject,
      level: level ?? null,
      target: target ?? null,
    })),
    set: ['level', 'target'],
    where: 'ref = new_ref',
  });
}

function keyOf(item: { subject: string; ruleSet: string }): string {
  return `${item.subject} ${item.ruleSet}`;
}

function keyOfRow(row: { [column in (typeof IDENTITY)[number]]?: string }) {
  return `${row.subject_ref} ${row.rule_set}`;
}

async function insertFirst(
  trx: Knex,
  items: readonly ToWrite[],
  at: string,
): Promise<ToWrite[]> {
  const inserted = await insertRows(trx, {
    table: 'levels',
    columns: LEVEL_COLUMNS,
    rows: items.map(item => rowOf(item, null, at)),
    onConflict: '(subject_ref, rule_set) do nothing',
    returning: IDENTITY,
  });
  const isNew = new Set(inserted.map(keyOfRow));
  return items.filter(item => isNew.has(keyOf(item)));
}

type Kept = { level: LevelRow; results: ResultRow[] };

async function readKept(
  trx: Knex,
  items: readonly ToWrite[],
): Promise<Map<string, Kept>> {
  if (items.length === 0) {
    return new Map();
  }
  const wanted = items.map(({ subject, ruleSet }) => ({
    subject_ref: subject,
    rule_set: ruleSet,
  }));
  const levels: LevelRow[] = await trx('levels')
    .where(isRowAmong(trx, IDENTITY, wanted))
    .orderBy([...IDENTITY])
    .forUpdate();
  const results: ResultRow[] = await trx('results').where(
    isRowAmong(trx, IDENTITY, wanted),
  );
  const bySubject = groupBy(results, keyOfRow);
  return new Map(
    levels.map(level => [
      keyOfRow(level),
      { level, results: bySubject.get(keyOfRow(level)) ?? [] },
    ]),
  );
}

async function updateFurther(
  trx: Knex,
  items: ReadonlyMap<ToWrite, Kept & Comparison>,
  at: string,
): Promise<Set<string>> {
  const updated = await updateRows(trx, {
    table: 'levels',
    columns: { ...LEVEL_COLUMNS, before: 'text' },
    rows: [...items].map(([item, { level, levelSince }]) => ({
      ...rowOf(item, levelSince ?? level.since, at),
      before: item.before?.digest,
    })),
    set: Object.keys(LEVEL_COLUMNS).filter(
      (column): column is keyof LevelRow =>
        !IDENTITY.some(name => name === column),
    ),
    also: 'gone_at = null',
    where: `${SAME_ROW} and digest = new_before`,
    returning: IDENTITY,
  });
  return new Set(updated.map(keyOfRow));
}

function rowOf(item: ToWrite, since: string | null, at: string): LevelRow {
  const { evaluation } = item;
  return {
    subject_ref: item.subject,
    rule_set: item.ruleSet,
    history_key: item.historyKey,
    domain_ref: item.domain ?? null,
    version: evaluation.version,
    level: evaluation.level ?? null,
    target: evaluation.target ?? null,
    data: JSON.stringify(levelDataOf(evaluation)),
    since,
    digest: item.digest,
    inputs: JSON.stringify(item.inputs),
    inputs_digest: item.inputsDigest,
    changed_at: at,
  };
}

function changeRow(
  item: ToWrite,
  { rule, dimension, before, after, cause, detail }: Change,
  { id, at }: { id: string; at: string },
): ChangeRow {
  const { kind, ...more } = cause;
  const told = { ...more, ...detail };
  return {
    id,
    at,
    subject_ref: item.subject,
    history_key: item.historyKey,
    domain_ref: item.domain ?? null,
    rule_set: item.ruleSet,
    rule: rule ?? null,
    dimension: dimension ?? null,
    before,
    after,
    cause: kind,
    detail: Object.keys(told).length > 0 ? JSON.stringify(told) : null,
  };
}
