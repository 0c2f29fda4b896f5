import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import { CatalogApi } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  DataMeshApi,
  MissingFieldsList,
  MissingFieldsQuery,
  PatchesRequest,
  PatchesResponse,
  SheetRow,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../testing/accessibility';
import { entity } from '../testing/entities';
import { renderWith } from '../testing/renderWith';
import { MissingFieldsContent } from './MissingFieldsContent';

function row(name: string, change: Partial<SheetRow> = {}): SheetRow {
  return {
    ref: `dataproduct:default/${name}`,
    title: name,
    fields: {
      owner: { value: 'group:default/lab', title: 'Lab' },
      lifecycle: { value: 'production' },
    },
    missing: ['productOwner', 'purpose', 'type', 'classification', 'version'],
    hidden: [],
    ...change,
  };
}

function sheet(
  items: SheetRow[],
  change: Partial<MissingFieldsList> = {},
): MissingFieldsList {
  return {
    items,
    total: items.length,
    all: 30,
    words: {
      type: ['aggregate'],
      lifecycle: ['production'],
      classification: ['internal'],
    },
    facets: {
      domain: [{ value: 'domain:default/sales', title: 'Sales', count: 2 }],
      owner: [],
      missing: [{ value: 'purpose', title: 'purpose', count: 12 }],
    },
    ...change,
  };
}

const rows = [
  row('orders', {
    fields: { owner: { value: 'group:default/gone', title: 'gone' } },
    missing: ['owner', 'purpose'],
    hidden: ['domain'],
  }),
  row('results'),
  row('samples'),
];
const patches: PatchesResponse = {
  patches: [
    {
      repository: 'acme/lab',
      branch: 'main',
      url: 'https://github.com/acme/lab',
      fileName: 'acme-lab.patch',
      patch: '--- a/x.yaml\n+++ b/x.yaml\n@@ -1 +1 @@\n-a: 1\n+a: 2\n',
      files: ['x.yaml'],
      products: ['dataproduct:default/results'],
    },
  ],
  problems: [
    {
      entityRef: 'dataproduct:default/orders',
      message: 'Its catalog file cannot be read.',
    },
  ],
};

function backend(list: MissingFieldsList = sheet(rows)) {
  return {
    getMissingFields: jest.fn<
      Promise<MissingFieldsList>,
      [MissingFieldsQuery?]
    >(async () => list),
    makePatches: jest.fn<Promise<PatchesResponse>, [PatchesRequest]>(
      async () => patches,
    ),
  };
}

const inCatalog = [entity('User', 'ann'), entity('Group', 'lab')];

const open = (
  api: Partial<DataMeshApi>,
  search = '',
  catalog: Entity[] | CatalogApi = inCatalog,
) =>
  renderWith(<MissingFieldsContent />, {
    api,
    at: `/data-mesh/missing-fields${search}`,
    catalog,
  });
const cell = (name: string) => screen.findByLabelText(name);

beforeEach(() => window.sessionStorage.clear());

