import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ResponseError } from '@backstage/errors';
import { renderWith } from '../testing/renderWith';
import { createDataMeshQueryClient } from './dataMeshQueryApiRef';
import { useContractProducts } from './useContractProducts';
import { useProduct } from './useProduct';

function Title({ of }: { of: string }) {
  const { data, error, isPending, refetch } = useProduct(of);
  return (
    <button type="button" onClick={refetch}>
      {isPending ? 'pending' : data?.title ?? error?.message}
    </button>
  );
}

const detail = {
  ref: 'dataproduct:default/a',
  title: 'A',
  lifecycle: 'production',
  portTypes: [],
  usedByTeams: 0,
  usedByOwnTeam: false,
  stewards: [],
  users: [],
  inputs: [],
  contracts: [],
};

describe('useProduct', () => {
  it('asks once for all cards of a page', async () => {
    const getProduct = jest.fn(async () => detail);
    renderWith(
      <>
        <Title of="dataproduct:default/a" />
        <Title of="DataProduct:default/A" />
      </>,
      { api: { getProduct } },
    );
    expect(screen.getAllByText('pending')).toHaveLength(2);
    expect(await screen.findAllByText('A')).toHaveLength(2);
    expect(getProduct).toHaveBeenCalledTimes(1);
  });

  it('gives the error, and the answer once asked again', async () => {
    const getProduct = jest
      .fn()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValueOnce(detail);
    renderWith(<Title of="dataproduct:default/a" />, { api: { getProduct } });
    await userEvent.click(await screen.findByText('away'));
    expect(await screen.findByText('A')).toBeVisible();
  });
});

describe('useContractProducts', () => {
  it('gives the products around a contract', async () => {
    const link = { ref: 'dataproduct:default/a', title: 'A', exists: true };
    const getContractProducts = jest.fn(async () => ({
      providedBy: [link],
      usedBy: [],
    }));
    const Providers = () => (
      <>{useContractProducts('api:default/c').data?.providedBy[0].title}</>
    );
    renderWith(<Providers />, { api: { getContractProducts } });
    expect(await screen.findByText('A')).toBeVisible();
    expect(getContractProducts).toHaveBeenCalledWith('api:default/c', {
      signal: expect.any(AbortSignal),
    });
  });
});

describe('the query client of an app', () => {
  const retry = createDataMeshQueryClient().getDefaultOptions().queries
    ?.retry as (failures: number, error: Error) => boolean;
  const failed = (status: number) =>
    ResponseError.fromResponse(new Response('', { status }));

  it.each([
    [503, 0, true],
    [429, 1, true],
    [500, 2, false],
    [404, 0, false],
    [403, 0, false],
  ])(
    'after status %d and %d failures retries: %s',
    async (status, n, again) => {
      expect(retry(n, await failed(status))).toBe(again);
    },
  );

  it('does not repeat what cannot get better by itself', () => {
    expect(retry(0, new Error('the answer has another shape'))).toBe(false);
  });
});
