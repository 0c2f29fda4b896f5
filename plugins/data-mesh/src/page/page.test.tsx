import { Route, Routes, useLocation } from 'react-router-dom';
import { screen } from '@testing-library/react';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import {
  MissingFieldsList,
  MyWork,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { testApis } from '../api/testApis';
import { DataMeshPage } from '../legacy';
import { dataMeshPlugin } from '../plugin';
import { fixes, myWork } from '../testing/myWork';
import { list, product } from '../testing/products';

const mounted = { '/catalog/:namespace/:kind/:name': entityRouteRef };

const sheet: MissingFieldsList = {
  items: [],
  total: 0,
  all: 3,
  words: { type: [], lifecycle: [], classification: [] },
  facets: { domain: [], owner: [], missing: [] },
};

function backend(work: MyWork) {
  return {
    getProducts: async () => list([product()]),
    getMyWork: async () => work,
    getMissingFields: async () => sheet,
    getReviews: async () => ({ items: [], mayHold: [] }),
    getRuleSets: async () => ({ items: [] }),
    getEvidenceSources: async () => ({ sources: [], keys: [] }),
    getStatus: async () => ({}),
  };
}

function openNew(at: string, work: MyWork, extensions: object[] = []) {
  renderTestApp({
    features: [dataMeshPlugin],
    apis: [...testApis(backend(work)), catalogApiMock(), mockApis.permission()],
    initialRouteEntries: [at],
    mountedRoutes: mounted,
    config: {
      app: { baseUrl: 'http://localhost:3000', extensions },
      backend: { baseUrl: 'http://localhost:7007' },
    } as object,
  });
}

function Address() {
  return <p>at {useLocation().pathname}</p>;
}

async function openOld(at: string, work: MyWork) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        ...testApis(backend(work)),
        [catalogApiRef, catalogApiMock()],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <Routes>
        <Route path="/data-mesh/*" element={<DataMeshPage />} />
      </Routes>
      <Address />
    </TestApiProvider>,
    { routeEntries: [at], mountedRoutes: mounted },
  );
}

describe.each([
  ['new', openNew],
  ['old', openOld],
])('the page in the %s frontend system', (_, open) => {
  it('opens My work when something waits there', async () => {
    await open('/data-mesh', myWork({ fixes: [fixes()] }));
    expect(await screen.findByText('For Yusuf Demir')).toBeVisible();
    expect(
      screen.getAllByRole('tab').map(({ textContent }) => textContent),
    ).toEqual(['My work', 'Data products', 'Domains', 'Goals', 'Set-up']);
  });

  it('opens the data products when nothing waits', async () => {
    await open('/data-mesh', myWork());
    expect(await screen.findByText('Shipments')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Fill in missing fields' }),
    ).toHaveAttribute('href', expect.stringMatching(/\/missing-fields$/));
  });

  it.each([
    ['/data-mesh/my-work', 'Nothing waits for you'],
    ['/data-mesh/set-up', 'Rule sets in force'],
    ['/data-mesh/missing-fields', 'What you filled in'],
    ['/data-mesh/reviews', 'No review was held yet.'],
  ])('has %s', async (at, words) => {
    await open(at, myWork());
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('has the sheet below a header of its own, not as a tab', async () => {
    await open('/data-mesh/missing-fields', myWork());
    await screen.findByText('What you filled in');
    expect(
      screen.getByRole('heading', { name: 'Missing fields' }),
    ).toBeVisible();
    expect(screen.queryByRole('tab')).toBeNull();
  });
});

it('opens a tab that there is when My work was left out', async () => {
  openNew('/data-mesh', myWork({ fixes: [fixes()] }), [
    { 'sub-page:data-mesh/my-work': false },
  ]);
  expect(await screen.findByText('Shipments')).toBeVisible();
});
