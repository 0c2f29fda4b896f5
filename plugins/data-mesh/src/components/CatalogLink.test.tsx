import { renderInTestApp } from '@backstage/test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { ERASED_PERSON } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from './CatalogLink';

const show = (ref: string, title: string, exists: boolean) =>
  renderInTestApp(
    <p>
      <CatalogLink to={{ ref, title, exists }} />
    </p>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );

describe('CatalogLink', () => {
  it('leads to what is in the catalog', async () => {
    await show('group:default/lab', 'Lab', true);
    expect(screen.getByRole('link', { name: 'Lab' })).toHaveAttribute(
      'href',
      '/catalog/default/group/lab',
    );
  });

  it('says what is not in the catalog', async () => {
    await show('group:default/lab', 'Lab', false);
    expect(screen.getByText('Lab (not in the catalog)')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it.each([ERASED_PERSON, `${ERASED_PERSON}-2`])(
    'has nobody to look for behind %s',
    async ref => {
      await show(ref, 'Erased person', false);
      expect(screen.getByText('Erased person')).toBeInTheDocument();
      expect(screen.queryByRole('link')).not.toBeInTheDocument();
    },
  );
});
