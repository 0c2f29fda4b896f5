import {
  ContractFacts,
  MeshContext,
  noGoals,
  ProductDescription,
  ProductIndex,
  ProductUse,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { groupBy } from '../../lists';

/** A data product of the catalog, with all that its own file says. */
export type MeshProduct = {
  ref: string;
  description: ProductDescription;
  /** Of what rules read of its catalog file. */
  digest: string;
  annotations: Readonly<Record<string, string>>;
  historyKey?: string;
  uses: readonly ProductUse[];
  /** By the ref of the API; null where there is no contract. */
  contracts: Readonly<Record<string, ContractFacts | null>>;
  /** Digests of the contracts' texts, by the ref of the API. */
  contractDigests: Readonly<Record<string, string>>;
  systemDomain?: string;
  /** As they are kept for lists. */
  level: number | null;
  target: number | null;
};

export type MeshDomain = {
  ref: string;
  owner?: string;
  digest: string;
  annotations: Readonly<Record<string, string>>;
};

/** By the ref of a domain, those that it uses and that use it. */
export type DomainLinks = {
  uses: ReadonlyMap<string, string[]>;
  serves: ReadonlyMap<string, string[]>;
};

/** A day after all others, so that each age counts as one. */
const END_OF_TIME = '9999-12-31';

/** The mesh at one moment: all that facts are computed from but evidence. */
export class Mesh {
  readonly context: MeshContext;
  /**
   * The same without goals, on a day that never changes, to compare facts
   * over time.
   */
  readonly timeless: MeshContext;
  readonly products: ReadonlyMap<string, MeshProduct>;
  readonly domains: ReadonlyMap<string, MeshDomain>;
  /** Products whose catalog file rules cannot read. */
  readonly unreadable: ReadonlySet<string>;
  /** What people's entities say in annotations, by their ref. */
  readonly people: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly index: ProductIndex;
  /** Of groups, people and domains: who belongs where. */
  readonly organisationMark: string;
  readonly #owners: ReadonlyMap<string, string | undefined>;
  readonly #productsOf = new Map<string, MeshProduct[]>();
  #links: DomainLinks | undefined;

  constructor(parts: {
    context: MeshContext;
    products: ReadonlyMap<string, MeshProduct>;
    domains: ReadonlyMap<string, MeshDomain>;
    unreadable: ReadonlySet<string>;
    people: ReadonlyMap<string, Readonly<Record<string, string>>>;
    index: ProductIndex;
    organisationMark: string;
    /** Owners of what products draw from, as far as that is there. */
    owners: ReadonlyMap<string, string | undefined>;
  }) {
    this.context = parts.context;
    this.timeless = {
      ...parts.context,
      goals: noGoals,
      today: END_OF_TIME,
    };
    this.products = parts.products;
    this.domains = parts.domains;
    this.unreadable = parts.unreadable;
    this.people = parts.people;
    this.index = parts.index;
    this.organisationMark = parts.organisationMark;
    this.#owners = parts.owners;
    for (const product of parts.products.values()) {
      for (const domain of product.description.domains) {
        const others = this.#productsOf.get(domain);
        if (others) {
          others.push(product);
        } else {
          this.#productsOf.set(domain, [product]);
        }
      }
    }
  }

  productsOf(domain: string): readonly MeshProduct[] {
    return this.#productsOf.get(domain) ?? [];
  }

  inputsOf({ description }: MeshProduct): { owner?: string }[] {
    return description.inputs
      .filter(input => this.#owners.has(input))
      .map(input => ({ owner: this.#owners.get(input) }));
  }

  /** Whether an entity is there that results may be kept for. */
  has(ref: string): boolean {
    return (
      this.products.has(ref) ||
      this.unreadable.has(ref) ||
      this.domains.has(ref)
    );
  }

  /** Which domain uses products of which. */
  get links(): DomainLinks {
    this.#links ??= this.#findLinks();
    return this.#links;
  }

  #findLinks(): DomainLinks {
    const { organisation } = this.context;
    const known = new Map<string, string[]>();
    const domainsOf = (team: string) => {
      const domains = known.get(team) ?? organisation.domainsOf(team);
      known.set(team, domains);
      return domains;
    };
    const links = [...this.products.values()].flatMap(
      ({ description, uses }) => {
        const [provider] = description.domains;
        return uses
          .filter(({ state }) => provider && state === 'active')
          .flatMap(
            ({ user, team }) =>
              this.products.get(user)?.description.domains ??
              (team ? domainsOf(team) : []),
          )
          .map(user => ({ user, provider }));
      },
    );
    return {
      uses: listed(links, 'user', 'provider'),
      serves: listed(links, 'provider', 'user'),
    };
  }
}

type Link = { user: string; provider: string };

function listed(
  links: readonly Link[],
  by: keyof Link,
  what: keyof Link,
): Map<string, string[]> {
  const groups = groupBy(links, link => link[by]);
  return new Map(
    [...groups].map(([key, own]) => [
      key,
      [...new Set(own.map(link => link[what]))].sort(),
    ]),
  );
}
