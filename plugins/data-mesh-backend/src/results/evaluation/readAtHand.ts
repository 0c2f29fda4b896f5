import { MeshProduct } from '../mesh/Mesh';
import { EvidenceAtHand } from './EvidenceAtHand';

/** Entities whose evidence, and whose waivers, are read. */
type ToRead = { evidence: readonly string[]; waivers: readonly string[] };

export type ReadAtHand = (refs: ToRead) => Promise<EvidenceAtHand>;

/** What was said of a product's owner counts for the product. */
export function readOfProducts(products: readonly MeshProduct[]): ToRead {
  const refs = products.map(({ ref }) => ref);
  const people = products.flatMap(
    ({ description }) => description.productOwner ?? [],
  );
  return { evidence: [...new Set([...refs, ...people])], waivers: refs };
}
