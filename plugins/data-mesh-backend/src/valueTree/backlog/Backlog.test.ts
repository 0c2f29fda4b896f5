import { mockServices } from '@backstage/backend-test-utils';
import { BacklogSource } from '@backstage-data-mesh/plugin-data-mesh-node';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import issues from './__fixtures__/github-issues.json';
import { FakeHost } from './__testUtils__/FakeHost';
import { insertItem, insertNode } from './__testUtils__/items';
import { Backlog } from './Backlog';
import { BacklogExtension } from './BacklogExtension';

const databases = createTestDatabases();

describe('Backlog', () => {
  let knex: Knex;
  let host: FakeHost;

  beforeAll(async () => {
    knex = await migrated(await databases.init('SQLITE_3'));
    host = await new FakeHost().start();
  });
  afterAll(() => host.stop());

  const backlogOf = (config: JsonObject, sources?: BacklogSource[]) =>
    new Backlog({
      knex,
      config: mockServices.rootConfig({ data: config }),
      logger: mockServices.logger.mock(),
      sources,
    });
  const jira: BacklogSource = {
    id: 'jira',
    urlOf: ref => `https://jira.example/${ref}`,
    read: async refs =>
      refs.map(ref => ({ ref, title: 'From Jira', state: 'open' })),
  };

  it('knows pages through what is configured', () => {
    const backlog = backlogOf({
      dataMesh: { backlog: { jiraUrl: 'https://example.com/jira/' } },
      integrations: {
        gitlab: [
          {
            host: 'example.com',
            baseUrl: 'https://example.com/gitlab',
            apiBaseUrl: 'https://example.com/gitlab/api/v4',
          },
        ],
      },
    });
    expect(backlog.hosts).toEqual([
      { provider: 'github', baseUrl: 'https://github.com' },
      { provider: 'gitlab', baseUrl: 'https://example.com/gitlab' },
      { provider: 'gitlab', baseUrl: 'https://gitlab.com' },
      { provider: 'jira', baseUrl: 'https://example.com/jira/' },
    ]);
    expect(backlog.urlOf('gitlab', 'example.com:a/b#3')).toBe(
      'https://example.com/gitlab/a/b/-/issues/3',
    );
    expect(backlog.urlOf('jira', 'PAT-88')).toBe(
      'https://example.com/jira/browse/PAT-88',
    );
    expect(backlog.urlOf('github', 'a/b#3')).toBe(
      'https://github.com/a/b/issues/3',
    );
    expect(backlog.urlOf('url', 'https://trello.example/c/1')).toBe(
      'https://trello.example/c/1',
    );
    expect(backlogOf({}).urlOf('jira', 'PAT-88')).toBeUndefined();
  });

  it.each(['PAT', 'ftp://jira.example'])('refuses %s for Jira', jiraUrl => {
    expect(() => backlogOf({ dataMesh: { backlog: { jiraUrl } } })).toThrow(
      `dataMesh.backlog.jiraUrl is “${jiraUrl}”; it has to be an address`,
    );
  });

  it('reads what it may, and takes what other modules bring', async () => {
    await insertNode(knex, 'I-01');
    await insertItem(knex, { node: 'I-01', ref: 'alvenro/scheduling#210' });
    await insertItem(knex, { node: 'I-01', ref: 'PAT-88', provider: 'jira' });
    await insertItem(knex, {
      node: 'I-01',
      ref: 'a/b#1',
      provider: 'gitlab',
      title: 'As given',
    });
    host.answer = () => ({ body: issues[0] });
    const integrations = {
      github: [{ host: 'github.com', apiBaseUrl: host.url, token: 'secret' }],
    };
    const backlog = backlogOf({ integrations }, [jira]);
    await backlog.lookNow(new AbortController().signal);
    expect(
      await knex('node_links').select('ref', 'title', 'problem').orderBy('ref'),
    ).toEqual([
      { ref: 'PAT-88', title: 'From Jira', problem: null },
      { ref: 'a/b#1', title: 'As given', problem: null },
      {
        ref: 'alvenro/scheduling#210',
        title: 'Mark missing order fields while booking',
        problem: null,
      },
    ]);
    expect(backlog.urlOf('jira', 'PAT-88')).toBe('https://jira.example/PAT-88');
  });

  it('is looked at on a schedule, and soon when somebody asks', async () => {
    const scheduler = mockServices.scheduler.mock();
    const backlog = backlogOf({});
    backlog.lookSoon();
    await backlog.start({ scheduler });
    expect(scheduler.scheduleTask).toHaveBeenCalledWith(
      expect.objectContaining({
        id: 'data-mesh-backlog',
        frequency: { minutes: 5 },
      }),
    );
    scheduler.triggerTask.mockRejectedValue(new Error('It is running'));
    backlog.lookSoon();
    expect(scheduler.triggerTask).toHaveBeenCalledWith('data-mesh-backlog');
  });

  it('takes one source of a provider', () => {
    const extension = new BacklogExtension();
    extension.addSource(jira);
    expect(() => extension.addSource(jira)).toThrow(
      'There are two sources of backlog items of jira',
    );
    expect(extension.sources).toEqual([jira]);
  });
});
