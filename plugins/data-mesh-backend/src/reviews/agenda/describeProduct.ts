import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  REVIEW_DAYS,
  ReviewPoint,
  ReviewProduct,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  evidenceByAuthor,
  EvidenceRecord,
  findEvidenceKey,
  pickEvidence,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { KnownWord } from '../../evidence/foldEvidence';
import { StoredRule } from '../../resultViews/StoredResults';
import { PRODUCT_MATURITY } from '../../ruleSets/RuleSetsInForce';
import { personOf } from '../../valueTree/views/Viewer';
import { NameEntity } from '../../visibility/links';
import { ANSWERS } from '../answers';
import { StoredReview } from '../ReviewStore';
import { ProductToReview } from './rows';

const DAY = 24 * 60 * 60 * 1000;
/** The rule that a product is reviewed in time. */
const REVIEWED = 'DP-L3';
const PAST_MVP = ['production', 'deprecated'];

/** What the open points of a product suggest, the strongest first. */
const SUGGESTIONS: readonly (readonly [
  code: string,
  suggested: NonNullable<ReviewProduct['suggested']>,
])[] = [
  ['OF-13', { decision: 'retire', because: 'unused' }],
  ['OF-10', { decision: 'retire', because: 'unused' }],
  ['OF-04', { decision: 'hand-over', because: 'owned-elsewhere' }],
  ['OF-05', { decision: 'hand-over', because: 'owned-elsewhere' }],
  ['OF-24', { decision: 'invest', because: 'more-users' }],
];

/** The ref of who pays for running a product, where it is an entity. */
export function funderOf(run: string | undefined): string | undefined {
  return run && /^(group|user):([\w.-]+\/)?[\w.-]+$/i.test(run)
    ? stringifyEntityRef(parseEntityRef(run))
    : undefined;
}

/** All that is known of a product that a review looks at. */
export function describeProduct(
  product: ProductToReview,
  known: {
    today: string;
    records: readonly KnownWord[];
    /** Refs of the teams that use it. */
    users: readonly string[];
    rules: readonly StoredRule[];
    points: readonly ReviewPoint[];
    /** Closed reviews of the domain, the newest first. */
    earlier: readonly StoredReview[];
    /** Keys of the questions that the caller may answer about it. */
    asked: ReadonlySet<string>;
  },
  name: NameEntity,
): ReviewProduct | undefined {
  const { ref, lifecycle, owner, level, target, funding } = product;
  const { today, records, users, points, earlier, asked } = known;
  const entity = name(ref);
  if (!entity) {
    return undefined;
  }
  const evidence = pickEvidence(records, today);
  const notes = new Map<EvidenceRecord, string | undefined>(
    records.map(word => [word, word.note]),
  );
  const before = earlier[0]?.snapshot?.products.find(one => one.ref === ref);
  const heldAt = evidence['review.heldAt']?.value as string | undefined;
  const last30Days = dated<number>(evidence['usage.last30Days'], today);
  const lastUsedAt = dated<string>(evidence['usage.lastUsedAt'], today);
  return {
    product: entity,
    lifecycle,
    owner: name(owner),
    isDue: isDue(product, known.rules, heldAt, today),
    users: {
      now: users.flatMap(user => name(user) ?? []),
      before: before?.users.flatMap(user => name(user) ?? []),
    },
    use:
      last30Days || lastUsedAt
        ? { last30Days, lastUsedAt, before: before?.use }
        : undefined,
    promises: dated<boolean>(evidence['promises.kept'], today),
    run: funding && {
      by: name(funderOf(funding.run))?.title ?? funding.run,
      until: funding.until,
    },
    level,
    target,
    answers: evidenceByAuthor('consumers.stillUsing', records, today).map(
      record => ({
        by: name(personOf(record.source)),
        value: String(record.value),
        note: notes.get(record),
        at: record.observedAt,
      }),
    ),
    last: { heldAt, ...lastSaid(ref, earlier) },
    points: [...points],
    suggested: suggestedBy(points),
    mayTell: ANSWERS.filter(({ key }) => asked.has(key)).map(({ of }) => of),
  };
}

/** By the rule on reviews; by its usual interval where there is none. */
function isDue(
  { lifecycle, mvpAt }: ProductToReview,
  rules: readonly StoredRule[],
  heldAt: string | undefined,
  today: string,
): boolean {
  const result = rules.find(
    ({ ruleSet, code }) => ruleSet === PRODUCT_MATURITY && code === REVIEWED,
  );
  if (result) {
    return ['fail', 'unknown', 'waiting'].includes(result.status);
  }
  const isPastMvp = mvpAt ? mvpAt <= today : PAST_MVP.includes(lifecycle ?? '');
  const from = heldAt ?? mvpAt;
  return (
    isPastMvp &&
    (from === undefined ||
      Date.parse(today) - Date.parse(from) > REVIEW_DAYS * DAY)
  );
}

function lastSaid(
  ref: string,
  earlier: readonly StoredReview[],
): Omit<ReviewProduct['last'], 'heldAt'> {
  const said = earlier.find(({ sayings }) => sayings[ref])?.sayings[ref];
  return said
    ? {
        decision: said.decision,
        value: said.value,
        costBand: said.costBand,
        next: said.next,
        standsAlone: said.standsAlone,
        funded: said.funded,
      }
    : {};
}

function suggestedBy(
  points: readonly ReviewPoint[],
): ReviewProduct['suggested'] {
  const codes = new Set(points.map(({ code }) => code));
  return SUGGESTIONS.find(([code]) => codes.has(code))?.[1];
}

function dated<T extends number | string | boolean>(
  record: EvidenceRecord | undefined,
  today: string,
) {
  if (!record) {
    return undefined;
  }
  const { key, value, observedAt, expiresAt } = record;
  const days = findEvidenceKey(key)?.validDays;
  const isRecent =
    days === undefined ||
    Date.parse(today) - Date.parse(observedAt.slice(0, 10)) <= days * DAY;
  return {
    value: value as T,
    at: observedAt,
    holds: isRecent && (!expiresAt || expiresAt.slice(0, 10) >= today),
  };
}
