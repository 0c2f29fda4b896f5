import {
  DomainContext,
  factsOfDomain,
  isUnmet,
  takesPart,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import {
  DOMAIN_MATURITY,
  OWNERSHIP_FAULTS,
  PRODUCT_MATURITY,
} from '../../ruleSets/RuleSetsInForce';
import { markOf } from '../digest';
import { evidenceMarks } from '../inputs';
import { Mesh, MeshDomain } from '../mesh/Mesh';
import { EvidenceAtHand } from './EvidenceAtHand';
import { ProductOutcome } from './evaluateProduct';
import { goalMarksOfDomain } from './goalMarks';
import { Judge, Judged } from './Judge';

/** What a domain comes to. */
export type DomainOutcome = {
  domain: MeshDomain;
  products: readonly ProductOutcome[];
  maturity?: Judged;
  faults?: Judged;
};

/** When a fault was first seen; undefined: before it was measured. */
export type FaultSince = (subject: string, rule: string) => string | undefined;

/** A domain with all that its evaluation needs. */
export type DomainCase = {
  mesh: Mesh;
  domain: MeshDomain;
  /** Its products, as far as they could be evaluated. */
  products: readonly ProductOutcome[];
  judge: Judge;
  atHand: EvidenceAtHand;
};

export function takesPartInPass({ mesh, domain }: DomainCase): boolean {
  return takesPart({
    annotations: domain.annotations,
    products: mesh.productsOf(domain.ref).length,
    goals: mesh.context.goals.ofDomain(domain.ref).goals,
  });
}

export function judgeDomainFaults(
  one: DomainCase,
  since: FaultSince,
): Judged | undefined {
  return judgeDomain(OWNERSHIP_FAULTS, one, contextOfDomain(one, [], since));
}

/** @param own - faults of the domain itself */
export function judgeDomainMaturity(
  one: DomainCase,
  own: Judged | undefined,
  since: FaultSince,
): Judged | undefined {
  const context = contextOfDomain(one, own ? [own] : [], since);
  return judgeDomain(DOMAIN_MATURITY, one, context);
}

export function contextOfDomain(
  { mesh, domain, products, atHand }: DomainCase,
  own: readonly Judged[],
  since: FaultSince,
): DomainContext {
  const { ref, owner, annotations } = domain;
  const faults = [...products.flatMap(one => one.faults ?? []), ...own];
  return {
    mesh: mesh.context,
    ref,
    owner,
    annotations,
    products: products.map(outcome => ({
      facts: outcome.facts,
      statuses: outcome.statuses,
      inputs: mesh.inputsOf(outcome.product),
    })),
    faults: faults.flatMap(judged => openFaults(judged, since)),
    expiredWaivers: countExpired(products, atHand, mesh.context.today),
    usedDomains: mesh.links.uses.get(ref) ?? [],
    servedDomains: mesh.links.serves.get(ref) ?? [],
    evidence: atHand.pick(ref),
  };
}

function judgeDomain(
  ruleSet: string,
  { mesh, domain, products, judge, atHand }: DomainCase,
  context: DomainContext,
): Judged | undefined {
  const { evidence } = context;
  return judge.judge(ruleSet, {
    subject: domain.ref,
    kind: 'Domain',
    facts: factsOfDomain(context),
    evidence,
    waivers: atHand.waiversOf(domain.ref),
    inputs: {
      entity: domain.digest,
      contracts: {},
      evidence: evidenceMarks(evidence),
      goals: goalMarksOfDomain(mesh, domain.ref, products),
      related: markOf(timelessFacts(mesh, context, products)),
      below: markOf(products.map(one => [one.product.ref, one.evidence])),
    },
  });
}

function timelessFacts(
  mesh: Mesh,
  context: DomainContext,
  outcomes: readonly ProductOutcome[],
) {
  return factsOfDomain({
    ...context,
    mesh: mesh.timeless,
    owner: undefined,
    annotations: {},
    evidence: {},
    products: context.products.map((product, index) => ({
      ...product,
      facts: outcomes[index].timeless,
    })),
  });
}

function openFaults(
  { subject, evaluation }: Judged,
  since: FaultSince,
): DomainContext['faults'] {
  return evaluation.results.flatMap(({ rule, status, severity }) =>
    status === 'fail' && severity
      ? [{ severity, since: since(subject, rule) }]
      : [],
  );
}

function countExpired(
  products: readonly ProductOutcome[],
  atHand: EvidenceAtHand,
  today: string,
): number {
  return products.flatMap(({ product, maturity }) => {
    const expired = atHand
      .waiversOf(product.ref)
      .filter(
        ({ ruleSet, until }) =>
          ruleSet === PRODUCT_MATURITY && until.slice(0, 10) < today,
      );
    return expired.filter(({ rule }) =>
      maturity?.evaluation.results.some(
        result => result.rule === rule && isUnmet(result.status),
      ),
    );
  }).length;
}
