import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { warningsOf } from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../testing/accessibility';
import { watchClipboard } from '../../testing/clipboard';
import { productEntity } from '../../testing/productPage';
import { renderWith } from '../../testing/renderWith';
import { results } from '../../testing/results';
import { WarningsCard } from './WarningsCard';

const faulty = productEntity(
  { version: 'two', outputPorts: [] },
  {
    annotations: {
      'backstage.io/edit-url': 'https://git.example.com/edit/shipments.yaml',
    },
  },
);

const owner = {
  userEntityRef: 'user:default/mia',
  ownershipEntityRefs: ['user:default/mia', 'group:default/logistics-data'],
};

describe('the warnings about a catalog file', () => {
  it('tell the owners what to write, and where', async () => {
    const warnings = warningsOf(faulty);
    expect(warnings.length).toBeGreaterThan(1);
    renderWith(<WarningsCard />, { entity: faulty, user: owner });

    const items = await screen.findAllByRole('listitem');
    expect(items).toHaveLength(warnings.length);
    warnings.forEach(({ message, fix, path, yaml }, index) => {
      expect(items[index]).toHaveTextContent(message);
      expect(items[index]).toHaveTextContent(fix);
      expect(items[index]).toHaveTextContent(`at ${path}`);
      expect(items[index].querySelector('code')?.textContent).toBe(yaml);
    });
    expect(
      screen.getByRole('link', { name: /Open the catalog file/ }),
    ).toHaveAttribute('href', 'https://git.example.com/edit/shipments.yaml');
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('copy the YAML', async () => {
    const user = userEvent.setup();
    const copied = watchClipboard();
    const [first] = warningsOf(faulty).filter(({ yaml }) => yaml);
    renderWith(<WarningsCard />, { entity: faulty, user: owner });
    await user.click(
      (
        await screen.findAllByRole('button', {
          name: `Copy the YAML for ${first.path}`,
        })
      )[0],
    );
    expect(copied).toEqual([first.yaml]);
  });

  it('are there for the product owner', async () => {
    renderWith(<WarningsCard />, {
      entity: faulty,
      user: {
        userEntityRef: 'user:default/oskar.nyberg',
        ownershipEntityRefs: ['user:default/oskar.nyberg'],
      },
    });
    expect(await screen.findByText('For you who answer for it')).toBeVisible();
  });

  it('give the path of a file that has no address', async () => {
    renderWith(<WarningsCard />, {
      entity: productEntity(
        { version: 'two' },
        {
          annotations: {
            'backstage.io/managed-by-location': 'file:/app/shipments.yaml',
          },
        },
      ),
      user: owner,
    });
    expect(await screen.findByText('/app/shipments.yaml')).toBeVisible();
  });

  it.each([
    [
      'others',
      faulty,
      {
        userEntityRef: 'user:default/kim',
        ownershipEntityRefs: ['user:default/kim', 'group:default/sales'],
      },
    ],
    [
      'owners of a file in order',
      productEntity({
        version: '1.0.0',
        support: [{ channel: '#x' }],
        lifecycle: 'experimental',
      }),
      owner,
    ],
  ])('are not there for %s', async (_name, entity, user) => {
    renderWith(<WarningsCard />, { entity, user });
    // Who is signed in is asked for first.
    await act(() => new Promise(resolve => setTimeout(resolve, 50)));
    expect(screen.getByTestId('piece')).toBeEmptyDOMElement();
  });

  it('leave it to the Maturity card once the product is evaluated', async () => {
    const getResults = jest.fn(async () => results({}));
    renderWith(<WarningsCard />, {
      entity: faulty,
      user: owner,
      api: { getResults },
    });
    await waitFor(() => expect(getResults).toHaveBeenCalled());
    await act(() => new Promise(resolve => setTimeout(resolve, 50)));
    expect(screen.getByTestId('piece')).toBeEmptyDOMElement();
  });
});
