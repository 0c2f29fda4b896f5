import { render, screen, waitFor } from '@testing-library/react';
import { ConfigReader } from '@backstage/config';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { createApp } from '@backstage/frontend-defaults';
import appPlugin from '@backstage/plugin-app';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { formFieldsApiRef } from '@backstage/plugin-scaffolder-react/alpha';
import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import dataMesh from '..';
import { productEntity } from '../testing/productPage';
import { ChangeProductButton } from './ChangeProductButton';
import { fields } from './fields';
import { NewProductButton } from './NewProductButton';

const template = (name: string): Entity => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name, namespace: 'default' },
  spec: { type: 'data-product', steps: [] },
});
const both = [template('new-data-product'), template('change-data-product')];

function Fields() {
  const formFields = useApi(formFieldsApiRef);
  const { value = [] } = useAsync(() => formFields.loadFormFields());
  return (
    <p>
      {value.map(field => ('name' in field ? `${field.name}; ` : '')).join('')}
    </p>
  );
}

function Links() {
  return (
    <EntityProvider entity={productEntity()}>
      <p>Here</p>
      <NewProductButton />
      <ChangeProductButton />
    </EntityProvider>
  );
}

/** An app with the suite and the given other plugins, at a page of the test. */
function openApp(
  page: JSX.Element,
  options: { scaffolder: boolean; entities: Entity[] },
) {
  const config = new ConfigReader({
    app: { title: 'Test', baseUrl: 'http://localhost' },
    backend: { baseUrl: 'http://localhost:7007' },
  });
  const app = createApp({
    features: [
      dataMesh,
      catalogPlugin,
      ...(options.scaffolder ? [scaffolderPlugin] : []),
      createFrontendPlugin({
        pluginId: 'some',
        extensions: [
          PageBlueprint.make({
            params: { path: '/', noHeader: true, loader: async () => page },
          }),
        ],
      }),
      createFrontendModule({
        pluginId: 'app',
        extensions: [
          appPlugin
            .getExtension('sign-in-page:app')
            .override({ disabled: true }),
        ],
      }),
      createFrontendModule({
        pluginId: 'catalog',
        extensions: [
          ApiBlueprint.make({
            params: defineParams =>
              defineParams({
                api: catalogApiRef,
                deps: {},
                factory: () => catalogApiMock({ entities: options.entities }),
              }),
          }),
        ],
      }),
    ],
    advanced: { configLoader: async () => ({ config }) },
  });
  render(app.createRoot());
}

describe('in an app', () => {
  it('the scaffolder has all fields', async () => {
    openApp(<Fields />, { scaffolder: true, entities: [] });
    for (const name of Object.keys(fields)) {
      expect(await screen.findByText(new RegExp(`${name};`))).toBeVisible();
    }
  });

  it('links lead to the templates', async () => {
    openApp(<Links />, { scaffolder: true, entities: both });
    expect(
      await screen.findByRole('button', { name: 'New data product' }),
    ).toHaveAttribute('href', '/create/templates/default/new-data-product');
    const change = screen.getByRole('button', { name: 'Change' });
    const [path, query] = change.getAttribute('href')!.split('?');
    expect(path).toBe('/create/templates/default/change-data-product');
    expect(JSON.parse(new URLSearchParams(query).get('formData')!)).toEqual({
      product: 'dataproduct:default/shipments',
    });
  });

  it.each([
    ['there is no scaffolder', { scaffolder: false, entities: both }],
    ['there are no templates', { scaffolder: true, entities: [] }],
  ])('nothing is offered where %s', async (_where, options) => {
    openApp(<Links />, options);
    expect(await screen.findByText('Here')).toBeVisible();
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: /data product|Change/ }),
      ).toBeNull(),
    );
  });
});
