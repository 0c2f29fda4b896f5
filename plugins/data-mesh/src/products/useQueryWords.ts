import { parseEntityRef } from '@backstage/catalog-model';
import {
  ProductList,
  ProductQuery,
  productFacets,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

function nameOf(value: string): string {
  try {
    return parseEntityRef(value).name;
  } catch {
    return value;
  }
}

/** What the list was narrowed down to, for people to read. */
export function useQueryWords(
  query: ProductQuery,
  facets?: ProductList['facets'],
): string {
  const { t } = useDataMeshTranslation();
  const filters = productFacets.flatMap(name =>
    (query[name] ?? []).map(value => {
      if (name === 'used') {
        return t(
          value === 'yes'
            ? 'products.filters.usedYes'
            : 'products.filters.usedNo',
        );
      }
      const known = facets?.[name]?.find(facet => facet.value === value);
      return `${t(`products.filters.${name}`)} ${
        known?.title ?? nameOf(value)
      }`;
    }),
  );
  const people = (['consumer', 'answerable'] as const).flatMap(name =>
    (query[name] ?? []).map(ref =>
      t(`products.filters.${name}`, { name: nameOf(ref) }),
    ),
  );
  const text = query.text ? [`“${query.text}”`] : [];
  return [...text, ...filters, ...people].join(', ');
}
