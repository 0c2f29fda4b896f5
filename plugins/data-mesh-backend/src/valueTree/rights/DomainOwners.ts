import {
  parseEntityRef,
  RELATION_CHILD_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { readDomainAnnotation } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { groupBy } from '../../lists';

type Domain = { owner?: string; named: string[] };

/**
 * Who answers for domains, as the projection of the catalog has it. The groups
 * below the owning one are listed too, as policies know a person's direct
 * groups only.
 */
export class DomainOwners {
  /** For those whom conditions do not matter to. */
  static readonly none = new DomainOwners(new Map(), new Map());

  readonly #domains: ReadonlyMap<string, Domain>;
  readonly #childrenOf: ReadonlyMap<string, readonly string[]>;
  readonly #found = new Map<string, readonly string[]>();

  private constructor(
    domains: ReadonlyMap<string, Domain>,
    childrenOf: ReadonlyMap<string, readonly string[]>,
  ) {
    this.#domains = domains;
    this.#childrenOf = childrenOf;
  }

  /** Reads all domains and groups, in two statements. */
  static async read(knex: Knex): Promise<DomainOwners> {
    const [domains, edges] = await Promise.all([
      knex('subjects')
        .select('ref', 'owner_ref', 'facts')
        .where({ kind: 'domain' })
        .whereNull('gone_at'),
      knex('edges as e')
        .join('subjects as s', 's.ref', 'e.from_ref')
        .select({ parent: 'e.to_ref', child: 'e.from_ref' })
        .where('e.type', RELATION_CHILD_OF)
        .whereNull('s.gone_at'),
    ]);
    const children = groupBy<{ parent: string; child: string }>(
      edges,
      ({ parent }) => parent,
    );
    return new DomainOwners(
      new Map(
        domains.map(({ ref, owner_ref: owner, facts }) => [
          ref,
          { owner: owner ?? undefined, named: namedIn(facts) },
        ]),
      ),
      new Map(
        [...children].map(([parent, some]) => [
          parent,
          some.map(({ child }) => child),
        ]),
      ),
    );
  }

  /** Refs of the domains in the catalog. */
  get domains(): readonly string[] {
    return [...this.#domains.keys()];
  }

  /** Refs of groups and users; none for what is no domain of the catalog. */
  of(domain: string): readonly string[] {
    const known = this.#found.get(domain);
    if (known) {
      return known;
    }
    const { owner, named = [] } = this.#domains.get(domain) ?? {};
    const found = [
      ...new Set([...(owner ? this.#withAllBelow(owner) : []), ...named]),
    ];
    this.#found.set(domain, found);
    return found;
  }

  #withAllBelow(group: string): Set<string> {
    const all = new Set([group]);
    // What is added on the way comes up too.
    for (const one of all) {
      this.#childrenOf.get(one)?.forEach(child => all.add(child));
    }
    return all;
  }
}

function namedIn(facts: string | null): string[] {
  const { annotations } = JSON.parse(facts ?? '{}');
  return (['domainOwner', 'dataLead'] as const).flatMap(role => {
    const text = readDomainAnnotation(annotations, role);
    return text
      ? stringifyEntityRef(
          parseEntityRef(text, {
            defaultKind: 'user',
            defaultNamespace: 'default',
          }),
        )
      : [];
  });
}
