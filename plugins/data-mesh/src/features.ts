import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';
import { iconModule } from './iconModule';
import { dataMeshPlugin } from './plugin';

/**
 * All of Data Mesh for an app: the plugin and, unless `dataMesh.icon` is false,
 * the icon of the kind.
 *
 * @public
 */
export default createFrontendFeatureLoader({
  *loader({ config }) {
    yield dataMeshPlugin;
    if (config.getOptionalBoolean('dataMesh.icon') ?? true) {
      yield iconModule;
    }
  },
});
