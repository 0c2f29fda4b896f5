import { createMockDirectory } from '@backstage/backend-test-utils';
import { evidenceItemSchema } from '@backstage-data-mesh/plugin-data-mesh-common';
import { resolve } from 'node:path';
import { readRecords } from './readRecords';

const DAY_ZERO = '2026-03-01';

describe('readRecords', () => {
  const directory = createMockDirectory();

  it('reads evidence and exceptions, with days counted from day 0', async () => {
    directory.setContent({
      'a.yaml': `
        - entity: dataproduct:default/orders
          evidence:
            - { key: usage.lastUsedAt, value: D-1, observedAt: D, way: push, source: log }
            - { key: promises.kept, value: true, observedAt: D-45, way: collector, source: x }
      `,
      'b.yml': `
        - entity: dataproduct:default/orders
          ruleSet: data-product-maturity
          rule: change-policy
          reason: It goes soon.
          askedBy: user:default/a
          approvedBy: user:default/b
          until: D+30
      `,
      'README.md': 'Not read',
    });
    await expect(readRecords(directory.path, DAY_ZERO)).resolves.toEqual({
      evidence: [
        {
          entityRef: 'dataproduct:default/orders',
          key: 'usage.lastUsedAt',
          value: '2026-02-28',
          observedAt: '2026-03-01',
          way: 'push',
          source: 'log',
        },
        {
          entityRef: 'dataproduct:default/orders',
          key: 'promises.kept',
          value: true,
          observedAt: '2026-01-15',
          way: 'collector',
          source: 'x',
        },
      ],
      waivers: [
        {
          entityRef: 'dataproduct:default/orders',
          ruleSet: 'data-product-maturity',
          rule: 'change-policy',
          reason: 'It goes soon.',
          askedBy: 'user:default/a',
          approvedBy: 'user:default/b',
          until: '2026-03-31',
        },
      ],
    });
  });

  it.each(['a: [', 'a: 1', '- D+999999999'])(
    'names the file that cannot be read: %s',
    async content => {
      directory.setContent({ 'odd.yaml': content });
      await expect(readRecords(directory.path, DAY_ZERO)).rejects.toThrow(
        directory.resolve('odd.yaml'),
      );
    },
  );

  it('reads those of the demo organisation', async () => {
    const folder = resolve(__dirname, '../../../../../catalog-info/evidence');
    const { evidence, waivers } = await readRecords(folder, DAY_ZERO);

    expect(evidence.length).toBeGreaterThan(150);
    for (const { way, ...item } of evidence) {
      expect(evidenceItemSchema.safeParse(item).error).toBeUndefined();
      expect(['portal', 'push', 'collector']).toContain(way);
    }
    expect(waivers).toMatchObject([
      { ruleSet: 'data-product-maturity', until: '2026-03-31' },
      { ruleSet: 'data-product-maturity', until: '2026-02-17' },
    ]);
    expect(JSON.stringify({ evidence, waivers })).not.toMatch(/"D([+-]\d+)?"/);
  });
});
