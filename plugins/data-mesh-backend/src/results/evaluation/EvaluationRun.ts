import { LoggerService } from '@backstage/backend-plugin-api';
import { setImmediate } from 'node:timers/promises';
import { inParts, readAhead } from '../../lists';
import { OWNERSHIP_FAULTS } from '../../ruleSets/RuleSetsInForce';
import { ToldCause } from '../causeOf';
import { Scope } from '../mesh/findAffected';
import { Mesh, MeshDomain, MeshProduct } from '../mesh/Mesh';
import { ResultsStore } from '../ResultsStore';
import { Written } from '../ResultsWriter';
import { DomainRollup, rollupOf, Rollups } from '../Rollups';
import { DomainOrder } from './DomainOrder';
import {
  DomainCase,
  FaultSince,
  judgeDomainFaults,
  judgeDomainMaturity,
  takesPartInPass,
} from './evaluateDomain';
import { evaluateProduct, ProductOutcome } from './evaluateProduct';
import { EvidenceAtHand } from './EvidenceAtHand';
import { Judge, Judged } from './Judge';
import { ReadAtHand, readOfProducts } from './readAtHand';
import { ResultsKeeper } from './ResultsKeeper';

const PRODUCTS_A_BATCH = 200;
const DOMAINS_A_BATCH = 100;
/** How many evaluations it takes before others have their turn. */
const AT_A_STRETCH = 20;
const MOST_FAILURES_TOLD = 20;

/**
 * Evaluates products and then their domains, some at a time, so that neither
 * memory nor the event loop has to hold all of them.
 */
export class EvaluationRun {
  readonly #mesh: Mesh;
  readonly #judge: Judge;
  readonly #keeper: ResultsKeeper;
  readonly #store: ResultsStore;
  readonly #rollups: Rollups;
  readonly #readAtHand: ReadAtHand;
  readonly #logger: LoggerService;
  readonly #causes = new Map<string, ToldCause>();
  #attempts = 0;
  #evaluated = 0;
  /** Domains that were looked at and take no part. */
  readonly apart = new Set<string>();
  /** What could not be evaluated. */
  readonly failed = new Set<string>();

  constructor(options: {
    mesh: Mesh;
    judge: Judge;
    keeper: ResultsKeeper;
    store: ResultsStore;
    rollups: Rollups;
    readAtHand: ReadAtHand;
    logger: LoggerService;
  }) {
    this.#mesh = options.mesh;
    this.#judge = options.judge;
    this.#keeper = options.keeper;
    this.#store = options.store;
    this.#rollups = options.rollups;
    this.#readAtHand = options.readAtHand;
    this.#logger = options.logger;
  }

  get subjects(): number {
    return this.#evaluated;
  }

  get failures(): number {
    return this.failed.size + this.#keeper.failed;
  }

