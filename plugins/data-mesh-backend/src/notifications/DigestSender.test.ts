import { mockServices } from '@backstage/backend-test-utils';
import { Digest, DigestSender } from './DigestSender';
import { NoticeStore } from './NoticeStore';

const digestFor = (name: string, triedAt?: string): Digest => ({
  recipient: `user:default/${name}`,
  topic: 'level-dropped',
  day: '2026-03-01',
  keys: ['k'],
  triedAt,
  payload: { title: 'x' },
});

function setUp(isClaimed = true) {
  const store = {
    claim: jest.fn(async () => isClaimed),
    markSent: jest.fn(async () => {}),
  };
  const logger = mockServices.logger.mock();
  const notifications = { send: jest.fn(async (_options: unknown) => {}) };
  const sender = new DigestSender({
    notifications,
    store: store as Partial<NoticeStore> as NoticeStore,
    logger,
    now: () => new Date('2026-03-01T10:00:00Z'),
  });
  return { store, logger, notifications, sender };
}

describe('DigestSender', () => {
  afterEach(() => jest.useRealTimers());

  it('sends what it could claim', async () => {
    const { sender, store, notifications } = setUp();
    await sender.send([digestFor('ann')]);
    expect(store.claim).toHaveBeenCalledWith(
      expect.objectContaining({ recipient: 'user:default/ann' }),
      ['k'],
      {
        now: '2026-03-01T10:00:00.000Z',
        staleBefore: '2026-03-01T09:55:00.000Z',
      },
    );
    expect(notifications.send.mock.calls).toEqual([
      [
        {
          recipients: { type: 'entity', entityRef: 'user:default/ann' },
          payload: { title: 'x' },
        },
      ],
    ]);
    expect(store.markSent).toHaveBeenCalledTimes(1);
  });

  it('leaves to others what they claimed', async () => {
    const { sender, notifications } = setUp(false);
    await sender.send([digestFor('ann')]);
    expect(notifications.send).not.toHaveBeenCalled();
  });

  it('begins with those that nobody tried, and gives up after five', async () => {
    const { sender, notifications, store } = setUp();
    notifications.send.mockRejectedValue(new Error('away'));
    await sender.send([
      digestFor('b', '2026-03-01T08:00:00.000Z'),
      digestFor('a', '2026-03-01T07:00:00.000Z'),
      ...['c', 'd', 'e', 'f'].map(name => digestFor(name)),
    ]);
    const tried = notifications.send.mock.calls.map(
      ([options]) => JSON.stringify(options).match(/default\/(.)/)?.[1],
    );
    expect(tried.join('')).toBe('cdefa');
    expect(store.markSent).not.toHaveBeenCalled();
  });

  it('does not wait for ever', async () => {
    jest.useFakeTimers();
    const { sender, notifications, store, logger } = setUp();
    notifications.send.mockImplementationOnce(() => new Promise(() => {}));
    const sent = sender.send([digestFor('ann'), digestFor('bo')]);
    await jest.advanceTimersByTimeAsync(30_000);
    await sent;
    expect(store.markSent).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no answer within 30 s'),
    );
  });
});
