import {
  ChangeCause,
  RuleStatus,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { RuleReads } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Inputs } from './inputs';

/** Why a result changed; refs and names as far as they are known. */
export type ToldCause = {
  kind: ChangeCause;
  /** Ref of the entity or contract. */
  entity?: string;
  /** The evidence key. */
  key?: string;
  /** Ref of the person. */
  by?: string;
  /** The service or source. */
  source?: string;
};

/** A change to find the cause of. Without `rule` it is about the whole. */
export type ChangeToExplain = {
  subject: string;
  before: Inputs;
  after: Inputs;
  rule?: string;
  reads?: RuleReads;
  statusBefore?: RuleStatus;
  statusAfter?: RuleStatus;
  /** What made results of the products of a domain change with it. */
  inherited?: ToldCause;
};

/**
 * Tells the cause of a change by what differs between the inputs of two
 * evaluations: what is about the rule itself before what is about the
 * subject, and the day only when nothing else differs.
 */
export function causeOf(change: ChangeToExplain): ToldCause {
  const { subject, before, after, rule, reads, inherited } = change;
  const rules = rule ? [rule, ...(reads?.rules ?? [])] : undefined;
  const waivers = differing(before.waivers, after.waivers);
  const evidence = differing(before.evidence, after.evidence);
  const contracts = differing(before.contracts, after.contracts);
  const isOtherFile = before.entity !== after.entity;
  const isRelated = before.related !== after.related;
  const areOtherGoals = otherInBoth(before.goals, after.goals);

  if (waivers.some(id => !rules || rules.includes(id))) {
    return { kind: 'waiver' };
  }
  if (before.ruleSet !== after.ruleSet) {
    return { kind: 'rule-set' };
  }
  const own = reads?.keys.find(key => evidence.includes(key));
  if (own) {
    return ofEvidence(own, after);
  }
  if (areOtherGoals && reads?.sources.includes('goals')) {
    return { kind: 'goals' };
  }
  const readsContract = reads?.sources.includes('contract') ?? true;
  if (
    contracts.length &&
    (readsContract || !(isOtherFile || evidence.length))
  ) {
    return { kind: 'contract', entity: contracts[0] };
  }
  if (isOtherFile) {
    return { kind: 'entity', entity: subject };
  }
  if (evidence.length) {
    return ofEvidence(evidence[0], after);
  }
  const renewed = renewedKey(change);
  if (renewed) {
    return ofEvidence(renewed, after);
  }
  if (waivers.length) {
    return { kind: 'waiver' };
  }
  if (isRelated) {
    return inherited ?? { kind: 'entity' };
  }
  if (before.below !== after.below) {
    return inherited ?? { kind: 'evidence' };
  }
  const mayHangOnGoals = !reads || reads.rules.length > 0;
  return { kind: areOtherGoals && mayHangOnGoals ? 'goals' : 'time' };
}

/**
 * What was not known is known again although no value differs: it was said
 * once more. A key that came for the first time came for another subject.
 */
function renewedKey({
  statusBefore,
  statusAfter,
  reads,
  after,
}: ChangeToExplain): string | undefined {
  const wasOpen = statusBefore === 'unknown' || statusBefore === 'not-measured';
  return wasOpen && statusAfter !== statusBefore
    ? reads?.keys.find(
        key =>
          statusBefore === 'not-measured' || Object.hasOwn(after.evidence, key),
      )
    : undefined;
}

function ofEvidence(key: string, { evidence }: Inputs): ToldCause {
  if (!Object.hasOwn(evidence, key)) {
    return { kind: 'evidence', key };
  }
  const [, way, source] = evidence[key];
  return way === 'portal'
    ? { kind: 'answer', key, by: source }
    : { kind: 'evidence', key, source };
}

/** The keys whose values differ, in one order always. */
function differing(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .filter(key => valueOf(before, key) !== valueOf(after, key))
    .sort();
}

/**
 * Whether what both tell of is another. What only one of them tells of comes
 * from a file that names it, or names it no more.
 */
function otherInBoth(
  before: Readonly<Record<string, string>> = {},
  after: Readonly<Record<string, string>> = {},
): boolean {
  return Object.entries(after).some(
    ([key, mark]) => Object.hasOwn(before, key) && before[key] !== mark,
  );
}

function valueOf(record: Readonly<Record<string, unknown>>, key: string) {
  return Object.hasOwn(record, key) ? JSON.stringify(record[key]) : undefined;
}
