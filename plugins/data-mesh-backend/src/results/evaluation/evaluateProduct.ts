import {
  factsOfProduct,
  ProductContext,
  ProductFacts,
  RuleStatus,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import {
  OWNERSHIP_FAULTS,
  PRODUCT_MATURITY,
} from '../../ruleSets/RuleSetsInForce';
import { markOf } from '../digest';
import { EvidenceMark, evidenceMarks } from '../inputs';
import { Mesh, MeshProduct } from '../mesh/Mesh';
import { EvidenceAtHand } from './EvidenceAtHand';
import { goalMarksOfProduct } from './goalMarks';
import { Judge, Judged } from './Judge';

const STILL_USING = 'consumers.stillUsing';

/** What a product comes to, and what its domain reads of it. */
export type ProductOutcome = {
  product: MeshProduct;
  facts: ProductFacts;
  /** The same without evidence, contracts, goals and the day. */
  timeless: ProductFacts;
  evidence: Record<string, EvidenceMark>;
  goals: Record<string, string>;
  /** Of the rules of maturity, by code. */
  statuses: Record<string, RuleStatus>;
  maturity?: Judged;
  faults?: Judged;
};

export function contextOfProduct(
  mesh: Mesh,
  product: MeshProduct,
  atHand: EvidenceAtHand,
): ProductContext {
  const { ref, description, contracts, uses, systemDomain } = product;
  return {
    mesh: mesh.context,
    product: description,
    contracts,
    uses,
    systemDomain,
    ...mesh.index.of(ref),
    evidence: atHand.pick(ref),
    consumerAnswers: atHand.byAuthor(STILL_USING, ref),
    ownerEvidence: atHand.pick(description.productOwner),
  };
}

export function evaluateProduct(
  mesh: Mesh,
  product: MeshProduct,
  judge: Judge,
  atHand: EvidenceAtHand,
): ProductOutcome {
  const { ref } = product;
  const context = contextOfProduct(mesh, product, atHand);
  const facts = factsOfProduct(context);
  const timeless = factsOfProduct({
    ...context,
    mesh: mesh.timeless,
    contracts: {},
    initiativesOfUsers: mesh.index.namedInitiativesOfUsers(ref),
    evidence: {},
    consumerAnswers: [],
    ownerEvidence: {},
  });
  const answers = context.consumerAnswers.map(
    ({ source, value }) => `${source} ${markOf([value])}`,
  );
  const evidence = evidenceMarks(context.ownerEvidence, context.evidence);
  if (answers.length > 0) {
    const [, ...told] = evidence[STILL_USING] ?? ['', 'portal', ''];
    evidence[STILL_USING] = [markOf(answers.sort()), ...told];
  }
  const goals = goalMarksOfProduct(mesh, product.description);
  const about = {
    subject: ref,
    kind: 'DataProduct' as const,
    facts,
    evidence: context.evidence,
    waivers: atHand.waiversOf(ref),
    inputs: {
      entity: product.digest,
      contracts: marksOf(product.contractDigests),
      evidence,
      goals,
      related: markOf(timeless),
    },
  };
  const maturity = judge.judge(PRODUCT_MATURITY, about);
  const statuses: Record<string, RuleStatus> = {};
  maturity?.evaluation.results.forEach(({ code, status }) => {
    statuses[code] = status;
  });
  return {
    product,
    facts,
    timeless,
    evidence,
    goals,
    statuses,
    maturity,
    faults: judge.judge(OWNERSHIP_FAULTS, about),
  };
}

function marksOf(digests: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(digests).map(([ref, digest]) => [ref, digest.slice(0, 10)]),
  );
}
