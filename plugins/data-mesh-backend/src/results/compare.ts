import {
  Evaluation,
  OutlineRule,
  RuleResult,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { RuleReads } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { causeOf, ToldCause } from './causeOf';
import { Inputs } from './inputs';
import {
  ChangeDetail,
  LevelData,
  LevelRow,
  ResultData,
  ResultRow,
} from './rows';

/** The rules of a set: their places, and what they read. */
export type RuleBook = {
  rules: ReadonlyMap<string, Pick<OutlineRule, 'level' | 'dimension'>>;
  reads: ReadonlyMap<string, RuleReads>;
};

/** An evaluation to compare with what is kept. */
export type ToCompare = {
  subject: string;
  ruleSet: string;
  evaluation: Evaluation;
  inputs: Inputs;
  book: RuleBook;
  /** What made results of the products of a domain change. */
  inherited?: ToldCause;
};

/** A change of a result, or of a level; its time and place come later. */
export type Change = {
  rule?: string;
  dimension?: string;
  before: string | null;
  after: string | null;
  cause: ToldCause;
  detail?: Pick<ChangeDetail, 'severity' | 'counted'>;
};

export type Comparison = {
  /** Rows to write, with the `since` they have then. */
  results: ResultRow[];
  /** Rules that are no more. */
  removed: string[];
  changes: Change[];
  /** Undefined: the level is as it was. */
  levelSince?: string;
};

/** The first evaluation: where a subject starts, without an age. */
export function baselineOf({ evaluation, ...one }: ToCompare): Comparison {
  const cause: ToldCause = { kind: 'baseline' };
  return {
    results: evaluation.results.map(result => rowOf(one, result, null)),
    removed: [],
    changes: levelsOf(evaluation).map(([dimension, level]) => ({
      dimension,
      before: null,
      after: level,
      cause,
    })),
  };
}

/** What is another than what is kept. */
export function compare(
  next: ToCompare,
  kept: {
    level: Pick<LevelRow, 'level' | 'data' | 'inputs'>;
    results: readonly ResultRow[];
  },
  at: string,
): Comparison {
  const { subject, evaluation, inputs, book, inherited } = next;
  const before: Inputs = JSON.parse(kept.level.inputs);
  const known = new Map(kept.results.map(row => [row.rule, row]));
  const rules = new Set(evaluation.results.map(({ rule }) => rule));
  const explain = (
    rule?: string,
    statusBefore?: RuleResult['status'],
    statusAfter?: RuleResult['status'],
  ) =>
    causeOf({
      subject,
      before,
      after: inputs,
      rule,
      reads: rule === undefined ? undefined : book.reads.get(rule),
      statusBefore,
      statusAfter,
      inherited,
    });

  const results: ResultRow[] = [];
  const changes: Change[] = [];
  for (const result of evaluation.results) {
    const old = known.get(result.rule);
    // A rule that is new has a baseline of its own.
    const isOther = old !== undefined && old.status !== result.status;
    const row = rowOf(next, result, isOther ? at : old?.since ?? null);
    if (!old || !isSameRow(old, row)) {
      results.push(row);
    }
    if (old && (isOther || detailOf(old, row))) {
      changes.push({
        rule: result.rule,
        before: old.status,
        after: result.status,
        cause: explain(result.rule, old.status, result.status),
        detail: detailOf(old, row),
      });
    }
  }

  const levelChanges = levelChangesOf(kept.level, evaluation).map(change => ({
    ...change,
    cause: causeOfLevel(change, changes, book) ?? explain(),
  }));
  return {
    results,
    removed: [...known.keys()].filter(rule => !rules.has(rule)),
    changes: [...changes, ...levelChanges],
    levelSince: levelChanges.length > 0 ? at : undefined,
  };
}

export function levelDataOf({
  earned,
  cap,
  dimensions,
  notes,
}: Evaluation): LevelData {
  return { earned, cap, dimensions, notes };
}

function levelsOf({
  level,
  dimensions = {},
}: Pick<Evaluation, 'level' | 'dimensions'>): [string | undefined, string][] {
  return level === undefined
    ? Object.entries(dimensions).map(([id, reached]) => [id, String(reached)])
    : [[undefined, String(level)]];
}

function levelChangesOf(
  kept: Pick<LevelRow, 'level' | 'data'>,
  evaluation: Evaluation,
): Omit<Change, 'cause'>[] {
  const { dimensions }: LevelData = JSON.parse(kept.data);
  const before = new Map(
    levelsOf({ level: kept.level ?? undefined, dimensions }),
  );
  const after = new Map(levelsOf(evaluation));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(
    dimension => {
      const [from, to] = [before.get(dimension), after.get(dimension)];
      return from === to
        ? []
        : { dimension, before: from ?? null, after: to ?? null };
    },
  );
}

/** A level falls or rises with a rule of the level above the lower one. */
function causeOfLevel(
  { dimension, before, after }: Omit<Change, 'cause'>,
  changes: readonly Change[],
  book: RuleBook,
): ToldCause | undefined {
  const decisive = Math.min(Number(before ?? 0), Number(after ?? 0)) + 1;
  return changes.find(({ rule }) => {
    const place = book.rules.get(rule ?? '');
    return place?.level === decisive && place.dimension === dimension;
  })?.cause;
}

function rowOf(
  { subject, ruleSet }: Pick<ToCompare, 'subject' | 'ruleSet'>,
  result: RuleResult,
  since: string | null,
): ResultRow {
  const { rule, code, status, counted, severity } = result;
  const { reason, lacks, waitsFor, waivedUntil } = result;
  const data: ResultData = { reason, lacks, waitsFor, waivedUntil };
  const hasData = Object.values(data).some(value => value !== undefined);
  return {
    subject_ref: subject,
    rule_set: ruleSet,
    rule,
    code,
    status,
    counted,
    severity: severity ?? null,
    since,
    data: hasData ? JSON.stringify(data) : null,
  };
}

function isSameRow(a: ResultRow, b: ResultRow): boolean {
  return (
    a.code === b.code &&
    a.status === b.status &&
    Boolean(a.counted) === Boolean(b.counted) &&
    a.severity === b.severity &&
    a.data === b.data
  );
}

function detailOf(before: ResultRow, after: ResultRow): Change['detail'] {
  const severity = before.severity !== after.severity && {
    severity: {
      before: before.severity ?? undefined,
      after: after.severity ?? undefined,
    },
  };
  const counted = Boolean(before.counted) !== Boolean(after.counted) && {
    counted: Boolean(after.counted),
  };
  return severity || counted ? { ...severity, ...counted } : undefined;
}
