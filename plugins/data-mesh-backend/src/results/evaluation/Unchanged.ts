import { setImmediate } from 'node:timers/promises';
import { inParts, readAhead } from '../../lists';
import { digestOf } from '../digest';
import { Scope } from '../mesh/findAffected';
import { Mesh, MeshDomain, MeshProduct } from '../mesh/Mesh';
import { KnownLevels } from '../ResultsStore';
import { EvidenceAtHand } from './EvidenceAtHand';
import { goalMarksOfProduct } from './goalMarks';
import { ReadAtHand, readOfProducts } from './readAtHand';

const AT_A_TIME = 500;

/** A scope without what would come to the same, and the marks of the rest. */
export type Narrowed = {
  scope: Scope;
  marks: ReadonlyMap<string, string>;
};

/**
 * Remembers by a mark of all that is read what an evaluation found as it was
 * kept already. As long as the mark is the same, so is the outcome.
 */
export class Unchanged {
  #seen = new Map<string, string>();

  /** @param shared - mark of what every evaluation of the pass reads */
  async narrow(
    scope: Scope,
    options: {
      mesh: Mesh;
      known: KnownLevels;
      shared: string;
      readAtHand: ReadAtHand;
    },
  ): Promise<Narrowed> {
    const marks = await this.#marksOf(scope, options);
    const { mesh } = options;
    const isOther = (ref: string) => this.#seen.get(ref) !== marks.get(ref);
    const domains = new Set([...scope.domains].filter(isOther));
    const products = new Set([
      ...[...scope.products].filter(isOther),
      ...[...domains].flatMap(ref => mesh.productsOf(ref).map(one => one.ref)),
    ]);
    return { scope: { products, domains }, marks };
  }

  /** @param others - subjects that are not as they were kept, or failed */
  remember(
    { scope, marks }: Narrowed,
    mesh: Mesh,
    others: ReadonlySet<string>,
  ): void {
    for (const ref of [...scope.products, ...scope.domains]) {
      const mark = marks.get(ref);
      const isDomainAsKept = mesh
        .productsOf(ref)
        .every(product => !others.has(product.ref));
      if (mark !== undefined && !others.has(ref) && isDomainAsKept) {
        this.#seen.set(ref, mark);
      }
    }
    for (const ref of this.#seen.keys()) {
      if (!mesh.products.has(ref) && !mesh.domains.has(ref)) {
        this.#seen.delete(ref);
      }
    }
  }

  async #marksOf(
    scope: Scope,
    options: {
      mesh: Mesh;
      known: KnownLevels;
      shared: string;
      readAtHand: ReadAtHand;
    },
  ): Promise<Map<string, string>> {
    const { mesh, readAtHand } = options;
    const marks = new Map<string, string>();
    const all = [...scope.products].flatMap(
      ref => mesh.products.get(ref) ?? [],
    );
    const parts = readAhead(inParts(all, AT_A_TIME), part =>
      readAtHand(readOfProducts(part)),
    );
    for await (const [products, atHand] of parts) {
      products.forEach(product =>
        marks.set(product.ref, markOfProduct(product, atHand, options)),
      );
      await setImmediate();
    }
    for (const refs of inParts([...scope.domains], AT_A_TIME)) {
      const atHand = await readAtHand({ evidence: refs, waivers: refs });
      refs
        .flatMap(ref => mesh.domains.get(ref) ?? [])
        .forEach(domain =>
          marks.set(domain.ref, markOfDomain(domain, atHand, marks, options)),
        );
    }
    return marks;
  }
}

type Around = { mesh: Mesh; known: KnownLevels; shared: string };

function markOfProduct(
  product: MeshProduct,
  atHand: EvidenceAtHand,
  { mesh, known, shared }: Around,
): string {
  const { ref, contracts, contractDigests } = product;
  return digestOf([
    shared,
    product.digest,
    contractDigests,
    Object.values(contracts).map(contract => contract === null),
    product.uses,
    product.systemDomain,
    mesh.index.of(ref),
    goalMarksOfProduct(mesh, product.description),
    mesh.inputsOf(product),
    atHand.recordsOf(ref),
    atHand.recordsOf(product.description.productOwner),
    atHand.waiversOf(ref),
    [...(known.get(ref)?.values() ?? [])],
    product.level,
    product.target,
  ]);
}

/** A domain is another one as soon as one of its products is. */
function markOfDomain(
  { ref, digest }: MeshDomain,
  atHand: EvidenceAtHand,
  marks: ReadonlyMap<string, string>,
  { mesh, known, shared }: Around,
): string {
  return digestOf([
    shared,
    digest,
    mesh.links.uses.get(ref),
    mesh.links.serves.get(ref),
    mesh.context.goals.behindDomain(ref),
    atHand.recordsOf(ref),
    atHand.waiversOf(ref),
    [...(known.get(ref)?.values() ?? [])],
    mesh.productsOf(ref).map(product => [product.ref, marks.get(product.ref)]),
  ]);
}
