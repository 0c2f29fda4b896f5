import { DemoDatesProcessor } from './DemoDatesProcessor';

describe('DemoDatesProcessor', () => {
  const processor = new DemoDatesProcessor('2025-11-17');
  const entity = {
    apiVersion: 'backstage-data-mesh.io/v1alpha1',
    kind: 'DataProduct',
  };

  it('turns whole values in spec and annotations into dates, and nothing else', async () => {
    await expect(
      processor.preProcessEntity({
        ...entity,
        metadata: {
          name: 'D-1',
          annotations: { since: 'D-160', other: 'D-160 or so' },
        },
        spec: {
          mvpAt: 'D-430',
          today: 'D',
          consumers: [{ since: 'D+30', purpose: 'D-day', state: null }],
          kept: ['DD', 'd-1', 'D-', 'D+1.5', ' D-1', 12, true],
        },
      }),
    ).resolves.toEqual({
      ...entity,
      metadata: {
        name: 'D-1',
        annotations: { since: '2025-06-10', other: 'D-160 or so' },
      },
      spec: {
        mvpAt: '2024-09-13',
        today: '2025-11-17',
        consumers: [{ since: '2025-12-17', purpose: 'D-day', state: null }],
        kept: ['DD', 'd-1', 'D-', 'D+1.5', ' D-1', 12, true],
      },
    });
  });

  it('leaves an entity without spec and annotations as it is', async () => {
    const bare = { ...entity, metadata: { name: 'bare' } };

    await expect(processor.preProcessEntity(bare)).resolves.toEqual(bare);
  });

  it('refuses an offset that leads to no date', async () => {
    await expect(
      processor.preProcessEntity({
        ...entity,
        metadata: { name: 'far' },
        spec: { mvpAt: 'D+99999999999' },
      }),
    ).rejects.toThrow('"D+99999999999" is no date');
  });
});
