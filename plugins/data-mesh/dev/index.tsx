import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import dataMesh, { dataMeshApiRef } from '../src';
import { SampleDataMeshApi } from './SampleDataMeshApi';
import { sampleEntities } from './sampleEntities';

const sampleBackend = createFrontendModule({
  pluginId: 'data-mesh',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: dataMeshApiRef,
          deps: {},
          factory: () => new SampleDataMeshApi(),
        }),
    }),
  ],
});

const sampleCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities: sampleEntities }),
        }),
    }),
  ],
});

createDevApp({
  features: [dataMesh, catalogPlugin, sampleBackend, sampleCatalog],
});
