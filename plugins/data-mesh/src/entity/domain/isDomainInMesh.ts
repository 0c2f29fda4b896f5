import { Entity } from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import { isDomainInMesh as predicate } from '../applies';

const matches = filterPredicateToFilterFunction(predicate);

/**
 * Whether a domain takes part in the data mesh, as far as the catalog tells: it
 * has a data product, or says so itself.
 *
 * @public
 */
export function isDomainInMesh(entity: Entity): boolean {
  return matches(entity);
}
