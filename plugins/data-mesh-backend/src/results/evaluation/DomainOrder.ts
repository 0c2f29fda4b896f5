import { Scope } from '../mesh/findAffected';
import { Mesh, MeshDomain, MeshProduct } from '../mesh/Mesh';
import { ProductOutcome } from './evaluateProduct';

/**
 * Puts products into an order in which domains are complete one after the
 * other, and holds what their products come to until then.
 */
export class DomainOrder {
  readonly products: readonly MeshProduct[];
  /** Domains without any product. */
  readonly empty: readonly MeshDomain[];
  readonly #mesh: Mesh;
  /** How many products of a domain are still to come. */
  readonly #toCome = new Map<string, number>();
  readonly #outcomes = new Map<string, ProductOutcome>();

  constructor(mesh: Mesh, scope: Scope) {
    this.#mesh = mesh;
    this.products = [...scope.products]
      .flatMap(ref => mesh.products.get(ref) ?? [])
      .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    const domains = [...scope.domains].flatMap(
      ref => mesh.domains.get(ref) ?? [],
    );
    for (const { ref } of domains) {
      this.#toCome.set(ref, mesh.productsOf(ref).length);
    }
    this.empty = domains.filter(({ ref }) => this.#toCome.get(ref) === 0);
  }

  /** @returns the domains that are complete now */
  take(
    products: readonly MeshProduct[],
    outcomes: readonly ProductOutcome[],
  ): MeshDomain[] {
    for (const outcome of outcomes) {
      if (this.#openDomainsOf(outcome.product).length > 0) {
        this.#outcomes.set(outcome.product.ref, outcome);
      }
    }
    const ready: MeshDomain[] = [];
    for (const { description } of products) {
      for (const ref of new Set(description.domains)) {
        const left = (this.#toCome.get(ref) ?? 0) - 1;
        const domain = this.#mesh.domains.get(ref);
        if (this.#toCome.has(ref)) {
          this.#toCome.set(ref, left);
        }
        if (left === 0 && domain) {
          ready.push(domain);
        }
      }
    }
    return ready;
  }

  /** Hands out the outcomes of a domain, and lets go of them. */
  release(domain: string): ProductOutcome[] {
    this.#toCome.delete(domain);
    return this.#mesh.productsOf(domain).flatMap(product => {
      const outcome = this.#outcomes.get(product.ref);
      if (this.#openDomainsOf(product).length === 0) {
        this.#outcomes.delete(product.ref);
      }
      return outcome ?? [];
    });
  }

  #openDomainsOf({ description }: MeshProduct): string[] {
    return description.domains.filter(domain => this.#toCome.has(domain));
  }
}

/** Products without a domain come last. */
function placeOf({ ref, description }: MeshProduct): string {
  return `${description.domains[0] ?? '~'} ${ref}`;
}
