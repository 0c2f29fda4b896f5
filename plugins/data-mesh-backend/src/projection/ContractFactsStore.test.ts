import { contractOf } from '../__testUtils__/entities';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { contractDigestOf, ContractFactsStore } from './ContractFactsStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const textOf = (...fields: string[]) =>
  contractOf('c', fields).spec?.definition as string;

describe.each(databases.eachSupportedId())('ContractFactsStore on %s', id => {
  async function setUp() {
    const knex = await migrated(await databases.init(id));
    return { knex, store: new ContractFactsStore(knex) };
  }

  it('reads a text once', async () => {
    const { knex, store } = await setUp();
    const [first, second] = [textOf('a'), textOf('b')];
    const read = await store.read([first, second, first]);
    expect(read.get(contractDigestOf(first))).toMatchObject({
      title: 'Contract c',
      fields: [{ path: 'a', described: true }],
    });
    expect(await knex('contract_facts')).toHaveLength(2);

    await knex('contract_facts').update({ facts: '{"title":"stored"}' });
    const again = await store.read([first]);
    expect(again.get(contractDigestOf(first))).toEqual({ title: 'stored' });
  });

  it('reads again what an older version has read', async () => {
    const { knex, store } = await setUp();
    await store.read([textOf('a')]);
    await knex('contract_facts').update({ version: 0, facts: '{}' });
    const read = await store.read([textOf('a')]);
    expect(read.get(contractDigestOf(textOf('a')))).toMatchObject({
      title: 'Contract c',
    });
  });

  it('keeps why a text cannot be read', async () => {
    const { store } = await setUp();
    for (const text of ['', '{', 'a: \0', '\u{1F600}: [', 'just words']) {
      const facts = (await store.read([text])).get(contractDigestOf(text));
      expect(facts).toMatchObject({ fields: [], problem: expect.any(String) });
    }
  });

  it('forgets what no contract has', async () => {
    const { knex, store } = await setUp();
    await store.read([textOf('a')]);
    expect(await store.removeUnused('2000-01-01T00:00:00.000Z')).toBe(0);
    expect(await store.removeUnused('2999-01-01T00:00:00.000Z')).toBe(1);
    expect(await knex('contract_facts')).toEqual([]);
  });
});
