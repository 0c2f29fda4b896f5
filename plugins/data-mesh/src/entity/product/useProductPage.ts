import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  DataProductEntityV1alpha1,
  EntityLink,
  ProductDetail,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded, useProduct } from '../../api';
import { linkTo } from './entityLinks';

/** What the cards of a data product's page work with. */
export type ProductPage = {
  entity: DataProductEntityV1alpha1;
  spec: DataProductEntityV1alpha1['spec'];
  /** What follows from other entities; one request for all cards. */
  product: Loaded<ProductDetail>;
  /** As the backend knows it, else as the catalog file writes it. */
  owner: EntityLink | undefined;
  productOwner: EntityLink | undefined;
  successor: EntityLink | undefined;
};

/** The data product of the page. */
export function useProductPage(): ProductPage {
  const { entity } = useEntity<DataProductEntityV1alpha1>();
  const product = useProduct(stringifyEntityRef(entity));
  const { spec } = entity;
  const { data } = product;
  return {
    entity,
    spec,
    product,
    owner: data ? data.owner : linkTo(spec.owner, entity, 'Group'),
    productOwner: data
      ? data.productOwner
      : linkTo(spec.productOwner, entity, 'User'),
    successor:
      data?.successor ??
      linkTo(spec.deprecation?.successor, entity, 'DataProduct'),
  };
}
