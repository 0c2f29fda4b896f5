import {
  isUnmet,
  RuleStatus,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  demoSetUp,
  evaluateDemo,
  plantDemoTree,
  readDemoEntities,
} from '../__testUtils__/demo';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { createMesh } from '../__testUtils__/results';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const expected = resolve(__dirname, '../../../../../shared/practice');
const isExpected = existsSync(join(expected, 'demo-products.json'));

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(expected, name), 'utf8'));
}

const withPrefix = (prefix: string, names: string[]) =>
  names.map(name => `${prefix}-${name}`).sort();

describe.each(databases.eachSupportedId())('the demo on %s', id => {
  let knex: Knex;
  let told: string[];

  beforeAll(async () => {
    knex = await migrated(await databases.init(id));
    const { entities, ...options } = demoSetUp();
    await plantDemoTree(knex);
    const mesh = createMesh(knex, entities, options);
    told = mesh.told;
    await mesh.pass.run();
  });

  it('is evaluated whole', () => {
    expect(told).toEqual([
      expect.stringMatching(/, 25 of them evaluated: 55 changes, 0 failed$/),
    ]);
  });

  async function codes(
    subject: string,
    ruleSet: string,
    fits: (status: RuleStatus) => boolean,
  ): Promise<string[]> {
    const rows = await knex('results').where({
      subject_ref: subject,
      rule_set: ruleSet,
    });
    return rows
      .filter(({ status }) => fits(status))
      .map(({ code }) => code)
      .sort();
  }

  async function levelOf(subject: string, ruleSet: string) {
    const row = await knex('levels')
      .where({ subject_ref: subject, rule_set: ruleSet })
      .first();
    return { ...row, ...JSON.parse(row.data) };
  }

  it('comes to what the engine alone makes of it', async () => {
    const outcome = evaluateDemo();
    const takesPart = new Set(
      readDemoEntities()
        .filter(({ kind }) => kind === 'DataProduct')
        .map(({ spec }) => `domain:default/${spec?.domain}`),
    );
    for (const [subject, { maturity, faults }] of [
      ...outcome.products,
      ...[...outcome.domains].filter(([ref]) => takesPart.has(ref)),
    ]) {
      for (const evaluation of [maturity, faults]) {
        const stored = await knex('results').where({
          subject_ref: subject,
          rule_set: evaluation.ruleSet,
        });
        const level = await levelOf(subject, evaluation.ruleSet);
        expect({
          subject,
          level: level.level ?? undefined,
          target: level.target ?? undefined,
          dimensions: level.dimensions,
          statuses: Object.fromEntries(
            stored
              .map(({ rule, status }): [string, string] => [rule, status])
              .sort(),
          ),
        }).toEqual({
          subject,
          level: evaluation.level,
          target: evaluation.target ?? undefined,
          dimensions: evaluation.dimensions,
          statuses: Object.fromEntries(
            evaluation.results
              .map(({ rule, status }): [string, string] => [
                rule,
                // How long faults have been there is not known at first.
                evaluation.ruleSet === 'domain-maturity' &&
                rule === 'no-old-high-faults' &&
                status === 'fail'
                  ? 'unknown'
                  : status,
              ])
              .sort(),
          ),
        });
      }
    }
  });

  (isExpected ? describe : describe.skip)('beside what is expected', () => {
    it('puts each product where it is expected', async () => {
      const table = read<
        {
          id: string;
          level: number;
          target: number | null;
          gaps: string[];
          waived: string[];
          faults: string[];
        }[]
      >('demo-products.json');
      for (const one of table) {
        const ref = `dataproduct:default/${one.id}`;
        const { level, target } = await levelOf(ref, 'data-product-maturity');
        expect({
          ref,
          level,
          target,
          unmet: await codes(ref, 'data-product-maturity', isUnmet),
          waived: await codes(
            ref,
            'data-product-maturity',
            s => s === 'waived',
          ),
          faults: await codes(ref, 'ownership-faults', s => s === 'fail'),
        }).toEqual({
          ref,
          level: one.level,
          target: one.target,
          unmet: withPrefix('DP', one.gaps),
          waived: withPrefix('DP', one.waived),
          faults: [...one.faults].sort(),
        });
        expect(await knex('products').where({ ref }).first()).toMatchObject({
          level: one.level,
          target: one.target,
        });
      }
      expect(await knex('products')).toHaveLength(table.length);
    });

    it('gives each domain the profile that is expected', async () => {
      const table =
        read<
          { domain: string; levels: Record<string, number>; unmet: string[] }[]
        >('demo-domains.json');
      for (const { domain, levels, unmet } of table) {
        const ref = `domain:default/${domain}`;
        expect({
          ref,
          levels: (await levelOf(ref, 'domain-maturity')).dimensions,
          unmet: await codes(ref, 'domain-maturity', isUnmet),
        }).toEqual({ ref, levels, unmet: withPrefix('DM', unmet) });
      }
    });
  });
});
