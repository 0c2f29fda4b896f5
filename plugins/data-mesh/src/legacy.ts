/**
 * The pages, cards and tabs of Backstage Data Mesh, for the old frontend
 * system.
 *
 * @packageDocumentation
 */
import { createElement, Fragment } from 'react';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { DataMeshClient } from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  createDataMeshQueryClient,
  dataMeshApiRef,
  dataMeshQueryApiRef,
} from './api';
import { externalRoutes, rootRouteRef, routes } from './routes';
import { legacyFields } from './scaffolder/legacyFields';

export { dataMeshApiRef } from './api';
export { isContractEntity } from './contract/isContractEntity';
export { isDomainInMesh } from './entity/domain/isDomainInMesh';
export { DataProductIcon } from './icons';

/** @public */
export const dataMeshPlugin = createPlugin({
  id: 'data-mesh',
  routes,
  externalRoutes,
  apis: [
    createApiFactory({
      api: dataMeshApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DataMeshClient(deps),
    }),
    createApiFactory({
      api: dataMeshQueryApiRef,
      deps: {},
      factory: () => createDataMeshQueryClient(),
    }),
  ],
});

type Component = () => JSX.Element | null;

function provide(name: string, lazy: () => Promise<Component>): Component {
  return dataMeshPlugin.provide(
    createComponentExtension({ name, component: { lazy } }),
  );
}

/**
 * The page, for a route at `/data-mesh`.
 *
 * @public
 */
export const DataMeshPage: () => JSX.Element | null = dataMeshPlugin.provide(
  createRoutableExtension({
    name: 'DataMeshPage',
    component: () => import('./page/DataMeshPage').then(m => m.DataMeshPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * One sentence on who answers for a data product and who uses it.
 *
 * @public
 */
export const EntityDataProductFrankLineCard: () => JSX.Element | null = provide(
  'EntityDataProductFrankLineCard',
  () => import('./entity/product').then(m => m.FrankLineCard),
);

/**
 * What a data product is, and for whom.
 *
 * @public
 */
export const EntityDataProductAboutCard: () => JSX.Element | null = provide(
  'EntityDataProductAboutCard',
  () => import('./entity/product').then(m => m.AboutCard),
);

/**
 * The ports of a data product and their contracts.
 *
 * @public
 */
export const EntityDataProductHowToUseItCard: () => JSX.Element | null =
  provide('EntityDataProductHowToUseItCard', () =>
    import('./entity/product').then(m => m.HowToUseItCard),
  );

/**
 * What a data product is for, from its uses up to the vision.
 *
 * @public
 */
export const EntityDataProductPurposeCard: () => JSX.Element | null = provide(
  'EntityDataProductPurposeCard',
  () => import('./entity/product/purpose').then(m => m.PurposeCard),
);

/**
 * What was left for later when the product was started; for candidates only.
 *
 * @public
 */
export const EntityDataProductNextStepsCard: () => JSX.Element | null = provide(
  'EntityDataProductNextStepsCard',
  () => import('./entity/product').then(m => m.NextStepsCard),
);

/**
 * What the owners of a data product should mend in its catalog file.
 *
 * @public
 */
export const EntityDataProductWarningsCard: () => JSX.Element | null = provide(
  'EntityDataProductWarningsCard',
  () => import('./entity/product').then(m => m.WarningsCard),
);

/**
 * Where a data product stands and what to do next.
 *
 * @public
 */
export const EntityDataProductMaturityCard: () => JSX.Element | null = provide(
  'EntityDataProductMaturityCard',
  () => import('./entity/product/maturity').then(m => m.MaturitySummary),
);

/**
 * All rules of a data product, what if some were fixed, and the history, for a
 * tab at `/maturity`.
 *
 * @public
 */
export const EntityDataProductMaturityContent: () => JSX.Element | null =
  provide('EntityDataProductMaturityContent', () =>
    import('./entity/product/maturity').then(m => m.MaturityContent),
  );

/**
 * Who owns and who uses a data product, and what is open about that.
 *
 * @public
 */
export const EntityDataProductOwnershipCard: () => JSX.Element | null = provide(
  'EntityDataProductOwnershipCard',
  () => import('./entity/ownership').then(m => m.ProductOwnership),
);

/**
 * Where the data of a product comes from and goes to.
 *
 * @public
 */
export const EntityDataProductLineageCard: () => JSX.Element | null = provide(
  'EntityDataProductLineageCard',
  () => import('./entity/lineage/LineageCard').then(m => m.LineageCard),
);

/**
 * How a domain stands in six dimensions, and what it does next.
 *
 * @public
 */
export const EntityDomainMaturityCard: () => JSX.Element | null = provide(
  'EntityDomainMaturityCard',
  () => import('./entity/domain').then(m => m.DomainMaturity),
);

/**
 * Who answers for a domain, and what is open about that.
 *
 * @public
 */
export const EntityDomainOwnershipCard: () => JSX.Element | null = provide(
  'EntityDomainOwnershipCard',
  () => import('./entity/ownership').then(m => m.DomainOwnership),
);

/**
 * The goals of a domain, how they stand and what to look at first.
 *
 * @public
 */
export const EntityDomainGoalsCard: () => JSX.Element | null = provide(
  'EntityDomainGoalsCard',
  () => import('./entity/domain/goals').then(m => m.DomainGoalsCard),
);

/**
 * The data products of a domain.
 *
 * @public
 */
export const EntityDomainDataProductsCard: () => JSX.Element | null = provide(
  'EntityDomainDataProductsCard',
  () => import('./entity/domain').then(m => m.DomainProductsCard),
);

/**
 * All rules of a domain by dimension, for a tab of domains that take part.
 *
 * @public
 */
export const EntityDomainMaturityContent: () => JSX.Element | null = provide(
  'EntityDomainMaturityContent',
  () => import('./entity/domain').then(m => m.DomainMaturityContent),
);

/**
 * What is open in the ownership of the data products of a team.
 *
 * @public
 */
export const EntityGroupOwnershipCard: () => JSX.Element | null = provide(
  'EntityGroupOwnershipCard',
  () => import('./entity/ownership').then(m => m.GroupOwnership),
);

/**
 * The data products that a team owns.
 *
 * @public
 */
export const EntityGroupOwnedDataProductsCard: () => JSX.Element | null =
  provide('EntityGroupOwnedDataProductsCard', () =>
    import('./entity/group/GroupOwnedProductsCard').then(
      m => m.GroupOwnedProductsCard,
    ),
  );

/**
 * The data products that a team uses.
 *
 * @public
 */
export const EntityGroupUsedDataProductsCard: () => JSX.Element | null =
  provide('EntityGroupUsedDataProductsCard', () =>
    import('./entity/group/GroupUsedProductsCard').then(
      m => m.GroupUsedProductsCard,
    ),
  );

/**
 * The data products that a person answers for.
 *
 * @public
 */
export const EntityUserDataProductsCard: () => JSX.Element | null = provide(
  'EntityUserDataProductsCard',
  () => import('./entity/user/UserProductsCard').then(m => m.UserProductsCard),
);

/**
 * A data contract, readable, for a tab of API entities of type `odcs`.
 *
 * @public
 */
export const EntityDataContractContent: () => JSX.Element | null = provide(
  'EntityDataContractContent',
  () => import('./contract').then(m => m.ContractContent),
);

/**
 * The fields of the templates for data products, to be put as they are among
 * the children of `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const dataProductFieldExtensions: JSX.Element = createElement(
  Fragment,
  null,
  ...legacyFields.map((field, key) =>
    createElement(dataMeshPlugin.provide(field), { key }),
  ),
);