describe('the sheet of missing fields', () => {
  it('shows what catalog files say and lack', async () => {
    open(backend());
    expect(await cell('Owner of results')).toHaveValue('lab');
    const owner = await cell('Owner of orders');
    expect(owner).toHaveValue('gone');
    expect(owner).toHaveAccessibleDescription('not in the catalog');
    expect(await cell('Purpose of orders')).toHaveAttribute(
      'placeholder',
      'missing',
    );
    expect(screen.queryByLabelText('Domain of orders')).toBeNull();
    expect(screen.getByText('not shown to you')).toBeVisible();
    expect(screen.getByText('3 of 30 data products')).toBeVisible();
    expect(screen.getByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/catalog/default/dataproduct/orders',
    );
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('asks for what the address says', async () => {
    const api = backend();
    open(api, '?missing=purpose&missing=colour&domain=domain:default/sales');
    await cell('Owner of results');
    expect(api.getMissingFields).toHaveBeenCalledWith(
      {
        missing: ['purpose'],
        domain: ['domain:default/sales'],
        text: undefined,
        owner: undefined,
        cursor: undefined,
        limit: 50,
      },
      { signal: expect.any(AbortSignal) },
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        /^\/data-mesh\/missing-fields$/,
      ),
    );
  });

  it('checks what is typed: words, lengths, and refs by the catalog', async () => {
    open(backend());
    const type = await cell('Type of results');
    fireEvent.change(type, { target: { value: 'agg' } });
    expect(type).toHaveAccessibleDescription('“agg” is none of aggregate.');
    expect(type).toBeInvalid();
    fireEvent.change(type, { target: { value: 'Aggregate' } });
    expect(type).toBeValid();

    fireEvent.change(await cell('Purpose of results'), {
      target: { value: 'x'.repeat(401) },
    });
    expect(await cell('Purpose of results')).toHaveAccessibleDescription(
      'This has 401 characters; at most 400 are allowed.',
    );

    const person = await cell('Product owner of results');
    fireEvent.change(person, { target: { value: 'nobody' } });
    expect(person).toHaveAccessibleDescription('Looking it up');
    await waitFor(() =>
      expect(person).toHaveAccessibleDescription(
        'user:default/nobody: not in the catalog',
      ),
    );
    fireEvent.change(person, { target: { value: 'ann' } });
    await waitFor(() => expect(person).toHaveAccessibleDescription(''));
    const filled = screen.getByRole('region', { name: 'What you filled in' });
    expect(filled).toHaveTextContent('3 values in 1 data product');
    expect(filled).toHaveTextContent(
      'results, Purpose: This has 401 characters',
    );
  });

  it('goes from cell to cell by keys', async () => {
    const user = userEvent.setup();
    open(backend());
    await user.click(await cell('Owner of orders'));
    await user.keyboard('{ArrowDown}');
    expect(await cell('Owner of results')).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(await cell('Product owner of results')).toHaveFocus();
    await user.keyboard('ann{Enter}');
    expect(await cell('Product owner of samples')).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(await cell('Product owner of samples')).toHaveFocus();
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowRight}');
    // Over the cell that cannot be filled in.
    expect(await cell('Purpose of orders')).toHaveFocus();
    await user.keyboard('ab{ArrowLeft}');
    expect(await cell('Purpose of orders')).toHaveFocus();
    expect(await cell('Product owner of results')).toHaveValue('ann');
  });

  it('takes a column from a spreadsheet', async () => {
    const user = userEvent.setup();
    open(backend());
    await user.click(await cell('Purpose of results'));
    await user.paste('First\r\n"Second\r\nline"\r\nThird\r\n');
    expect(await cell('Purpose of results')).toHaveValue('First');
    expect(await cell('Purpose of samples')).toHaveValue('Second line');
    expect(
      screen.getByText(/2 cells filled in. 1 pasted line had no row left/),
    ).toHaveAttribute('role', 'status');
    await user.click(await cell('Version of results'));
    await user.paste('1.0');
    expect(await cell('Version of results')).toHaveValue('1.0');
  });

  it('keeps what was typed over pages and visits, until it is forgotten', async () => {
    const user = userEvent.setup();
    const api = backend();
    api.getMissingFields.mockImplementation(async query =>
      query?.cursor
        ? sheet([row('later')], { prevCursor: 'p' })
        : sheet(rows, { nextCursor: 'n' }),
    );
    const { unmount } = open(api);
    fireEvent.change(await cell('Version of results'), {
      target: { value: '1.0' },
    });
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    fireEvent.change(await cell('Version of later'), {
      target: { value: '2.0' },
    });
    expect(screen.getByTestId('address')).toHaveTextContent('cursor=n');
    expect(screen.getByText('2 values in 2 data products')).toBeVisible();
    unmount();

    open(api);
    expect(await cell('Version of results')).toHaveValue('1.0');
    await user.click(screen.getByRole('button', { name: 'Forget all' }));
    await user.click(
      screen.getByRole('button', { name: 'Really forget all?' }),
    );
    expect(await cell('Version of results')).toHaveValue('');
    expect(window.sessionStorage.getItem('data-mesh.missing-fields')).toBe(
      '{}',
    );
  });

  it('ends in a patch for each repository, and names what is in none', async () => {
    const user = userEvent.setup();
    const api = backend();
    open(api);
    fireEvent.change(await cell('Version of results'), {
      target: { value: '1.0' },
    });
    fireEvent.change(await cell('Purpose of orders'), {
      target: { value: ' All   orders ' },
    });
    fireEvent.change(await cell('Type of results'), {
      target: { value: 'wrong' },
    });
    await user.click(screen.getByRole('button', { name: 'Make patches' }));
    const patch = await screen.findByRole('region', { name: 'acme/lab' });
    expect(api.makePatches).toHaveBeenCalledWith({
      changes: [
        {
          entityRef: 'dataproduct:default/results',
          fields: { version: '1.0' },
        },
        {
          entityRef: 'dataproduct:default/orders',
          fields: { purpose: 'All orders' },
        },
      ],
    });
    expect(
      within(patch).getByRole('link', { name: /^acme.lab, branch main/ }),
    ).toHaveAttribute('href', 'https://github.com/acme/lab');
    expect(patch).toHaveTextContent('+a: 2');
    expect(patch).toHaveTextContent('git apply acme-lab.patch');
    const download = within(patch).getByRole('link', {
      name: 'Download the patch of acme/lab',
    });
    expect(download).toHaveAttribute('download', 'acme-lab.patch');
    expect(decodeURIComponent(download.getAttribute('href')!)).toBe(
      `data:text/x-diff;charset=utf-8,${patches.patches[0].patch}`,
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'orders: Its catalog file cannot be read.',
    );
    expect(screen.getByText('1 patch was made.')).toBeVisible();
    expect(await cell('Version of results')).toHaveValue('1.0');
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('keeps everything when the patches could not be made', async () => {
    const user = userEvent.setup();
    const api = backend();
    api.makePatches.mockRejectedValue(new Error('out of order'));
    open(api);
    fireEvent.change(await cell('Version of results'), {
      target: { value: '1.0' },
    });
    await user.click(screen.getByRole('button', { name: 'Make patches' }));
    expect(await screen.findByText('out of order')).toBeVisible();
    expect(await cell('Version of results')).toHaveValue('1.0');
  });

  it('tells when the catalog cannot say what is in it', async () => {
    const user = userEvent.setup();
    const catalog = catalogApiMock({ entities: [entity('User', 'ann')] });
    const getEntitiesByRefs = jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValueOnce(new Error('out of order'));
    open(backend(), '', catalog);
    fireEvent.change(await cell('Product owner of results'), {
      target: { value: 'user:default/ann' },
    });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(
        screen.queryByText(/The catalog does not say at the moment/),
      ).not.toBeInTheDocument(),
    );
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(2);
  });

  it('tells a mesh without products from filters that find none', async () => {
    const { unmount } = open(backend(sheet([], { all: 3 })));
    expect(
      await screen.findByText('No data product matches these filters.'),
    ).toBeVisible();
    unmount();
    open(backend(sheet([], { all: 0 })));
    expect(
      await screen.findByText('There are no data products yet'),
    ).toBeVisible();
  });

  it('leads from a page that is not there to the first one', async () => {
    const user = userEvent.setup();
    const api = backend();
    api.getMissingFields.mockImplementation(async query => {
      if (query?.cursor) {
        throw new Error('The cursor cannot be read.');
      }
      return sheet(rows);
    });
    open(api, '?cursor=old');
    await user.click(
      await screen.findByRole('button', { name: 'Back to the first page' }),
    );
    expect(await cell('Owner of results')).toHaveValue('lab');
  });

  it.each([
    [404, 'The data mesh backend does not answer here'],
    [403, 'You may not see this'],
  ])('tells an error %s apart', async (statusCode, words) => {
    open({
      getMissingFields: async () => {
        throw Object.assign(new Error('it failed'), { statusCode });
      },
    });
    expect(await screen.findByText(words)).toBeVisible();
  });
});
