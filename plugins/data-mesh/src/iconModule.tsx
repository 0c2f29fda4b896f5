import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { IconBundleBlueprint } from '@backstage/plugin-app-react';
import { DataProductIcon } from './icons';

/** Gives the kind its icon; only a module of the app itself may do so. */
export const iconModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    IconBundleBlueprint.make({
      name: 'data-mesh',
      params: {
        icons: { 'kind:dataproduct': <DataProductIcon fontSize="inherit" /> },
      },
    }),
  ],
});
