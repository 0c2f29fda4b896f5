import { parseEntityRef } from '@backstage/catalog-model';
import {
  ProductFacet,
  ProductList,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useLifecycleWord } from '../components/useLifecycleWord';
import { useDataMeshTranslation } from '../translation';

/** The name in an entity ref; other values as they are. */
export function nameOf(value: string): string {
  try {
    return parseEntityRef(value).name;
  } catch {
    return value;
  }
}

/**
 * What a value of a filter is called. A value that comes with the url and not
 * with the list may be unknown to it.
 */
export function useFacetTitle(
  facets?: ProductList['facets'],
): (name: ProductFacet, value: string) => string {
  const { t } = useDataMeshTranslation();
  const lifecycleWord = useLifecycleWord();
  return (name, value) => {
    switch (name) {
      case 'lifecycle':
        return lifecycleWord(value);
      case 'used':
        return t(
          value === 'yes'
            ? 'products.filters.usedYes'
            : 'products.filters.usedNo',
        );
      case 'target':
        return t(
          value === 'yes'
            ? 'products.filters.targetYes'
            : 'products.filters.targetNo',
        );
      default:
        return (
          facets?.[name]?.find(facet => facet.value === value)?.title ??
          nameOf(value)
        );
    }
  };
}
