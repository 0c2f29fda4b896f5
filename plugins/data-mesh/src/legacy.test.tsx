import { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { screen } from '@testing-library/react';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  FieldExtensionComponentProps,
  FieldExtensionOptions,
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { testApis } from './api/testApis';
import * as legacy from './legacy';
import { fields } from './scaffolder/fields';
import { lazyField } from './scaffolder/legacyFields';
import { entity } from './testing/entities';
import {
  answeringWith,
  productDetail,
  productEntity,
} from './testing/productPage';
import { domainProfile, profileProduct } from './testing/domains';
import { noShowTree, valueTree } from './testing/goals';
import { list, product } from './testing/products';
import { resultsOf, ruleSets } from './testing/ruleSets';

const getProducts = jest.fn(async () => list([product()]));
const { getProduct } = answeringWith(productDetail());
const measured = {
  getDomains: async () => ({
    items: [domainProfile().row!],
    notTakingPart: 2,
  }),
  getDomainProfile: async () => domainProfile({ products: [profileProduct()] }),
  getResults: async (ref: unknown) => resultsOf(String(ref), 'A'),
  getRuleSets: async () => ruleSets(),
  getValueTree: async () => valueTree(noShowTree()),
  listResults: async () => ({ items: [], total: 0 }),
};

const renderLegacy = (element: ReactElement, at = '/') =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        ...testApis({ getProducts, getProduct, ...measured }),
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      {element}
    </TestApiProvider>,
    {
      routeEntries: [at],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );

describe('the old frontend system', () => {
  it.each(['/data-mesh', '/data-mesh/products'])(
    'has the page at %s',
    async at => {
      await renderLegacy(
        <Routes>
          <Route path="/data-mesh/*" element={<legacy.DataMeshPage />} />
        </Routes>,
        at,
      );
      expect(await screen.findByText('Shipments')).toBeVisible();
      expect(screen.getByRole('heading', { name: 'Data mesh' })).toBeVisible();
      expect(screen.getByRole('tab', { name: 'Data products' })).toBeVisible();
    },
  );

  it.each([
    [
      legacy.EntityDomainDataProductsCard,
      entity('Domain', 'd', [['hasPart', product().ref]]),
    ],
    [
      legacy.EntityGroupOwnedDataProductsCard,
      entity('Group', 'g', [['ownerOf', product().ref]]),
    ],
    [legacy.EntityGroupUsedDataProductsCard, entity('Group', 'g')],
    [
      legacy.EntityUserDataProductsCard,
      entity('User', 'u', [['stewardOf', product().ref]]),
    ],
  ])('has the card %p', async (Card, page) => {
    await renderLegacy(
      <EntityProvider entity={page}>
        <Card />
      </EntityProvider>,
    );
    expect(
      await screen.findByText(
        page.kind === 'Domain' ? 'Patient 360' : 'Shipments',
      ),
    ).toBeVisible();
  });

  it.each([
    [legacy.EntityDataProductFrankLineCard, /answers for it/],
    [legacy.EntityDataProductAboutCard, 'What it is'],
    [legacy.EntityDataProductHowToUseItCard, 'How to use it'],
    [legacy.EntityDataProductPurposeCard, 'What it is for'],
    [legacy.EntityDataProductMaturityCard, 'Maturity'],
    [legacy.EntityDataProductMaturityContent, 'History'],
    [legacy.EntityDataProductOwnershipCard, 'Ownership'],
  ])('has the product card %p', async (Card, words) => {
    await renderLegacy(
      <EntityProvider entity={productEntity()}>
        <Card />
      </EntityProvider>,
    );
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('has the tab of domains', async () => {
    await renderLegacy(
      <Routes>
        <Route path="/data-mesh/*" element={<legacy.DataMeshPage />} />
      </Routes>,
      '/data-mesh/domains',
    );
    expect(await screen.findByText('1 of 3 domains takes part')).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Domains' })).toBeVisible();
  });

  it.each([
    [legacy.EntityDomainMaturityCard, /Weakest: Ownership/],
    [legacy.EntityDomainOwnershipCard, 'Helen Brandt'],
    [legacy.EntityDomainGoalsCard, 'No goal yet'],
    [legacy.EntityDomainMaturityContent, 'Give and take'],
  ])('has the card of a domain %p', async (Card, words) => {
    await renderLegacy(
      <EntityProvider entity={entity('Domain', 'd')}>
        <Card />
      </EntityProvider>,
    );
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('tells which domains have the tab', () => {
    expect(legacy.isDomainInMesh(entity('Domain', 'd'))).toBe(false);
    const withProduct = entity('Domain', 'd', [['hasPart', product().ref]]);
    expect(legacy.isDomainInMesh(withProduct)).toBe(true);
  });

  it('has the card of what is open for a team', async () => {
    const team = entity('Group', 'g', [['ownerOf', product().ref]]);
    await renderLegacy(
      <EntityProvider entity={team}>
        <legacy.EntityGroupOwnershipCard />
      </EntityProvider>,
    );
    expect(
      await screen.findByText('Nothing open on the 1 data product'),
    ).toBeVisible();
  });

  it('has the tab of contracts', async () => {
    const contract = { ...entity('API', 'a'), spec: { type: 'odcs' } };
    expect(legacy.isContractEntity(contract)).toBe(true);
    await renderLegacy(
      <EntityProvider entity={contract}>
        <legacy.EntityDataContractContent />
      </EntityProvider>,
    );
    expect(
      await screen.findByText('No contract is written down here'),
    ).toBeVisible();
  });

  it('has the fields of the templates, each loaded when it is shown', async () => {
    function Fields() {
      const found = useCustomFieldExtensions<
        FieldExtensionOptions<unknown, unknown>
      >(
        <ScaffolderFieldExtensions>
          {legacy.dataProductFieldExtensions}
        </ScaffolderFieldExtensions>,
      );
      const usage = found.find(({ name }) => name === 'DataProductUsage');
      return (
        <>
          <p>{found.map(({ name }) => name).join(' ')}</p>
          {usage && (
            <usage.component
              {...({
                schema: { title: 'For whom?' },
                uiSchema: {},
                idSchema: { $id: 'usage' },
                rawErrors: [],
              } as unknown as FieldExtensionComponentProps<unknown>)}
            />
          )}
        </>
      );
    }
    await renderLegacy(<Fields />);
    expect(
      await screen.findByText(Object.keys(fields).join(' ')),
    ).toBeVisible();
    expect(await screen.findByLabelText('For whom?')).toBeVisible();
  });

  it('refuses in a field what the new frontend system refuses', async () => {
    const { validation } = lazyField(
      'DataProductUsage',
      fields.DataProductUsage,
    );
    const addError = jest.fn();
    await validation?.(
      '',
      { addError },
      {
        apiHolder: { get: () => undefined },
        formData: {},
        schema: {},
      },
    );
    expect(addError).toHaveBeenCalledWith(
      'Say who will use it, and for what decision.',
    );
  });

  it('brings the client of the backend', () => {
    const apis = [...legacy.dataMeshPlugin.getApis()].map(({ api }) => api.id);
    expect(apis).toContain(legacy.dataMeshApiRef.id);
  });
});
