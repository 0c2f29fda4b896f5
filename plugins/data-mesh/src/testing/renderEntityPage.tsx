import { RenderResult } from '@testing-library/react';
import { Entity } from '@backstage/catalog-model';
import { FrontendFeature } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { DataMeshApi } from '@backstage-data-mesh/plugin-data-mesh-common';
import { JsonObject } from '@backstage/types';
import { testApis } from '../api/testApis';

/**
 * Renders the page of an entity in a test app that has the given features,
 * with the cards and tabs of theirs that let the entity through.
 */
export function renderEntityPage(
  entity: Entity,
  options: {
    features: FrontendFeature[];
    api?: Partial<DataMeshApi>;
    /** What the app configures under `app.extensions`. */
    extensions?: JsonObject[];
  },
): RenderResult {
  const { features, api = {}, extensions = [] } = options;
  const [service, query] = testApis(api);
  const catalog = catalogApiMock({ entities: [entity] });
  return renderTestApp({
    extensions: [createTestEntityPage({ entity })],
    features,
    apis: [service, query, catalog],
    config: {
      app: { baseUrl: 'http://localhost:3000', extensions },
      backend: { baseUrl: 'http://localhost:7007' },
    },
  });
}
