import { createApiRef } from '@backstage/core-plugin-api';
import { DataMeshApi } from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * The client of the data mesh backend.
 *
 * @public
 */
export const dataMeshApiRef = createApiRef<DataMeshApi>({
  id: 'plugin.data-mesh.service',
});
