import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';
import { iconModule } from './iconModule';
import { dataMeshPlugin } from './plugin';
import { scaffolderModule } from './scaffolder/module';

/**
 * All of Data Mesh for an app: the plugin, the fields of its templates and,
 * unless `dataMesh.icon` is false, the icon of the kind.
 *
 * @public
 */
export default createFrontendFeatureLoader({
  *loader({ config }) {
    yield dataMeshPlugin;
    yield scaffolderModule;
    if (config.getOptionalBoolean('dataMesh.icon') ?? true) {
      yield iconModule;
    }
  },
});
