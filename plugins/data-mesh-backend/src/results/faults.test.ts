import { Entity } from '@backstage/catalog-model';
import { entityOf, productOf } from '../__testUtils__/entities';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { createMesh, dumpResults } from '../__testUtils__/results';
import { defaultRuleSets } from '../__testUtils__/ruleSets';
import { WORLD } from '../__testUtils__/world';
import { PROJECTION_VERSION } from '../projection/projectEntity';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const ORDERS = 'dataproduct:default/orders';
const CARE = 'domain:default/care';

const without = (...names: string[]) =>
  WORLD.filter(({ metadata }) => !names.includes(metadata.name));

describe.each(databases.eachSupportedId())('faults on %s', id => {
  async function setUp(entities: readonly Entity[] = WORLD) {
    const knex = await migrated(await databases.init(id));
    const mesh = createMesh(knex, entities);
    await mesh.pass.run();
    const next = async (changed?: readonly Entity[]) => {
      if (changed) {
        mesh.catalog.set(changed);
      }
      mesh.clock.passHours(1);
      await mesh.pass.run();
    };
    /** Each result, but those of what is around the fault. */
    const statuses = async (...left: string[]) => {
      const rows = await knex('results').orderBy([
        'subject_ref',
        'rule_set',
        'rule',
      ]);
      return rows
        .filter(({ subject_ref }) => !left.includes(subject_ref))
        .map(
          ({ subject_ref, rule, status }) => `${subject_ref} ${rule} ${status}`,
        );
    };
    const statusOf = async (rule: string, subject = ORDERS) =>
      (await knex('results').where({ subject_ref: subject, rule }).first())
        ?.status;
    return { ...mesh, next, statuses, statusOf };
  }

  it('a deleted owner group: said where it is, and healed', async () => {
    const { next, statuses, statusOf } = await setUp();
    const before = await statuses();
    const around = [ORDERS, CARE, 'dataproduct:default/forecast'];
    const others = await statuses(...around);

    await next(without('team-a'));
    expect(await statusOf('owner-is-a-live-team')).toBe('fail');
    expect(await statusOf('orphan')).toBe('fail');
    expect(await statuses(...around)).toEqual(others);
    expect(await statuses()).toHaveLength(before.length);

    await next(WORLD);
    expect(await statuses()).toEqual(before);
  });

  it('a contract that does not parse: only its own rules', async () => {
    const { next, statuses, statusOf } = await setUp();
    const before = await statuses();
    const [contract] = WORLD.filter(({ kind }) => kind === 'API');
    await next([
      ...without(contract.metadata.name),
      {
        ...contract,
        spec: { ...contract.spec, definition: 'kind: DataContract\n  - [' },
      },
    ]);
    expect(await statusOf('contract-present')).toBe('fail');
    expect(await statusOf('fields-described')).toBe('waiting');
    expect(await statusOf('owner-is-a-live-team')).toBe('pass');
    expect(await statuses()).toHaveLength(before.length);

    await next(WORLD);
    expect(await statuses()).toEqual(before);
  });

  it('a rule that throws at run time: unknown, and no other', async () => {
    const { ruleSets, knex, next, statuses, told } = await setUp();
    const before = await statuses(CARE);
    ruleSets.takeDefault('data-product-maturity', {
      rules: {
        findable: { pass: '[1, 2][product.tags + 5] == 1' },
      },
    });
    await next();
    const broken = await knex('results').where({ rule: 'findable' });
    expect(broken).toHaveLength(3);
    expect(new Set(broken.map(({ status }) => status))).toEqual(
      new Set(['unknown']),
    );
    expect(broken[0].data).toContain('reason');
    const isOther = (line: string) => !line.includes(' findable ');
    expect((await statuses(CARE)).filter(isOther)).toEqual(
      before.filter(isOther),
    );
    expect(told.filter(line => !line.startsWith('info'))).toEqual([]);

    ruleSets.takeDefault('data-product-maturity');
    await next();
    expect(await statuses(CARE)).toEqual(before);
  });

  it('a product that rules cannot read: stays as it was', async () => {
    const { next, statuses, log, knex } = await setUp();
    const before = await statuses(CARE);
    const [orders] = WORLD.filter(({ metadata }) => metadata.name === 'orders');
    await next([
      ...without('orders'),
      { ...orders, spec: { ...orders.spec, personas: 'analyst' } },
    ]);
    expect(log.filter(line => line.startsWith('error'))).toEqual([
      expect.stringContaining(`Rules cannot read the entity ${ORDERS}`),
    ]);
    expect(await statuses(CARE)).toEqual(before);
    expect(
      await knex('levels').where({ subject_ref: ORDERS }).whereNull('gone_at'),
    ).toHaveLength(2);
    await next(WORLD);
    expect(await statuses(CARE)).toEqual(before);
  });

  it('facts that cannot be parsed or evaluated: told, and left alone', async () => {
    const { knex, results, clock, next, statuses, told } = await setUp();
    const before = await statuses(CARE);
    const spoil = async (facts: string, digest: string) => {
      await knex('subjects').where({ ref: ORDERS }).update({ facts, digest });
      clock.passHours(1);
      await results.evaluateAll();
    };
    await spoil('{"product":', 'odd');
    expect(told.filter(line => line.startsWith('error'))).toEqual([
      expect.stringContaining(
        'What rules read cannot be parsed (subjects odd)',
      ),
    ]);
    expect(await statuses(CARE)).toEqual(before);

    const product = { ref: ORDERS, domains: [], inputs: [], initiatives: [] };
    await spoil(
      JSON.stringify({ product: { ...product, outputPorts: [] } }),
      '-',
    );
    expect(told.filter(line => line.startsWith('error')).slice(1)).toEqual([
      expect.stringMatching(
        /^error: dataproduct:default\/orders could not be evaluated, its results stay as they were/,
      ),
    ]);
    expect(await statuses(CARE)).toEqual(before);

    await next();
    expect(await statuses(CARE)).toEqual(before);
    expect(told.at(-1)).toContain('0 failed');
  });

  it('a batch that cannot be written: one subject stays, the others go on', async () => {
    const { knex, told, catalog, pass, clock, statusOf } = await setUp(
      without('orders'),
    );
    await knex.raw(
      id === 'SQLITE_3'
        ? `create trigger refuse before insert on results when new.subject_ref = '${ORDERS}' begin select raise(abort, 'refused'); end`
        : `alter table results add constraint refuse check (subject_ref <> '${ORDERS}')`,
    );
    catalog.set([...WORLD, productOf('another', { domain: 'care' })]);
    clock.passHours(1);
    await pass.run();
    expect(told.filter(line => line.startsWith('error'))).toHaveLength(2);
    expect(await statusOf('lifecycle-set', ORDERS)).toBeUndefined();
    expect(await knex('levels').where({ subject_ref: ORDERS })).toEqual([]);
    expect(await statusOf('lifecycle-set', 'dataproduct:default/another')).toBe(
      'pass',
    );

    await knex.raw(
      id === 'SQLITE_3'
        ? 'drop trigger refuse'
        : 'alter table results drop constraint refuse',
    );
    await pass.run();
    expect(await statusOf('lifecycle-set', ORDERS)).toBe('pass');
  });

  it('a clock 400 days on: nothing known, nothing open without a cause', async () => {
    const { knex, evidence, clock, pass } = await setUp();
    for (const [key, value] of Object.entries({
      'promises.kept': true,
      'usage.last30Days': 12,
      'usage.lastUsedAt': '2026-02-28',
      'quality.passed': true,
    })) {
      evidence.say(ORDERS, {
        key,
        value,
        observedAt: '2026-03-01',
        way: 'push',
        source: 'pipeline',
      });
    }
    clock.passHours(1);
    await pass.run();
    const changesBefore = (await dumpResults(knex)).changes.length;
    clock.passDays(400);
    await pass.run();
    const { results, changes } = await dumpResults(knex);
    const byRule = (rule: string) =>
      results.find(row => row.subject_ref === ORDERS && row.rule === rule);
    for (const rule of ['promises-kept', 'used-lately', 'unused']) {
      expect([rule, byRule(rule)?.status]).toEqual([rule, 'unknown']);
    }
    const since = changes.slice(changesBefore);
    expect(since.length).toBeGreaterThan(0);
    expect(
      since.map(({ subject_ref, rule, cause }) => [subject_ref, rule, cause]),
    ).toEqual(
      since.map(({ subject_ref, rule }) => [subject_ref, rule, 'time']),
    );
    expect(
      since.filter(
        ({ rule_set, after }) =>
          rule_set === 'ownership-faults' && after === 'fail',
      ),
    ).toEqual([]);
    const { length } = changes;
    await pass.run();
    expect((await dumpResults(knex)).changes).toHaveLength(length);
  });

  it('an upgrade: results wait until all is projected anew', async () => {
    const { knex, results, pass, catalog } = await setUp();
    const before = await dumpResults(knex);
    await knex('projection_state')
      .where({ key: 'whole' })
      .update({ value: JSON.stringify({ version: PROJECTION_VERSION - 1 }) });
    await knex('subjects').update({
      facts: null,
      digest: 'of the old version',
    });
    catalog.beforeRead = () => {
      throw new Error('503');
    };
    await pass.run();
    await results.now([ORDERS]);
    expect(await dumpResults(knex)).toEqual(before);

    catalog.beforeRead = () => {};
    await pass.run();
    const after = await dumpResults(knex);
    expect(after.changes).toEqual(before.changes);
    expect(after.results).toEqual(before.results);
  });

  it('rules of a kind that the set does not know: left out', async () => {
    const ruleSets = defaultRuleSets();
    ruleSets.take(`
kind: RuleSet
id: ownership-faults
version: 2
title: Only about products
subject: DataProduct
rules:
  - id: orphan
    code: OF-01
    severity: high
    title: No team answers for it
    why: Nobody picks it up.
    fix: Name a team.
    pass: owner.exists
`);
    const knex = await migrated(await databases.init(id));
    const mesh = createMesh(knex, [...WORLD, entityOf('Group', 'extra')], {
      ruleSets,
    });
    await mesh.pass.run();
    const ofDomain = await knex('levels').where({ subject_ref: CARE });
    expect(ofDomain.map(row => row.rule_set)).toEqual(['domain-maturity']);
  });
});
