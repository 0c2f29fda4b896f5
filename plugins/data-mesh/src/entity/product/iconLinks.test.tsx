import { screen } from '@testing-library/react';
import { IconLinkVertical } from '@backstage/core-components';
import { productEntity } from '../../testing/productPage';
import { renderWith } from '../../testing/renderWith';
import {
  hasAccessUrl,
  hasSupportUrl,
  useAskForAccessLink,
  useSupportLink,
} from './iconLinks';

function Links() {
  const access = useAskForAccessLink();
  const support = useSupportLink();
  return (
    <>
      <IconLinkVertical {...access} />
      <IconLinkVertical {...support} />
    </>
  );
}

const full = productEntity({
  access: { url: 'https://example.com/ask' },
  support: [{ channel: 'phone' }, { channel: '#x', url: 'mailto:x@y.z' }],
});

describe('the links of the About card', () => {
  it('lead to access and support', async () => {
    renderWith(<Links />, { entity: full });
    expect(
      await screen.findByRole('link', { name: /Ask for access/ }),
    ).toHaveAttribute('href', 'https://example.com/ask');
    expect(screen.getByRole('link', { name: /Support/ })).toHaveAttribute(
      'href',
      'mailto:x@y.z',
    );
  });

  it.each([
    ['both', full, [true, true]],
    ['none', productEntity(), [false, false]],
    [
      'none that is unsafe',
      productEntity({
        access: { url: ['javascript', 'x'].join(':') },
        support: [{ channel: 'x', url: 'file:///x' }],
      }),
      [false, false],
    ],
    [
      'no need to ask for what is open to everyone',
      productEntity({
        access: { url: 'https://example.com/ask', default: 'open' },
      }),
      [false, false],
    ],
    ['none of another kind', { ...full, kind: 'Component' }, [false, false]],
  ])('are there when there is an address: %s', (_name, entity, expected) => {
    expect([hasAccessUrl(entity), hasSupportUrl(entity)]).toEqual(expected);
  });
});
