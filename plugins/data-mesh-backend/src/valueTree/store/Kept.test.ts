import { Kept } from './Kept';

describe('Kept', () => {
  it('reads anew with another sign only', async () => {
    let reads = 0;
    const kept = new Kept(async () => (reads += 1));
    expect(await kept.get('a')).toBe(1);
    expect(await kept.get('a')).toBe(1);
    expect(await kept.get('b')).toBe(2);
    // What was before is not as it was then.
    expect(await kept.get('a')).toBe(3);
  });

  it('reads once for all who ask at the same time', async () => {
    let reads = 0;
    const kept = new Kept(async () => (reads += 1));
    expect(await Promise.all([kept.get('a'), kept.get('a')])).toEqual([1, 1]);
  });

  it('keeps no failure, and a late one takes nothing away', async () => {
    const fails: ((error: Error) => void)[] = [];
    let reads = 0;
    const kept = new Kept(async () => {
      reads += 1;
      if (reads <= 2) {
        await new Promise((_done, fail) => fails.push(fail));
      }
      return reads;
    });
    const first = kept.get('a');
    fails[0](new Error('away'));
    await expect(first).rejects.toThrow('away');

    const slow = kept.get('a');
    expect(await kept.get('b')).toBe(3);
    fails[1](new Error('away'));
    await expect(slow).rejects.toThrow('away');
    expect(await kept.get('b')).toBe(3);
    expect(await kept.get('a')).toBe(4);
  });
});
