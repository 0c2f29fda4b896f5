import { Mesh, MeshProduct } from './Mesh';

/** Products and domains to evaluate; a domain with all of its products. */
export type Scope = {
  products: ReadonlySet<string>;
  domains: ReadonlySet<string>;
};

/** Everything there is. */
export function wholeScope(mesh: Mesh): Scope {
  return {
    products: new Set(mesh.products.keys()),
    domains: new Set(mesh.domains.keys()),
  };
}

/**
 * What entities touch when they change: their domains, and those of the
 * products that use them and that they use. What is further away (another
 * product with the same address, say) is found by the next pass.
 *
 * @param refs - entities of any kind, still there or not
 * @param domains - domains that are known to be touched
 */
export function findAffected(
  mesh: Mesh,
  refs: readonly string[],
  domains: readonly string[] = [],
): Scope {
  const changed = withPeople(mesh, refs);
  const touched = [...mesh.products.values()].filter(product =>
    touchesOf(product).some(ref => changed.has(ref)),
  );
  const near = new Set(touched.flatMap(neighboursOf));
  const products = new Set([
    ...touched.map(({ ref }) => ref),
    ...[...near].filter(ref => mesh.products.has(ref)),
  ]);
  const found = new Set([
    ...[...refs, ...domains].filter(ref => mesh.domains.has(ref)),
    ...domainsOfOwners(mesh, changed),
    ...[...products].flatMap(
      ref => mesh.products.get(ref)?.description.domains ?? [],
    ),
  ]);
  for (const domain of found) {
    mesh.productsOf(domain).forEach(({ ref }) => products.add(ref));
  }
  return {
    products,
    domains: new Set([...found].filter(ref => mesh.domains.has(ref))),
  };
}

/** A group stands for its people and for the groups below it. */
function withPeople(mesh: Mesh, refs: readonly string[]): Set<string> {
  const { organisation } = mesh.context;
  return new Set(
    refs.flatMap(ref =>
      ref.startsWith('group:')
        ? [ref, ...organisation.groupsBelow(ref), ...organisation.peopleOf(ref)]
        : [ref],
    ),
  );
}

function domainsOfOwners(mesh: Mesh, refs: ReadonlySet<string>): string[] {
  return [...mesh.domains.values()]
    .filter(({ owner }) => owner !== undefined && refs.has(owner))
    .map(({ ref }) => ref);
}

function touchesOf({ ref, description, contracts, uses }: MeshProduct) {
  const { owner, productOwner, system, inputs, domains } = description;
  return [
    ref,
    ...[owner, productOwner, system].filter(one => one !== undefined),
    ...inputs,
    ...domains,
    ...Object.keys(contracts),
    ...uses.flatMap(({ user, team }) => (team ? [user, team] : [user])),
  ];
}

function neighboursOf({ description, uses }: MeshProduct): string[] {
  return [...description.inputs, ...uses.map(({ user }) => user)];
}
