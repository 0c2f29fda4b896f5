import {
  domainListSchema,
  domainProfileSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { encodeTime } from 'ulid';
import { entityOf, productOf } from '../__testUtils__/entities';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import {
  allBut,
  createDemoReads,
  createReads,
  statementsOf,
} from '../__testUtils__/reads';
import { createMesh } from '../__testUtils__/results';
import { defaultRuleSets } from '../__testUtils__/ruleSets';

jest.setTimeout(180_000);

const databases = createTestDatabases();
const domain = (name: string) => `domain:default/${name}`;
const product = (name: string) => `dataproduct:default/${name}`;

let changes = 0;

/** A row of `result_changes`: a product reached a level. */
function change(day: string, subject: string, ofDomain: string) {
  changes += 1;
  return {
    id: `${encodeTime(Date.parse(day), 10)}${String(changes).padStart(
      16,
      '0',
    )}`,
    at: `${day}T00:00:00.000Z`,
    subject_ref: subject,
    history_key: subject,
    domain_ref: domain(ofDomain),
    rule_set: 'data-product-maturity',
    before: '2',
    after: '3',
    cause: 'contract',
  };
}

/** A row of `value_nodes`: a goal without a measure. */
function goalOf(ref: string, id: string) {
  return {
    id,
    kind: 'goal',
    state: 'active',
    position: 1,
    data: JSON.stringify({ title: id, domain: ref }),
    domain_ref: ref,
    version: 1,
    created_at: '2026-03-01T00:00:00.000Z',
    updated_at: '2026-03-01T00:00:00.000Z',
  };
}

describe.each(databases.eachSupportedId())('the domains on %s', id => {
  let knex: Knex;
  let demo: Awaited<ReturnType<typeof createDemoReads>>;
  const listed = async (visible: 'all' | Set<string> = 'all') => {
    const { items } = await demo.domains.getDomains({}, visible);
    return new Map(items.map(row => [row.domain.ref, row]));
  };

  beforeAll(async () => {
    knex = await migrated(await databases.init(id));
    demo = await createDemoReads(knex);
  });

  it('stand in one table, by title', async () => {
    const list = await demo.domains.getDomains({}, 'all');
    expect(domainListSchema.strict().safeParse(list).error).toBeUndefined();
    expect(list.items.map(row => row.domain.title)).toEqual([
      'Clinical research',
      'Commercial',
      'Diagnostics',
      'Finance',
      'Patient services',
      'Supply chain',
    ]);
    expect(list.notTakingPart).toBe(1);
  });

  it('tell who answers, and how their products stand', async () => {
    const row = (await listed()).get(domain('diagnostics'));
    expect(row).toMatchObject({
      owner: { exists: true },
      domainOwner: { ref: 'user:default/priya.natarajan', exists: true },
      dataLead: { ref: 'user:default/tomas.reyes', exists: true },
      started: true,
      dimensions: { ownership: 4, governance: 4, sustainability: 1 },
      weakest: { dimension: 'sustainability', level: 1 },
      products: { total: 4, withTarget: 4, atTarget: 4 },
      openPoints: { high: 0, medium: 1, low: 0 },
      changes: { total: 0 },
    });
    expect(row?.products.byLevel).toEqual([0, 1, 0, 1, 2]);
    expect(Object.keys(row?.dimensions ?? {})).toEqual([
      'ownership',
      'governance',
      'autonomy',
      'value',
      'sustainability',
      'sharing',
    ]);
  });

  it('have not started before anybody has said something', async () => {
    const rows = await listed();
    expect(rows.get(domain('commercial'))).toMatchObject({
      started: false,
      dimensions: { ownership: 0, sustainability: 1 },
    });
    expect(rows.get(domain('commercial'))?.weakest).toBeUndefined();
    expect([...rows.values()].filter(({ started }) => started)).toHaveLength(5);

    await knex('evidence').insert({
      entity_ref: domain('commercial'),
      key: 'answer.boundaries-agreed',
      source: 'user:default/ann',
      way: 'portal',
      value: 'true',
      since: '2026-03-01',
      observed_at: '2026-03-01',
      received_at: '2026-03-01',
    });
    expect((await listed()).get(domain('commercial'))).toMatchObject({
      started: true,
      weakest: { dimension: 'ownership', level: 0 },
    });
    await knex('evidence').delete();
  });

  it('count what the viewer may see, and agree with the stored rows', async () => {
    const everything = await listed();
    const hidden = product('regional-sales-extract');
    const rows = await listed(await allBut(knex, hidden));
    const before = everything.get(domain('commercial'))!;
    const after = rows.get(domain('commercial'))!;
    expect(after.products.total).toBe(before.products.total - 1);
    const faults = await knex('results').where({
      subject_ref: hidden,
      rule_set: 'ownership-faults',
      status: 'fail',
    });
    const sum = (points: Record<string, number>) =>
      Object.values(points).reduce((a, b) => a + b);
    expect(faults.length).toBeGreaterThan(0);
    expect(sum(after.openPoints)).toBe(sum(before.openPoints) - faults.length);

    for (const [ref, { products }] of everything) {
      const own = await knex('products').where({ domain_ref: ref });
      expect(products).toMatchObject({
        total: own.length,
        withTarget: own.filter(({ target }) => target !== null).length,
        atTarget: own.filter(
          ({ level, target }) => target !== null && level >= target,
        ).length,
      });
    }
  });

  it('are left out with all their names when they are hidden', async () => {
    const visible = await allBut(
      knex,
      domain('commercial'),
      'user:default/tomas.reyes',
    );
    const list = await demo.domains.getDomains({}, visible);
    expect(list.items).toHaveLength(5);
    expect(JSON.stringify(list)).not.toMatch(/commercial|tomas/i);
    await expect(
      demo.domains.getProfile(domain('commercial'), visible),
    ).rejects.toThrow('There is no domain domain:default/commercial');
    expect(await demo.domains.getDomains({}, new Set())).toEqual({
      items: [],
      notTakingPart: 0,
    });
  });

  it('can be narrowed to those of some groups', async () => {
    const [{ owner_ref: owner }] = await knex('subjects').where({
      ref: domain('diagnostics'),
    });
    const { items } = await demo.domains.getDomains({ owner: [owner] }, 'all');
    expect(items.map(row => row.domain.title)).toEqual(['Diagnostics']);
    expect(
      await demo.domains.getDomains(
        { owner: [owner] },
        await allBut(knex, owner),
      ),
    ).toMatchObject({ items: [] });
  });

  it('tell what changed in 30 days, before there was a review', async () => {
    const row = (day: string, subject: string, more: object = {}) => ({
      ...change(day, subject, 'diagnostics'),
      ...more,
    });
    await knex('result_changes').insert([
      row('2026-01-10', product('lab-orders')),
      row('2026-02-10', product('lab-results')),
      row('2026-02-20', product('lab-orders')),
      row('2026-02-21', product('lab-orders'), { rule: 'promises-kept' }),
      row('2026-02-22', product('lab-orders'), { cause: 'baseline' }),
    ]);
    expect((await listed()).get(domain('diagnostics'))?.changes).toMatchObject({
      total: 2,
      latest: {
        at: '2026-02-20T00:00:00.000Z',
        entity: { title: 'Lab orders' },
        cause: { kind: 'contract' },
      },
    });
    const visible = await allBut(knex, product('lab-orders'));
    expect(
      (await listed(visible)).get(domain('diagnostics'))?.changes,
    ).toMatchObject({ total: 1, latest: { entity: { title: 'Lab results' } } });
  });

  it('tell what changed since their last review', async () => {
    const review = (name: string, closedAt: string, more: object = {}) => ({
      id: `${name}-${closedAt}`,
      domain_ref: domain(name),
      state: 'closed',
      data: '{}',
      started_by: 'user:default/ann',
      started_at: '2026-01-01T00:00:00.000Z',
      closed_at: closedAt,
      version: 2,
      ...more,
    });
    const changesIn = async (name: string) =>
      (await listed()).get(domain(name))?.changes;
    await knex('result_changes').insert([
      change('2025-06-01', product('trial-enrolment'), 'clinical-research'),
      change('2025-06-03', product('trial-enrolment'), 'clinical-research'),
      change('2025-06-03', product('demand-forecast'), 'supply-chain'),
    ]);
    expect(await changesIn('clinical-research')).toEqual({ total: 0 });

    await knex('reviews').insert([
      review('clinical-research', '2025-05-01T12:00:00.000Z'),
      review('clinical-research', '2025-06-02T12:00:00.000Z'),
      review('clinical-research', '2025-06-10T12:00:00.000Z', {
        state: 'abandoned',
      }),
      review('diagnostics', '2026-02-15T12:00:00.000Z'),
    ]);
    // Further back than 30 days, not so far, and where there was none.
    expect(await changesIn('clinical-research')).toMatchObject({
      since: '2025-06-02T12:00:00.000Z',
      total: 1,
      latest: { at: '2025-06-03T00:00:00.000Z' },
    });
    expect(await changesIn('diagnostics')).toMatchObject({
      since: '2026-02-15T12:00:00.000Z',
      total: 1,
      latest: { at: '2026-02-20T00:00:00.000Z' },
    });
    expect(await changesIn('supply-chain')).toEqual({ total: 0 });
    const { row } = await demo.domains.getProfile(
      domain('clinical-research'),
      'all',
    );
    expect(row?.changes).toMatchObject({ total: 1 });

    await knex('reviews').delete();
    await knex('result_changes').where('at', '<', '2026-01-01').delete();
  });

  it('tell how their goals stand', async () => {
    const one = (status: string) => ({
      active: 1,
      proposed: 0,
      counts: { [status]: 1 },
      withoutMeasure: 0,
    });
    const rows = await listed();
    expect([...rows.values()].map(({ goals }) => goals)).toEqual([
      one('stale'),
      { active: 0, proposed: 0, counts: {}, withoutMeasure: 0 },
      one('on-track'),
      one('stale'),
      one('off-track'),
      one('at-risk'),
    ]);
  });

  it('count no goal that is deleted, and each that is new', async () => {
    const ref = domain('commercial');
    const counted = async () => (await listed()).get(ref)?.goals;
    await knex('value_nodes').insert(goalOf(ref, 'fewer-lists'));
    expect(await counted()).toEqual({
      active: 1,
      proposed: 0,
      counts: {},
      withoutMeasure: 1,
    });
    const visible = await allBut(knex, ref);
    const others = [...(await listed(visible)).values()];
    expect(others.map(({ goals }) => goals?.withoutMeasure)).toEqual([
      0, 0, 0, 0, 0,
    ]);
    await knex('value_nodes')
      .where({ id: 'fewer-lists' })
      .update({ gone_at: '2026-03-01T01:00:00.000Z' });
    expect(await counted()).toMatchObject({ active: 0, withoutMeasure: 0 });
  });

  describe('one of them', () => {
    it('has a profile with its products, the widest gap first', async () => {
      const profile = await demo.domains.getProfile(
        domain('patient-services'),
        'all',
      );
      expect(
        domainProfileSchema.strict().safeParse(profile).error,
      ).toBeUndefined();
      expect(profile).toMatchObject({
        takesPart: true,
        row: { products: { total: 3, withTarget: 3, atTarget: 1 } },
      });
      expect(
        profile.products.map(({ entity, level, target, toDo }) => [
          entity.title,
          level,
          target,
          toDo > 0,
        ]),
      ).toEqual([
        ['No-show risk', 2, 3, true],
        ['Patient 360', 2, 3, true],
        ['Patient appointments', 3, 3, false],
      ]);
      expect(profile.products[0]).toMatchObject({
        lifecycle: 'production',
        usedByTeams: 1,
        toDo: 1,
        next: { rule: 'promises-kept', code: 'DP-T3' },
      });
      expect(profile.products[1].next).toMatchObject({ code: 'DP-O2' });
      expect(profile.aspiration).toBeUndefined();
      expect(profile.before).toBeUndefined();
    });

    it('says where it wants to be, and where it was', async () => {
      const ref = domain('supply-chain');
      demo.evidence.say(ref, {
        key: 'profile.aspiration',
        value: { ownership: 4, value: 3 },
        observedAt: '2026-02-01',
        way: 'portal',
        source: 'user:default/ann',
      });
      const now = (await listed()).get(ref)!.dimensions;
      const rollup = (day: string, dimensions: object) => ({
        scope: ref,
        day,
        data: JSON.stringify({ dimensions }),
      });
      await knex('rollups').where({ scope: ref }).delete();
      await knex('rollups').insert([
        rollup('2026-01-01', { ...now, ownership: 0 }),
        rollup('2026-01-15', { ...now, ownership: 1 }),
        rollup('2026-02-01', now),
      ]);
      expect(await demo.domains.getProfile(ref, 'all')).toMatchObject({
        aspiration: { ownership: 4, value: 3 },
        before: { day: '2026-01-15', dimensions: { ownership: 1 } },
      });

      const [hidden] = await knex('products').where({ domain_ref: ref });
      const partial = await demo.domains.getProfile(
        ref,
        await allBut(knex, hidden.ref),
      );
      expect(partial.before).toBeUndefined();
      expect(partial.products.map(({ entity }) => entity.ref)).not.toContain(
        hidden.ref,
      );
    });

    it('that does not take part has nothing of ours', async () => {
      await knex('subjects').insert({
        ref: domain('software'),
        kind: 'domain',
        title: 'Software',
        sort_title: 'software',
        data: '{}',
        digest: '',
        seen_at: '2026-03-01T00:00:00Z',
      });
      expect(await demo.domains.getProfile(domain('software'), 'all')).toEqual({
        takesPart: false,
        products: [],
      });
      const { items, notTakingPart } = await demo.domains.getDomains({}, 'all');
      expect([items.length, notTakingPart]).toEqual([6, 2]);
      await knex('subjects')
        .where({ ref: domain('software') })
        .delete();
      await expect(
        demo.domains.getProfile(domain('none'), 'all'),
      ).rejects.toThrow('There is no domain domain:default/none');
    });
  });

  it('take as many statements, however many there are', async () => {
    const counts: number[][] = [];
    for (const domains of [2, 40]) {
      const other = await migrated(await databases.init(id));
      const entities = Array.from({ length: domains }, (_, n) => [
        entityOf('Domain', `domain-${n}`),
        productOf(`product-${n}`, { domain: `domain-${n}` }),
        productOf(`more-${n}`, { domain: 'domain-0' }),
      ]).flat();
      const ruleSets = defaultRuleSets();
      await createMesh(other, entities, { ruleSets }).pass.run();
      await other('value_nodes').insert(
        Array.from({ length: domains }, (_, n) =>
          goalOf(domain(`domain-${n}`), `goal-${n}`),
        ),
      );
      const reads = createReads(other, { ruleSets });
      const visible = await allBut(other);
      counts.push([
        await statementsOf(other, () => reads.domains.getDomains({}, 'all')),
        await statementsOf(other, () => reads.domains.getDomains({}, visible)),
        await statementsOf(other, () =>
          reads.domains.getProfile(domain('domain-0'), visible),
        ),
      ]);
      const { items } = await reads.domains.getDomains({}, visible);
      expect(items).toHaveLength(domains);
      expect(items[0].products.total).toBe(domains + 1);
      expect(items.every(({ goals }) => goals?.active === 1)).toBe(true);
    }
    // The first of them reads the value tree, in four.
    expect(counts).toEqual([
      [12, 8, 14],
      [12, 8, 14],
    ]);
  });
});
