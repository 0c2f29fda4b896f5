import {
  ProductList,
  ProductQuery,
  productFacets,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { nameOf, useFacetTitle } from './useFacetTitle';

/** What the list was narrowed down to, for people to read. */
export function useQueryWords(
  query: ProductQuery,
  facets?: ProductList['facets'],
): string {
  const { t } = useDataMeshTranslation();
  const facetTitle = useFacetTitle(facets);
  const text = query.text ? [`“${query.text}”`] : [];
  const filters = productFacets.flatMap(name =>
    (query[name] ?? []).map(value =>
      name === 'used' || name === 'target'
        ? facetTitle(name, value)
        : `${t(`products.filters.${name}`)} ${facetTitle(name, value)}`,
    ),
  );
  const people = (['consumer', 'answerable'] as const).flatMap(name =>
    (query[name] ?? []).map(ref =>
      t(`products.filters.${name}`, { name: nameOf(ref) }),
    ),
  );
  return [...text, ...filters, ...people].join(', ');
}
