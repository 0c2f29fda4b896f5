import {
  DataProductEntityV1alpha1,
  ProductDetail,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { link, product } from './products';
import { notEvaluated } from './results';

/** A data product's entity in good order, with the given spec on top. */
export function productEntity(
  spec: Partial<DataProductEntityV1alpha1['spec']> = {},
  metadata: Partial<DataProductEntityV1alpha1['metadata']> = {},
): DataProductEntityV1alpha1 {
  return {
    apiVersion: 'backstage-data-mesh.io/v1alpha1',
    kind: 'DataProduct',
    metadata: {
      namespace: 'default',
      name: 'shipments',
      title: 'Shipments',
      ...metadata,
    },
    spec: {
      owner: 'logistics-data',
      lifecycle: 'production',
      purpose: 'Every parcel from depot to clinic.',
      ...spec,
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/logistics-data' },
      { type: 'productOwnedBy', targetRef: 'user:default/oskar.nyberg' },
    ],
  };
}

/** What the backend tells of it, changed as a test needs it. */
export function productDetail(
  change: Partial<ProductDetail> = {},
): ProductDetail {
  const { matches: _matches, ...summary } = product();
  return {
    ...summary,
    ownerMembers: 4,
    ownerKind: 'Group',
    productOwner: link('user:default/oskar.nyberg', 'Oskar Nyberg'),
    stewards: [],
    users: [],
    inputs: [],
    contracts: [],
    ...change,
  };
}

/** A backend that answers with the given product, not evaluated yet. */
export function answeringWith(detail: ProductDetail) {
  return {
    getProduct: jest.fn(async () => detail),
    getResults: jest.fn(async () => notEvaluated(detail.ref)),
  };
}

/** A backend that fails with the given status. */
export function failingWith(status: number) {
  const error = Object.assign(new Error(`it failed with ${status}`), {
    name: 'ResponseError',
    statusCode: status,
  });
  const fail = async () => {
    throw error;
  };
  return { getProduct: jest.fn(fail), getResults: jest.fn(fail) };
}
