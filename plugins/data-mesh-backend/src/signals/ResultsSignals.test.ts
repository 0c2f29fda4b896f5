import { mockServices } from '@backstage/backend-test-utils';
import { resultsMarkerOf } from '@backstage-data-mesh/plugin-data-mesh-common';
import { SignalPayload } from '@backstage/plugin-signals-node';
import { ResultsSignals } from './ResultsSignals';

const ORDERS = 'dataproduct:default/orders';
const CARE = 'domain:default/care';

describe('ResultsSignals', () => {
  const publish = jest.fn(async (_signal: SignalPayload<any>) => {});
  const logger = mockServices.logger.mock();
  const signals = new ResultsSignals({ signals: { publish }, logger });

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
  });
  afterEach(() => jest.useRealTimers());

  it('publishes markers, and no name, of all that changed', async () => {
    signals.changed([ORDERS]);
    signals.changed([CARE, ORDERS]);
    expect(publish).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(2_000);
    const changed = [ORDERS, CARE].map(resultsMarkerOf).sort((a, b) => a - b);
    expect(publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: 'data-mesh:results',
          message: { changed },
        },
      ],
    ]);
  });

  it('publishes at most every two seconds', async () => {
    for (let tenth = 0; tenth < 100; tenth++) {
      signals.changed([`dataproduct:default/p${tenth}`]);
      await jest.advanceTimersByTimeAsync(100);
    }
    await signals.flush();
    expect(publish.mock.calls.length).toBeLessThanOrEqual(6);
  });

  it('stays small, however much changed', async () => {
    signals.changed(
      Array.from({ length: 10_000 }, (_, n) => `dataproduct:default/p${n}`),
    );
    await signals.flush();
    expect(publish.mock.calls[0][0].message.changed).toHaveLength(256);
  });

  it('says nothing when nothing changed, and survives a failure', async () => {
    signals.changed([]);
    await jest.advanceTimersByTimeAsync(2_000);
    await signals.flush();
    expect(publish).not.toHaveBeenCalled();

    publish.mockRejectedValueOnce(new Error('no events'));
    signals.changed([ORDERS]);
    await signals.flush();
    signals.changed([CARE]);
    await signals.flush();
    expect(publish).toHaveBeenLastCalledWith(
      expect.objectContaining({
        message: { changed: [resultsMarkerOf(CARE)] },
      }),
    );
  });
});
