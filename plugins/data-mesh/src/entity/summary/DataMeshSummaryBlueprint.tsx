import {
  coreExtensionData,
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  createZodV4FilterPredicateSchema,
  FilterPredicate,
  filterPredicateToFilterFunction,
} from '@backstage/filter-predicates';

const appliesToDataRef = createExtensionDataRef<
  (entity: Entity) => boolean
>().with({ id: 'data-mesh.summary.applies-to' });

/**
 * A card in the summary that Data Mesh puts on entity pages, beside Ownership.
 * It is shown on the pages of the entities that `filter` lets through, which an
 * app can replace by the configuration of the extension.
 *
 * @alpha
 */
export const DataMeshSummaryBlueprint = createExtensionBlueprint({
  kind: 'data-mesh-summary',
  attachTo: { id: 'entity-card:data-mesh/summary', input: 'parts' },
  output: [coreExtensionData.reactElement, appliesToDataRef],
  dataRefs: { appliesTo: appliesToDataRef },
  configSchema: { filter: createZodV4FilterPredicateSchema().optional() },
  *factory(
    params: { loader: () => Promise<JSX.Element>; filter: FilterPredicate },
    { node, config },
  ) {
    yield coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, params.loader),
    );
    yield appliesToDataRef(
      filterPredicateToFilterFunction(config.filter ?? params.filter),
    );
  },
});
