import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { Stillness } from './Stillness';

jest.setTimeout(60_000);

const AT = '2026-03-01T00:00:00Z';
const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('Stillness on %s', id => {
  let knex: Knex;
  let time: number;
  let stillness: Stillness<string>;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    time = Date.parse(AT);
    stillness = new Stillness({ knex, now: () => new Date(time) });
  });

  it('ends with whatever evaluations read', async () => {
    const node = {
      id: 'g',
      kind: 'goal',
      state: 'active',
      position: 1,
      data: '{}',
      version: 1,
      created_at: AT,
      updated_at: AT,
    };
    const writes: [string, () => Promise<unknown>][] = [
      [
        'an entity',
        () =>
          knex('subjects').insert({
            ref: 'domain:default/a',
            kind: 'domain',
            title: 'A',
            sort_title: 'a',
            data: '{}',
            digest: '1',
            seen_at: AT,
          }),
      ],
      [
        'another state of it',
        () => knex('subjects').update({ digest: '2', seen_at: `${AT}1` }),
      ],
      [
        'evidence',
        () =>
          knex('evidence').insert({
            entity_ref: 'domain:default/a',
            key: 'k',
            source: 's',
            way: 'push',
            value: '1',
            since: AT,
            observed_at: AT,
            received_at: AT,
          }),
      ],
      [
        'a newer word of it',
        () => knex('evidence').update({ received_at: `${AT}1` }),
      ],
      [
        'an exception',
        () =>
          knex('waivers').insert({
            id: 'w',
            subject_ref: 'domain:default/a',
            history_key: 'domain:default/a',
            rule_set: 's',
            rule: 'r',
            reason: 'x',
            until: '2026-04-01',
            state: 'asked',
            asked_by: 'user:default/a',
            asked_at: AT,
          }),
      ],
      ['a decision on it', () => knex('waivers').update({ version: 2 })],
      [
        'a level',
        () =>
          knex('levels').insert({
            subject_ref: 'domain:default/a',
            rule_set: 's',
            history_key: 'domain:default/a',
            version: 1,
            data: '{}',
            digest: '1',
            inputs: '{}',
            inputs_digest: '1',
            changed_at: AT,
          }),
      ],
      ['another level', () => knex('levels').update({ changed_at: `${AT}1` })],
      ['a goal', () => knex('value_nodes').insert(node)],
      ['what it says', () => knex('value_nodes').update({ version: 2 })],
      [
        'a measure',
        () =>
          knex('measures').insert({
            id: 'm',
            node_id: 'g',
            position: 1,
            is_primary: true,
            data: '{}',
            version: 1,
            created_at: AT,
            updated_at: AT,
          }),
      ],
      [
        'a reading',
        () =>
          knex('check_ins').insert({
            id: 'c',
            measure_id: 'm',
            date: '2026-03-01',
            value: 1,
            by: 'user:default/a',
            at: AT,
          }),
      ],
      [
        'a decision on a goal',
        () =>
          knex('decisions').insert({
            id: 'd',
            node_id: 'g',
            date: '2026-03-01',
            type: 'stop',
            reason: 'x',
            data: '{}',
            by: 'user:default/a',
            at: AT,
          }),
      ],
      [
        'a link',
        () =>
          knex('node_links').insert({
            id: 'l',
            node_id: 'g',
            provider: 'catalog',
            ref: 'dataproduct:default/a',
            by: 'user:default/a',
            created_at: AT,
          }),
      ],
    ];
    for (const [what, write] of writes) {
      stillness.remember(await stillness.sign('today'), what);
      expect(stillness.find(await stillness.sign('today'))).toBe(what);
      await write();
      expect(stillness.find(await stillness.sign('today'))).toBeUndefined();
    }
  });

  it('ends with another day or rule set, and after an hour', async () => {
    const sign = await stillness.sign('today');
    stillness.remember(sign, 'all');
    expect(stillness.find(await stillness.sign('tomorrow'))).toBeUndefined();
    time += 59 * 60_000;
    expect(stillness.find(sign)).toBe('all');
    time += 60_000;
    expect(stillness.find(sign)).toBeUndefined();
  });
});
