import { EvidenceExtension } from './EvidenceExtension';

const source = (id: string) => ({
  id,
  title: id,
  every: { hours: 1 },
  collect: async () => [],
});

describe('EvidenceExtension', () => {
  it('gathers sources and records', () => {
    const extension = new EvidenceExtension([source('lab-tests')]);
    extension.addSource(source('log2'));
    extension.addRecordsToBeginWith({ id: 'demo', read: async () => ({}) });

    expect(extension.sources.map(({ id }) => id)).toEqual([
      'lab-tests',
      'log2',
    ]);
    expect(extension.records).toHaveLength(1);
  });

  it('refuses two of one id, and an id that is none', () => {
    const extension = new EvidenceExtension([source('log')]);
    expect(() => extension.addSource(source('log'))).toThrow(
      'There are two evidence sources called “log”',
    );
    expect(() => extension.addSource(source('The Log'))).toThrow(
      'The id of an evidence source is “The Log”',
    );
  });
});
