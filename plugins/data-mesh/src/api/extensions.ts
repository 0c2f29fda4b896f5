import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { DataMeshClient } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dataMeshApiRef } from './dataMeshApiRef';
import {
  createDataMeshQueryClient,
  dataMeshQueryApiRef,
} from './dataMeshQueryApiRef';

export const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: dataMeshApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DataMeshClient(deps),
    }),
});

export const queryApi = ApiBlueprint.make({
  name: 'query',
  params: defineParams =>
    defineParams({
      api: dataMeshQueryApiRef,
      deps: {},
      factory: () => createDataMeshQueryClient(),
    }),
});
