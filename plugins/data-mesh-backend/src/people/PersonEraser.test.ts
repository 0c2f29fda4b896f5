import { ERASED_PERSON } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/projection';
import { inputsDigest } from '../results/inputs';
import { ANN, ORDERS, ZOE } from '../reviews/__testUtils__/ReviewWorld';
import {
  ANN_REF,
  BEA_REF,
  PeopleWorld,
  ZOE_REF,
} from './__testUtils__/PeopleWorld';
import { allRows, placesOf, Rows, textColumns } from './__testUtils__/rows';
import { PersonEraser } from './PersonEraser';
import {
  columnsOf,
  derivedTables,
  recordTables,
  RecordTableName,
} from './tables';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const ADMIN = 'user:default/admin';
const tables = Object.keys(recordTables) as RecordTableName[];

/** What may be another one besides the name itself. */
const ALSO: Record<string, string[]> = {
  levels: ['inputs_digest'],
  measures: ['version'],
  reviews: ['version', 'snapshot', 'minutes'],
  value_nodes: ['version'],
};

describe.each(databases.eachSupportedId())('erasing on %s', id => {
  let knex: Knex;
  let world: PeopleWorld;

  beforeEach(async () => {
    knex = await databases.init(id);
    world = await PeopleWorld.on(knex);
  });

  const erase = (person = ZOE_REF, by = ADMIN) =>
    new PersonEraser({ knex, audit: world.audit }).erase(person, by);

  it('has decided about every column that holds text', async () => {
    const listed = tables.map(table => [
      table,
      Object.keys(recordTables[table].columns).sort(),
    ]);
    const found = Object.entries(await textColumns(knex))
      .map(([table, columns]) => [
        table,
        derivedTables.some(one => one === table) ? 'derived' : columns.sort(),
      ])
      .sort();
    expect(found).toEqual(
      [...listed, ...derivedTables.map(table => [table, 'derived'])].sort(),
    );
  });

  it('begins with the name in every table and column that can have it', async () => {
    const places = placesOf(await allRows(knex), ZOE_REF);
    const naming = tables.flatMap(table =>
      columnsOf(table, 'person', 'json', 'report').map(
        column => `${table}.${column}`,
      ),
    );
    // No question is answered by naming a person yet.
    const seldom = ['evidence.value', 'evidence_history.value'];
    expect(places).toEqual(
      naming.filter(place => !seldom.includes(place)).sort(),
    );
  });

  it('leaves the name nowhere, and all else as it was', async () => {
    const before = await allRows(knex);
    const { entities, ...counts } = await erase();
    const after = await allRows(knex);

    expect(placesOf(after, 'zoe')).toEqual([]);
    expect(entities).toEqual([ORDERS]);
    expect(counts).toEqual({
      replaced: {
        answers: 4,
        reviews: 2,
        nodes: 1,
        measures: 1,
        checkIns: 1,
        decisions: 1,
        links: 1,
        versions: 4,
        exceptions: 3,
        results: 2,
        changes: expect.any(Number),
        reports: 2,
        auditEntries: 15,
      },
      removed: { evidence: 2, notices: 1 },
    });
    for (const table of Object.keys(before)) {
      const gone = { evidence: 1, evidence_history: 1, notices: 1 }[table] ?? 0;
      const come = table === 'audit_log' ? 1 : 0;
      expect([table, after[table].length]).toEqual([
        table,
        before[table].length - gone + come,
      ]);
      expect(comparable(after, table)).toEqual(
        comparable(marked(before), table),
      );
    }
  });

  it('keeps results, and what they are read of, as they were', async () => {
    const before = await world.standing();
    await erase();
    expect(await world.standing()).toEqual(before);
    const rows = await knex('levels');
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      expect(row.inputs_digest).toBe(inputsDigest(JSON.parse(row.inputs)));
    }
    await world.world.evaluateAll();
    expect(await world.standing()).toEqual(before);
    expect(placesOf({ levels: await knex('levels') }, 'zoe')).toEqual([]);
  });

  it('keeps people apart who had a say on the same thing', async () => {
    const before = await world.standing();
    await erase(BEA_REF);
    await erase();
    const rows = await knex('evidence')
      .where({ key: 'consumers.stillUsing' })
      .orderBy('source');
    expect(rows.map(({ source }) => source)).toEqual(
      [ERASED_PERSON, `${ERASED_PERSON}-2`, 'user:default/ann'].sort(),
    );
    await world.world.evaluateAll();
    expect(await world.standing()).toEqual(before);
    // Of both who took part, one stays.
    const [decision] = await knex('decisions');
    expect(JSON.parse(decision.data).participants).toEqual([ERASED_PERSON]);
  });

  it('erases several at once', async () => {
    await Promise.all([erase(), erase(BEA_REF), erase(), erase(ANN_REF)]);
    const { evidence, audit_log } = await allRows(knex);
    expect(placesOf({ evidence }, 'user:default')).toEqual([]);
    expect(
      evidence
        .filter(({ key }) => key === 'consumers.stillUsing')
        .map(({ source }) => source),
    ).toEqual([ERASED_PERSON, `${ERASED_PERSON}-2`, `${ERASED_PERSON}-3`]);
    expect(
      audit_log.filter(({ action }) => action === 'person-erased'),
    ).toHaveLength(3);
  });

  it('finds what is written meanwhile the next time', async () => {
    await Promise.all([
      erase(),
      world.say('answer.stands-alone', false, ZOE),
      world.say('consumers.stillUsing', 'problem', ZOE),
    ]);
    await erase();
    expect(placesOf(await allRows(knex), ZOE_REF)).toEqual([]);
  });

  it('does the same once only', async () => {
    await erase();
    const before = await allRows(knex);
    const { replaced, removed } = await erase();
    expect(
      new Set([...Object.values(replaced), ...Object.values(removed)]),
    ).toEqual(new Set([0]));
    expect(await allRows(knex)).toEqual(before);
  });

  it('changes nothing for somebody of whom nothing is kept', async () => {
    const before = await allRows(knex);
    for (const other of [
      'user:default/zo',
      'user:default/zoe.b',
      'user:x/zoe',
    ]) {
      await erase(other);
    }
    expect(await allRows(knex)).toEqual(before);
  });

  it('finds the name in whatever case', async () => {
    await knex('audit_log').update({ by: 'user:default/Zoe' });
    await knex('node_versions').update({
      data: JSON.stringify({ fields: { owner: 'User:default/ZOE' } }),
    });
    await erase();
    expect(placesOf(await allRows(knex), 'zoe')).toEqual([]);
  });

  it('writes minutes without the name', async () => {
    const [before] = await knex('reviews').where({ state: 'closed' });
    expect(before.minutes).toContain('With Zoe, Bea. Closed by Zoe.');
    expect(before.minutes).toContain('It helps. (Zoe)');
    await erase();
    const [after] = await knex('reviews').where({ state: 'closed' });
    expect(after.minutes).toBe(
      before.minutes.replaceAll('Zoe', 'Erased person'),
    );
    expect(after.version).toBe(before.version);
  });

  it('tells those who have something open that it is another one', async () => {
    const versions = async () => [
      ...(await knex('value_nodes').select('version')),
      ...(await knex('measures').select('version')),
      ...(await knex('reviews').select('version').where({ state: 'open' })),
    ];
    const before = await versions();
    await erase();
    expect(await versions()).toEqual(
      before.map(({ version }) => ({ version: version + 1 })),
    );
  });

  it('leaves open requests to be decided by others', async () => {
    await erase();
    const asked = await knex('waivers').where({ state: 'asked' });
    expect(asked.length).toBeGreaterThan(0);
    const { items } = await world.waivers.list(
      { state: ['asked'], limit: 10 },
      ANN,
    );
    for (const { id: one, version } of items) {
      const decided = await world.waivers.decide(
        one,
        { decision: 'approve', version },
        ANN,
      );
      expect(decided.state).toBe('approved');
    }
  });

  it('notes in the log who did it, and not of whom', async () => {
    await erase();
    const [entry] = await knex('audit_log').where({ action: 'person-erased' });
    expect(entry).toMatchObject({
      by: ADMIN,
      subject_ref: null,
      before: null,
    });
    expect(JSON.parse(entry.after)).toMatchObject({
      removed: { evidence: 2, notices: 1 },
    });
  });

  it('lets people erase themselves', async () => {
    await erase(ZOE_REF, ZOE_REF);
    expect(placesOf(await allRows(knex), ZOE_REF)).toEqual([]);
    const [entry] = await knex('audit_log').where({ action: 'person-erased' });
    expect(entry.by).toBe(ERASED_PERSON);
  });

  it('does all or nothing', async () => {
    const before = await allRows(knex);
    const failing = new PersonEraser({
      knex,
      // A class with private fields, of which nothing else is used here.
      audit: {
        append: async () => {
          throw new Error('the log is full');
        },
      } as unknown as typeof world.audit,
    });
    await expect(failing.erase(ZOE_REF, ADMIN)).rejects.toThrow('full');
    expect(await allRows(knex)).toEqual(before);
  });

  it('goes through more records than it reads at once', async () => {
    const many = Array.from({ length: 450 }, (_, n) => ({
      by: ZOE_REF,
      action: `write-${n}`,
      before: { owner: n % 2 ? ZOE_REF : BEA_REF },
    }));
    await world.audit.append(knex, ...many);
    const { replaced } = await erase();
    expect(replaced.auditEntries).toBeGreaterThan(450);
    const rows = await knex('audit_log').where({ by: ERASED_PERSON });
    expect(rows.length).toBeGreaterThan(449);
    expect(placesOf(await allRows(knex), ZOE_REF)).toEqual([]);
  });

  /** Rows of a table, without what may be another one besides. */
  function comparable(rows: Rows, table: string): string[] {
    return rows[table]
      .filter(({ action }) => action !== 'person-erased')
      .filter(row => {
        const { entity_ref: about, recipient_ref: to } = row;
        return about !== ERASED_PERSON && to !== ERASED_PERSON;
      })
      .map(row => {
        const rest = { ...row };
        (ALSO[table] ?? []).forEach(column => delete rest[column]);
        return JSON.stringify(rest);
      })
      .sort();
  }

  function marked(rows: Rows): Rows {
    return JSON.parse(JSON.stringify(rows).replaceAll(ZOE_REF, ERASED_PERSON));
  }
});
