import { Explanation } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { EvidenceReader } from '../evidence/EvidenceReader';
import { Explainer } from '../resultViews/Explainer';
import { OWNERSHIP_FAULTS, RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import { WaiverReader } from '../waivers/WaiverReader';
import {
  annotationRecords,
  deliveredKeys,
} from './evaluation/annotationRecords';
import {
  judgeDomainFaults,
  judgeDomainMaturity,
} from './evaluation/evaluateDomain';
import { evaluateProduct } from './evaluation/evaluateProduct';
import { EvidenceAtHand } from './evaluation/EvidenceAtHand';
import { ExplainingJudge } from './evaluation/ExplainingJudge';
import { readOfProducts } from './evaluation/readAtHand';
import { Mesh } from './mesh/Mesh';
import { MeshReader } from './mesh/MeshReader';
import { ResultsStore } from './ResultsStore';

/**
 * Judges one subject once more to tell how. For a domain that takes all of
 * its products, because their results are among its facts.
 */
export class Explanations implements Explainer {
  readonly #mesh: MeshReader;
  readonly #store: ResultsStore;
  readonly #evidence: EvidenceReader;
  readonly #waivers: WaiverReader;
  readonly #ruleSets: RuleSetsInForce;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    mesh: MeshReader;
    evidence: EvidenceReader;
    waivers: WaiverReader;
    ruleSets: RuleSetsInForce;
    now?: () => Date;
  }) {
    this.#mesh = options.mesh;
    this.#store = new ResultsStore(options.knex);
    this.#evidence = options.evidence;
    this.#waivers = options.waivers;
    this.#ruleSets = options.ruleSets;
    this.#now = options.now ?? (() => new Date());
  }

  async explain(
    ref: string,
    ruleSetId: string,
    rule: string,
  ): Promise<{ explanation: Explanation; today: string } | undefined> {
    const ruleSets = this.#ruleSets.current();
    const ruleSet = ruleSets.get(ruleSetId);
    const today = this.#now().toISOString().slice(0, 10);
    const mesh = await this.#mesh.read(today);
    if (!ruleSet || !mesh.has(ref)) {
      return undefined;
    }
    const annotations = annotationRecords(mesh);
    const judge = new ExplainingJudge(
      {
        today,
        ruleSets,
        delivered: await deliveredKeys(this.#evidence, annotations),
      },
      { ref, ruleSet, rule },
    );
    await this.#judge(ref, mesh, judge, annotations);
    return judge.explanation && { explanation: judge.explanation, today };
  }

  async #judge(
    ref: string,
    mesh: Mesh,
    judge: ExplainingJudge,
    annotations: ReturnType<typeof annotationRecords>,
  ): Promise<void> {
    const domain = mesh.domains.get(ref);
    const product = mesh.products.get(ref);
    const products = domain ? mesh.productsOf(ref) : [product ?? []].flat();
    const refs = [ref, ...products.map(one => one.ref)];
    const { evidence } = readOfProducts(products);
    const atHand = new EvidenceAtHand({
      records: await this.#evidence.read([ref, ...evidence]),
      waivers: await this.#waivers.read(refs),
      annotations,
      today: judge.today,
    });
    const outcomes = products.map(one =>
      evaluateProduct(mesh, one, judge, atHand),
    );
    if (domain) {
      const found = await this.#store.getFaultsSince(OWNERSHIP_FAULTS, refs);
      const since = (subject: string, fault: string) =>
        found.get(subject)?.get(fault);
      const one = { mesh, domain, products: outcomes, judge, atHand };
      judgeDomainMaturity(one, judgeDomainFaults(one, since), since);
    }
  }
}
