import { render, screen } from '@testing-library/react';
import { ConfigReader } from '@backstage/config';
import {
  createFrontendModule,
  createFrontendPlugin,
  iconsApiRef,
  PageBlueprint,
  useApi,
} from '@backstage/frontend-plugin-api';
import { createApp } from '@backstage/frontend-defaults';
import appPlugin from '@backstage/plugin-app';
import * as alpha from './alpha';
import dataMesh, { dataMeshPlugin } from '.';

function Icon() {
  const icon = useApi(iconsApiRef).icon('kind:dataproduct');
  return <p>Data products {icon ? 'have an icon' : 'have no icon'}</p>;
}

const somePage = createFrontendPlugin({
  pluginId: 'some',
  extensions: [
    PageBlueprint.make({
      params: { path: '/', noHeader: true, loader: async () => <Icon /> },
    }),
  ],
});
const signedIn = createFrontendModule({
  pluginId: 'app',
  extensions: [
    appPlugin.getExtension('sign-in-page:app').override({ disabled: true }),
  ],
});

function open(dataMeshConfig: { icon?: boolean }) {
  const config = new ConfigReader({
    app: { title: 'Test', baseUrl: 'http://localhost' },
    backend: { baseUrl: 'http://localhost:7007' },
    dataMesh: dataMeshConfig,
  });
  const app = createApp({
    features: [dataMesh, somePage, signedIn],
    advanced: { configLoader: async () => ({ config }) },
  });
  render(app.createRoot());
}

describe('the default export', () => {
  it.each([
    [{}, 'Data products have an icon'],
    [{ icon: true }, 'Data products have an icon'],
    [{ icon: false }, 'Data products have no icon'],
  ])('with %j', async (config, words) => {
    open(config);
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Data mesh' })).toHaveAttribute(
      'href',
      '/data-mesh',
    );
  });

  it('is the only one, so that discovery meets the plugin once', () => {
    expect(alpha).not.toHaveProperty('default');
    expect(dataMesh).not.toBe(dataMeshPlugin);
  });
});
