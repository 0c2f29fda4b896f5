import { act, render, screen } from '@testing-library/react';
import { TestApiProvider } from '@backstage/test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { resultsMarkerOf } from '@backstage-data-mesh/plugin-data-mesh-common';
import { testApis } from './testApis';
import { useDataMeshQuery } from './useDataMeshQuery';
import { useResultsSignal } from './useResultsSignal';

const ORDERS = 'dataproduct:default/orders';

function Card({ of, asks }: { of?: string; asks: () => Promise<string> }) {
  useResultsSignal(of);
  const { data } = useDataMeshQuery({
    key: of ? ['results', of] : ['my-work'],
    ask: asks,
  });
  return <p>{data}</p>;
}

function setUp({ hasSignals = true } = {}) {
  const listeners = new Set<(message: any) => void>();
  const subscribe = jest.fn((_channel: string, listener: any) => {
    listeners.add(listener);
    return { unsubscribe: () => listeners.delete(listener) };
  });
  const apis = [
    ...testApis({}),
    ...(hasSignals ? [[signalApiRef, { subscribe }] as const] : []),
  ];
  const show = (cards: JSX.Element) =>
    render(<TestApiProvider apis={apis as any}>{cards}</TestApiProvider>);
  const signal = (message: unknown, ms: number = 3_000) =>
    act(async () => {
      listeners.forEach(listener => listener(message));
      await jest.advanceTimersByTimeAsync(ms);
    });
  return { listeners, subscribe, show, signal };
}

const changed = (...refs: string[]) => ({ changed: refs.map(resultsMarkerOf) });
const answers = () => {
  let n = 0;
  return jest.fn(async () => `answer ${++n}`);
};

describe('useResultsSignal', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('asks again when the entity changed, once for all cards', async () => {
    const { show, signal, subscribe } = setUp();
    const asks = answers();
    show(
      <>
        <Card of={ORDERS} asks={asks} />
        <Card of={ORDERS} asks={asks} />
      </>,
    );
    expect(await screen.findAllByText('answer 1')).toHaveLength(2);
    await signal(changed(ORDERS));
    expect(screen.getAllByText('answer 2')).toHaveLength(2);
    expect(asks).toHaveBeenCalledTimes(2);
    expect(subscribe.mock.calls).toEqual([
      ['data-mesh:results', expect.any(Function)],
    ]);
  });

  it('leaves alone what did not change', async () => {
    const { show, signal } = setUp();
    const asks = answers();
    show(<Card of={ORDERS} asks={asks} />);
    await screen.findByText('answer 1');
    await signal(changed('dataproduct:default/other'));
    await signal({ changed: 'all' });
    await signal(null);
    expect(asks).toHaveBeenCalledTimes(1);
  });

  it('asks again for a list whatever changed', async () => {
    const { show, signal } = setUp();
    const asks = answers();
    show(<Card asks={asks} />);
    await screen.findByText('answer 1');
    await signal({ changed: [] });
    expect(asks).toHaveBeenCalledTimes(1);
    await signal(changed('dataproduct:default/other'));
    expect(screen.getByText('answer 2')).toBeVisible();
  });

  it('asks at most every half a minute, and misses nothing', async () => {
    const { show, signal } = setUp();
    const asks = answers();
    show(<Card of={ORDERS} asks={asks} />);
    await screen.findByText('answer 1');
    for (let second = 0; second < 60; second++) {
      await signal(changed(ORDERS), 1_000);
    }
    expect(asks.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(asks.mock.calls.length).toBeLessThanOrEqual(4);
    const before = asks.mock.calls.length;
    await signal(changed(ORDERS), 40_000);
    expect(asks.mock.calls.length).toBe(before + 1);
  });

  it('stops listening when the last card is gone', async () => {
    const { show, signal, listeners } = setUp();
    const asks = answers();
    const { unmount } = show(<Card of={ORDERS} asks={asks} />);
    await screen.findByText('answer 1');
    await signal(changed(ORDERS), 0);
    unmount();
    expect(listeners.size).toBe(0);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asks).toHaveBeenCalledTimes(1);
  });

  it('does not listen for what is not shown', () => {
    const { show, subscribe } = setUp();
    const Hidden = () => {
      useResultsSignal(ORDERS, { enabled: false });
      return null;
    };
    show(<Hidden />);
    expect(subscribe).not.toHaveBeenCalled();
  });

  it('does nothing where there are no signals', async () => {
    const { show } = setUp({ hasSignals: false });
    show(<Card of={ORDERS} asks={answers()} />);
    expect(await screen.findByText('answer 1')).toBeVisible();
  });
});
