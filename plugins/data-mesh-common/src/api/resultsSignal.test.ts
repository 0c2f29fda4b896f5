import { resultsMarkerOf, resultsSignalSchema } from './resultsSignal';

const refs = Array.from(
  { length: 5000 },
  (_, n) => `dataproduct:default/p${n}`,
);

describe('resultsMarkerOf', () => {
  it('stays the same, for whatever case', () => {
    expect(resultsMarkerOf('dataproduct:default/orders')).toBe(195);
    expect(resultsMarkerOf('DataProduct:default/Orders')).toBe(195);
  });

  it('is shared by many entities, and none has more than its share', () => {
    const counts = new Map<number, number>();
    for (const marker of refs.map(resultsMarkerOf)) {
      counts.set(marker, (counts.get(marker) ?? 0) + 1);
    }
    expect(counts.size).toBe(256);
    expect(Math.min(...counts.values())).toBeGreaterThan(2);
    expect(Math.max(...counts.values())).toBeLessThan(60);
  });

  it('fits into a signal, however many entities changed', () => {
    const changed = [...new Set(refs.map(resultsMarkerOf))];
    expect(resultsSignalSchema.parse({ changed })).toEqual({ changed });
    expect(Math.max(...changed)).toBe(255);
    expect(Math.min(...changed)).toBe(0);
  });
});