  async run(scope: Scope, signal?: AbortSignal): Promise<void> {
    const order = new DomainOrder(this.#mesh, scope);
    const parts = readAhead(inParts(order.products, PRODUCTS_A_BATCH), part =>
      this.#readAtHand(readOfProducts(part)),
    );
    for await (const [part, atHand] of parts) {
      signal?.throwIfAborted();
      const outcomes = await this.#evaluateProducts(part, atHand);
      const ready = order.take(part, outcomes);
      await this.#evaluateDomains(ready, order);
    }
    for (const part of inParts(order.empty, DOMAINS_A_BATCH)) {
      signal?.throwIfAborted();
      await this.#evaluateDomains(part, order);
    }
  }

  async #evaluateProducts(
    products: readonly MeshProduct[],
    atHand: EvidenceAtHand,
  ): Promise<ProductOutcome[]> {
    const outcomes: ProductOutcome[] = [];
    for (const product of products) {
      const outcome = await this.#attempt(product.ref, () =>
        evaluateProduct(this.#mesh, product, this.#judge, atHand),
      );
      if (outcome) {
        outcomes.push(outcome);
      }
    }
    const written = await this.#keeper.keep(
      outcomes.flatMap(({ product, maturity, faults }) =>
        [maturity, faults].flatMap(judged =>
          judged ? { judged, domain: product.description.domains[0] } : [],
        ),
      ),
    );
    await this.#keeper.alignLists(outcomes);
    this.#evaluated += products.length;
    this.#remember(written);
    return outcomes;
  }

  async #evaluateDomains(
    domains: readonly MeshDomain[],
    order: DomainOrder,
  ): Promise<void> {
    if (domains.length === 0) {
      return;
    }
    const cases = await this.#casesOf(domains, order);
    const products = cases.flatMap(one =>
      one.products.map(({ product }) => product.ref),
    );
    const ofProducts = await this.#readSince(products);
    const faults = await this.#judgeAll(cases, one =>
      judgeDomainFaults(one, ofProducts),
    );
    const ofDomains = await this.#readSince(cases.map(one => one.domain.ref));
    const since: FaultSince = (subject, rule) =>
      ofProducts(subject, rule) ?? ofDomains(subject, rule);
    const maturity = await this.#judgeAll(cases, one =>
      judgeDomainMaturity(one, faults.get(one.domain.ref), since),
    );
    const rollups = new Map<string, DomainRollup>();
    for (const { domain, products: own } of cases) {
      const outcome = {
        domain,
        products: own,
        faults: faults.get(domain.ref),
        maturity: maturity.get(domain.ref),
      };
      if (outcome.maturity) {
        rollups.set(domain.ref, rollupOf(outcome));
      }
    }
    await this.#rollups.keep(rollups, this.#judge.today);
  }

  async #casesOf(
    domains: readonly MeshDomain[],
    order: DomainOrder,
  ): Promise<DomainCase[]> {
    const refs = domains.map(({ ref }) => ref);
    const outcomes = new Map(refs.map(ref => [ref, order.release(ref)]));
    const products = [...outcomes.values()].flat();
    const atHand = await this.#readAtHand({
      evidence: refs,
      waivers: [...refs, ...products.map(({ product }) => product.ref)],
    });
    const cases = domains.map(
      (domain): DomainCase => ({
        mesh: this.#mesh,
        domain,
        products: outcomes.get(domain.ref) ?? [],
        judge: this.#judge,
        atHand,
      }),
    );
    const taking = cases.filter(takesPartInPass);
    cases
      .filter(one => !taking.includes(one))
      .forEach(({ domain }) => this.apart.add(domain.ref));
    this.#evaluated += taking.length;
    return taking;
  }

  async #judgeAll(
    cases: readonly DomainCase[],
    judge: (one: DomainCase) => Judged | undefined,
  ): Promise<Map<string, Judged>> {
    const found = new Map<string, Judged>();
    for (const one of cases) {
      const { ref } = one.domain;
      const judged = await this.#attempt(ref, () => judge(one));
      if (judged) {
        found.set(ref, judged);
      }
    }
    await this.#keeper.keep(
      [...found].map(([ref, judged]) => ({
        judged,
        domain: ref,
        inherited: this.#causes.get(ref),
      })),
    );
    return found;
  }

  async #readSince(subjects: readonly string[]): Promise<FaultSince> {
    const found = await this.#store.getFaultsSince(OWNERSHIP_FAULTS, subjects);
    return (subject, rule) => found.get(subject)?.get(rule);
  }

  /** What cannot be evaluated stays as it was, and holds up nothing else. */
  async #attempt<T>(ref: string, judge: () => T): Promise<T | undefined> {
    this.#attempts += 1;
    if (this.#attempts % AT_A_STRETCH === 0) {
      await setImmediate();
    }
    try {
      return judge();
    } catch (error) {
      this.failed.add(ref);
      if (this.failed.size <= MOST_FAILURES_TOLD) {
        this.#logger.error(
          `${ref} could not be evaluated, its results stay as they were: ${error}`,
        );
      }
      return undefined;
    }
  }

  /** What a product's change came from is what its domain's comes from. */
  #remember(written: readonly Written[]): void {
    for (const { item, changes } of written) {
      const cause = changes.find(
        ({ cause: { kind } }) => kind !== 'baseline',
      )?.cause;
      for (const domain of this.#mesh.products.get(item.subject)?.description
        .domains ?? []) {
        const known = this.#causes.get(domain);
        if (cause && (!known || known.kind === 'time')) {
          this.#causes.set(domain, { entity: item.subject, ...cause });
        }
      }
    }
  }
}
