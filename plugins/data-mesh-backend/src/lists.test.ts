import { readAhead } from './lists';

describe('readAhead', () => {
  it('reads the next item while one is worked on', async () => {
    const log: string[] = [];
    const items = readAhead(['a', 'b', 'c'], async item => {
      log.push(`read ${item}`);
      return item.toUpperCase();
    });
    for await (const [item, found] of items) {
      log.push(`work on ${item}: ${found}`);
    }
    expect(log).toEqual([
      'read a',
      'read b',
      'work on a: A',
      'read c',
      'work on b: B',
      'work on c: C',
    ]);
  });

  it('has nothing to hand out for no items', async () => {
    const read = jest.fn();
    for await (const item of readAhead([], read)) {
      throw new Error(`${item} came from nowhere`);
    }
    expect(read).not.toHaveBeenCalled();
  });

  it('fails at the item that cannot be read, not before', async () => {
    const worked: string[] = [];
    const work = async () => {
      const items = readAhead(['a', 'b', 'c'], async item => {
        if (item === 'b') {
          throw new Error('b is away');
        }
        return item;
      });
      for await (const [item] of items) {
        worked.push(item);
      }
    };
    await expect(work()).rejects.toThrow('b is away');
    expect(worked).toEqual(['a']);
  });

  it('leaves no failure unheard when the work ends early', async () => {
    const unheard = jest.fn();
    process.on('unhandledRejection', unheard);
    try {
      for await (const [item] of readAhead(['a', 'b'], async one => {
        if (one === 'b') {
          throw new Error('b is away');
        }
        return one;
      })) {
        expect(item).toBe('a');
        break;
      }
      await new Promise(resolve => {
        setImmediate(resolve);
      });
      expect(unheard).not.toHaveBeenCalled();
    } finally {
      process.off('unhandledRejection', unheard);
    }
  });
});
