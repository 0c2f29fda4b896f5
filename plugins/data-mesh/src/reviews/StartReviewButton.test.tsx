import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReviewList } from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../testing/accessibility';
import { link } from '../testing/products';
import { renderWith } from '../testing/renderWith';
import { domain, review, reviewList } from '../testing/reviews';
import { StartReviewButton } from './StartReviewButton';

const other = link('domain:default/supply-chain', 'Supply chain');
const open = { id: 'R-7', startedAt: '2026-11-20T08:00:00.000Z' };

function show(
  mayHold: ReviewList['mayHold'],
  startReview = jest.fn(async () => review()),
) {
  const getReviews = jest.fn(async () => reviewList({ mayHold }));
  renderWith(
    <StartReviewButton
      domain={mayHold.length === 1 ? domain.ref : undefined}
    />,
    {
      api: { getReviews, startReview },
    },
  );
  return { getReviews, startReview };
}

describe('the button for a review', () => {
  const user = userEvent.setup();

  it('starts one, and leads to it', async () => {
    const { startReview, getReviews } = show([{ domain }]);
    await user.click(
      await screen.findByRole('button', { name: 'Start a review' }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        '/data-mesh/reviews/R-1',
      ),
    );
    expect(startReview).toHaveBeenCalledWith({ domain: domain.ref });
    expect(getReviews).toHaveBeenCalledWith(
      { domain: domain.ref, limit: 1 },
      expect.anything(),
    );
  });

  it('goes on with the one that is under way', async () => {
    const { startReview } = show([{ domain, open }]);
    await user.click(
      await screen.findByRole('button', {
        name: 'Continue the review of Nov 20, 2026',
      }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/data-mesh/reviews/R-7',
    );
    expect(startReview).not.toHaveBeenCalled();
  });

  it('lets choose among domains, by keyboard too', async () => {
    const { startReview } = show([{ domain }, { domain: other, open }]);
    const button = await screen.findByRole('button', {
      name: 'Start a review',
    });
    button.focus();
    await user.keyboard('{Enter}');
    expect(
      screen.getAllByRole('menuitem').map(item => item.textContent),
    ).toEqual([
      'Review of Patient services',
      'Continue: Supply chain, Nov 20, 2026',
    ]);
    await user.click(
      screen.getByRole('menuitem', { name: 'Review of Patient services' }),
    );
    await waitFor(() =>
      expect(startReview).toHaveBeenCalledWith({ domain: domain.ref }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent('R-1'),
    );
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('is not there for those who may hold none', async () => {
    const { getReviews } = show([]);
    await waitFor(() => expect(getReviews).toHaveBeenCalled());
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says why a review could not be started', async () => {
    show(
      [{ domain }],
      jest.fn(() => Promise.reject(new Error('It is for others to hold.'))),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Start a review' }),
    );
    expect(await screen.findByText('It is for others to hold.')).toBeVisible();
  });
});
