import { mockServices } from '@backstage/backend-test-utils';
import { DirtyQueue } from './DirtyQueue';
import { MarkBuffer } from './MarkBuffer';

describe('MarkBuffer', () => {
  const queue = { mark: jest.fn(async (_refs: Iterable<string>) => {}) };
  const logger = mockServices.logger.mock();
  const buffer = new MarkBuffer({
    queue: queue as Partial<DirtyQueue> as DirtyQueue,
    logger,
  });

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
  });
  afterEach(() => jest.useRealTimers());

  it('writes marks together', async () => {
    ['a', 'b', 'a'].forEach(ref => buffer.mark(ref));
    expect(queue.mark).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(500);
    buffer.mark('c');
    await jest.advanceTimersByTimeAsync(500);
    expect(queue.mark.mock.calls).toEqual([[['a', 'b']], [['c']]]);
  });

  it('says when they could not be written, and goes on', async () => {
    queue.mark.mockRejectedValueOnce(new Error('no connection'));
    buffer.mark('a');
    await jest.advanceTimersByTimeAsync(500);
    expect(logger.warn).toHaveBeenCalledWith(
      '1 changed entities could not be noted, the next pass over the catalog finds them: Error: no connection',
    );
    buffer.mark('b');
    await buffer.flush();
    expect(queue.mark).toHaveBeenLastCalledWith(['b']);
  });
});
