import {
  Review,
  ReviewAgenda,
  ReviewProduct,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * The products to talk about: due ones and those about which something was
 * said already, those of them that are left, and all others.
 */
export function productsLeft(
  { products: sayings }: Pick<Review, 'products'>,
  { products }: Pick<ReviewAgenda, 'products'>,
): { due: ReviewProduct[]; left: ReviewProduct[]; others: ReviewProduct[] } {
  const said = new Set(sayings.map(({ product }) => product.ref));
  const isSaid = ({ product }: ReviewProduct) => said.has(product.ref);
  const due = products.filter(one => one.isDue || isSaid(one));
  return {
    due,
    left: due.filter(one => !isSaid(one)),
    others: products.filter(one => !due.includes(one)),
  };
}
