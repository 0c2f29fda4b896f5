import {
  DomainRow,
  RuleSetOutline,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  domainAnnotations,
  readDomainAnnotation,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { groupBy } from '../lists';
import { refsOfChange, toChange } from '../resultViews/changes';
import { Outlines } from '../resultViews/Outlines';
import { DOMAIN_MATURITY } from '../ruleSets/RuleSetsInForce';
import { KeptTree } from '../valueTree/store/KeptTree';
import { NameEntity, nameEntities } from '../visibility/links';
import {
  DomainChange,
  DomainRecord,
  DomainScope,
  DomainStore,
  FaultCount,
  ProductCount,
} from './DomainStore';
import { goalsOfDomains, noGoals } from './goalsOfDomains';

/** Where there was no review yet. */
const CHANGES_SINCE_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** A domain of the catalog; without a row when it does not take part. */
export type FoundDomain = { ref: string; ownerRef?: string; row?: DomainRow };

type Parts = {
  counts: ProductCount[];
  faults: FaultCount[];
  goals: DomainRow['goals'];
  reviewedAt?: string;
  change?: DomainChange;
  isAnswered: boolean;
};

/**
 * Puts together how domains stand, in eight statements for any number, and four
 * more where the value tree has changed.
 */
export class DomainRows {
  readonly #knex: Knex;
  readonly #store: DomainStore;
  readonly #outlines: Outlines;
  readonly #kept: Pick<KeptTree, 'read'>;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    store: DomainStore;
    outlines: Outlines;
    kept: Pick<KeptTree, 'read'>;
    now?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#outlines = options.outlines;
    this.#kept = options.kept;
    this.#now = options.now ?? (() => new Date());
  }

  /** The domains of the catalog that the caller may see, by title. */
  async find(scope: DomainScope): Promise<FoundDomain[]> {
    const [domains, counts, faults, { reviews, changes }, answered, tree] =
      await Promise.all([
        this.#store.getDomains(scope),
        this.#store.countProducts(scope),
        this.#store.countFaults(scope),
        this.#getChanges(scope),
        this.#store.getAnswered(scope),
        this.#kept.read(),
      ]);
    // Who sees a domain sees its goals.
    const goalsOf = goalsOfDomains(
      tree,
      this.#now().toISOString().slice(0, 10),
    );
    const countsOf = groupBy(counts, ({ domain }) => domain);
    const faultsOf = groupBy(faults, ({ domain }) => domain);
    const changeOf = new Map(changes.map(change => [change.domain, change]));
    const name = await nameEntities(
      this.#knex,
      [
        ...domains.flatMap(refsOfDomain),
        ...changes.flatMap(({ latest }) => refsOfChange(latest)),
      ],
      scope.visibility,
    );
    return domains.map(domain => {
      const { ref, ownerRef } = domain;
      const products = countsOf.get(ref) ?? [];
      // Evaluation decides who takes part; a new product is there before it.
      const takesPart = domain.dimensions !== undefined || products.length > 0;
      const parts: Parts = {
        counts: products,
        faults: faultsOf.get(ref) ?? [],
        goals: goalsOf.get(ref) ?? noGoals(),
        reviewedAt: reviews.get(ref),
        change: changeOf.get(ref),
        isAnswered: answered.has(ref),
      };
      return {
        ref,
        ownerRef,
        ...(takesPart && { row: this.#toRow(domain, parts, name) }),
      };
    });
  }

  async #getChanges(scope: DomainScope) {
    const reviews = await this.#store.getLastReviews(scope);
    const unreviewed = this.#now().getTime() - CHANGES_SINCE_DAYS * DAY;
    const earliest = [...reviews.values()].reduce(
      (time, at) => Math.min(time, Date.parse(at)),
      unreviewed,
    );
    const changes = await this.#store.getChanges(scope, {
      earliest: new Date(earliest),
      unreviewed: new Date(unreviewed),
    });
    return { reviews, changes };
  }

  #toRow(domain: DomainRecord, parts: Parts, name: NameEntity): DomainRow {
    const outline = this.#outlines.of(DOMAIN_MATURITY, 'Domain');
    const dimensions = inOrder(domain.dimensions ?? {}, outline);
    const started = parts.isAnswered || hasMostlyBegun(dimensions);
    const { change, counts, faults, goals, reviewedAt } = parts;
    const faultCount = (severity: FaultCount['severity']) =>
      faults.find(fault => fault.severity === severity)?.count ?? 0;
    return {
      domain: name(domain.ref) ?? {
        ref: domain.ref,
        title: parseEntityRef(domain.ref).name,
        exists: true,
      },
      owner: name(domain.ownerRef),
      domainOwner: name(personOf(domain, 'domainOwner')),
      dataLead: name(personOf(domain, 'dataLead')),
      started,
      dimensions,
      weakest: started ? weakestOf(dimensions) : undefined,
      products: this.#toProducts(counts),
      openPoints: {
        high: faultCount('high'),
        medium: faultCount('medium'),
        low: faultCount('low'),
      },
      goals,
      changes: {
        since: reviewedAt,
        total: change?.total ?? 0,
        latest: change && toChange(change.latest, name, this.#outlines),
      },
    };
  }

  #toProducts(counts: readonly ProductCount[]): DomainRow['products'] {
    const sum = (some: readonly ProductCount[]) =>
      some.reduce((total, { count }) => total + count, 0);
    const asked = counts.filter(({ target }) => target !== undefined);
    const highest = Math.max(
      -1,
      ...counts.map(({ level }) => level ?? -1),
      this.#outlines.productLevels - 1,
    );
    return {
      total: sum(counts),
      withTarget: sum(asked),
      atTarget: sum(
        asked.filter(({ level, target = 0 }) => (level ?? -1) >= target),
      ),
      byLevel: Array.from({ length: highest + 1 }, (_, level) =>
        sum(counts.filter(count => count.level === level)),
      ),
    };
  }
}

function refsOfDomain(domain: DomainRecord): (string | undefined)[] {
  return [
    domain.ref,
    domain.ownerRef,
    personOf(domain, 'domainOwner'),
    personOf(domain, 'dataLead'),
  ];
}

function personOf(
  { annotations }: DomainRecord,
  role: keyof typeof domainAnnotations & ('domainOwner' | 'dataLead'),
): string | undefined {
  const text = readDomainAnnotation(annotations, role);
  return (
    text &&
    stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'user',
        defaultNamespace: 'default',
      }),
    )
  );
}

/** Dimensions in the order of the rule set. */
function inOrder(
  levels: Record<string, number>,
  outline: RuleSetOutline | undefined,
): Record<string, number> {
  const known = outline?.dimensions.map(({ id }) => id) ?? [];
  const ids = [...known.filter(id => id in levels), ...Object.keys(levels)];
  return Object.fromEntries([...new Set(ids)].map(id => [id, levels[id]]));
}

/**
 * Some rules are met by any domain with a product in the catalog; that alone
 * is no start. In most dimensions nothing is reached by chance.
 */
function hasMostlyBegun(dimensions: Record<string, number>): boolean {
  const levels = Object.values(dimensions);
  return levels.filter(level => level > 0).length > levels.length / 2;
}

function weakestOf(dimensions: Record<string, number>): DomainRow['weakest'] {
  const [first, ...others] = Object.entries(dimensions);
  if (!first) {
    return undefined;
  }
  const [dimension, level] = others.reduce(
    (lowest, next) => (next[1] < lowest[1] ? next : lowest),
    first,
  );
  return { dimension, level };
}
