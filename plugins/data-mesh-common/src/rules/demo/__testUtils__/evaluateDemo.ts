import { Evaluation, RuleStatus, isUnmet } from '../../../results';
import { evaluate } from '../../evaluate/evaluate';
import {
  DomainContext,
  ProductFacts,
  factsOfDomain,
  factsOfProduct,
} from '../../facts';
import { DemoMesh, sharedKeys } from './DemoMesh';
import { day, readDemoWaivers, refOf } from './readDemo';
import { defaultRuleSet } from './ruleSets';

/** The demo seeds its history so that each fault was first seen on this day. */
const FIRST_SEEN = day(-60);

export type ProductOutcome = {
  facts: ProductFacts;
  maturity: Evaluation;
  faults: Evaluation;
};

export type DomainOutcome = { maturity: Evaluation; faults: Evaluation };

/** Evaluates the three default rule sets on the demo, in the scale phase. */
export function evaluateDemo(demo: DemoMesh = new DemoMesh()) {
  const { today } = demo.mesh;
  const maturity = defaultRuleSet('data-product-maturity', {
    phase: 'scale',
    parameters: { sharedKeys },
  });
  const ownership = defaultRuleSet('ownership-faults', { phase: 'scale' });
  const domains = defaultRuleSet('domain-maturity', { phase: 'scale' });
  const waivers = readDemoWaivers();
  const delivered = new Set(
    [...demo.evidence.values()].flat().map(({ key }) => key),
  );
  const products = new Map<string, ProductOutcome>();
  for (const { ref } of demo.products) {
    const facts = factsOfProduct(demo.contextOf(ref));
    const input = {
      facts,
      evidence: demo.evidenceOf(ref),
      delivered,
      waivers: waivers.filter(({ entity }) => entity === ref),
      today,
    };
    products.set(ref, {
      facts,
      maturity: evaluate(maturity, input),
      faults: evaluate(ownership, input),
    });
  }

  const byDomain = new Map<string, DomainOutcome>();
  for (const entity of demo.entities.filter(({ kind }) => kind === 'Domain')) {
    const ref = refOf(entity);
    const own = demo.products.filter(({ domains: of }) => of.includes(ref));
    if (own.length === 0) {
      continue;
    }
    const evidence = demo.evidenceOf(ref);
    const input = {
      facts: factsOfDomain({
        ...contextOfDomain(demo, ref, products),
        owner: String(entity.spec?.owner),
        annotations: entity.metadata.annotations ?? {},
        evidence,
      }),
      evidence,
      delivered,
      today,
    };
    byDomain.set(ref, {
      maturity: evaluate(domains, input),
      faults: evaluate(ownership, { ...input, subject: 'Domain' }),
    });
  }
  return { products, domains: byDomain };
}

function contextOfDomain(
  demo: DemoMesh,
  domain: string,
  outcomes: ReadonlyMap<string, ProductOutcome>,
): Pick<
  DomainContext,
  | 'mesh'
  | 'ref'
  | 'products'
  | 'faults'
  | 'expiredWaivers'
  | 'usedDomains'
  | 'servedDomains'
> {
  const { mesh } = demo;
  const own = demo.products.filter(({ domains }) => domains.includes(domain));
  const outcomeOf = (ref: string) => outcomes.get(ref) as ProductOutcome;
  const statuses = (evaluation: Evaluation, by: 'rule' | 'code') =>
    Object.fromEntries(
      evaluation.results.map((result): [string, RuleStatus] => [
        result[by],
        result.status,
      ]),
    );
  const links = demo.products.flatMap(product =>
    demo.usesOf(product.ref).flatMap(({ user, team, state }) => {
      const of = demo.products.find(({ ref }) => ref === user)?.domains;
      const from = of ?? (team ? mesh.organisation.domainsOf(team) : []);
      return state === 'active'
        ? from.map(used => ({ user: used, product: product.domains[0] }))
        : [];
    }),
  );
  return {
    mesh,
    ref: domain,
    products: own.map(({ ref, inputs }) => ({
      facts: outcomeOf(ref).facts,
      statuses: statuses(outcomeOf(ref).maturity, 'code'),
      inputs: inputs.map(input => ({ owner: demo.ownerOf(input) })),
    })),
    faults: own.flatMap(({ ref }) =>
      outcomeOf(ref).faults.results.flatMap(({ status, severity }) =>
        status === 'fail' && severity ? [{ severity, since: FIRST_SEEN }] : [],
      ),
    ),
    expiredWaivers: readDemoWaivers().filter(
      ({ entity, rule, until }) =>
        own.some(({ ref }) => ref === entity) &&
        until < mesh.today &&
        isUnmet(statuses(outcomeOf(entity).maturity, 'rule')[rule]),
    ).length,
    usedDomains: links
      .filter(({ user }) => user === domain)
      .map(({ product }) => product),
    servedDomains: links
      .filter(({ product }) => product === domain)
      .map(({ user }) => user),
  };
}
