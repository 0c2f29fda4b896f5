import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import issues from './__fixtures__/gitlab-issues.json';
import mergeRequests from './__fixtures__/gitlab-merge-requests.json';
import notFound from './__fixtures__/gitlab-not-found.json';
import { FakeHost } from './__testUtils__/FakeHost';
import { GitLabBacklog } from './GitLabBacklog';

const NOT_THERE = 'it is not there, or the portal may not see it';

describe('GitLabBacklog', () => {
  let host: FakeHost;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    host = await new FakeHost().start();
    host.answer = path => {
      if (!path.startsWith('/api/v4/projects/alvenro%2Fsupply%2Fforecast/')) {
        return { status: 404, body: notFound };
      }
      return {
        body: path.includes('/merge_requests') ? mergeRequests : issues,
      };
    };
  });
  afterEach(() => host.stop());

  function gitLab(token?: string) {
    const config = new ConfigReader({
      integrations: {
        gitlab: [
          {
            host: 'gitlab.com',
            apiBaseUrl: `${host.url}/api/v4`,
            ...(token && { token }),
          },
          {
            host: 'lab.alvenro.example',
            baseUrl: 'https://lab.alvenro.example/gitlab',
            apiBaseUrl: `${host.url}/gitlab/api/v4`,
            ...(token && { token: 'other' }),
          },
        ],
      },
    });
    return new GitLabBacklog({
      integrations: ScmIntegrations.fromConfig(config),
      logger,
    });
  }
  const { signal } = new AbortController();

  it('reads issues and merge requests, those of a project at once', async () => {
    const readings = await gitLab('secret').read(
      [12, 15, 16, 17]
        .map(number => `alvenro/supply/forecast#${number}`)
        .concat('alvenro/supply/forecast!3', 'alvenro/supply/forecast!4'),
      { signal },
    );
    expect(readings).toEqual([
      {
        ref: 'alvenro/supply/forecast#12',
        title: 'Forecast per clinic and week',
        state: 'done',
        url: 'https://gitlab.com/alvenro/supply/forecast/-/issues/12',
      },
      {
        ref: 'alvenro/supply/forecast#15',
        title: 'Send the forecast on Fridays',
        state: 'open',
        url: 'https://gitlab.com/alvenro/supply/forecast/-/issues/15',
      },
      { ref: 'alvenro/supply/forecast#16', problem: 'it is confidential' },
      { ref: 'alvenro/supply/forecast#17', problem: NOT_THERE },
      {
        ref: 'alvenro/supply/forecast!3',
        title: 'Weekly forecast',
        state: 'done',
        url: 'https://gitlab.com/alvenro/supply/forecast/-/merge_requests/3',
      },
      {
        ref: 'alvenro/supply/forecast!4',
        title: 'Forecast by item',
        state: 'open',
        url: 'https://gitlab.com/alvenro/supply/forecast/-/merge_requests/4',
      },
    ]);
    expect(host.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer secret',
      'Bearer secret',
    ]);
    expect(host.paths[0]).toContain(
      '/issues?iids[]=12&iids[]=15&iids[]=16&iids[]=17&state=all&per_page=100',
    );
  });

  it('tells of projects that are not there, and of odd answers', async () => {
    const source = gitLab('secret');
    expect(await source.read(['alvenro/none#1'], { signal })).toEqual([
      { ref: 'alvenro/none#1', problem: NOT_THERE },
    ]);
    host.answer = () => ({ body: { items: [] } });
    expect(await source.read(['alvenro/none#1'], { signal })).toEqual([
      {
        ref: 'alvenro/none#1',
        problem: 'gitlab.com answered something else than a list of issues',
      },
    ]);
    host.answer = () => ({ body: [{ iid: '1' }, null] });
    expect(await source.read(['alvenro/none#1'], { signal })).toEqual([
      { ref: 'alvenro/none#1', problem: NOT_THERE },
    ]);
  });

  it('lets a host rest that answers with 429', async () => {
    const source = gitLab('secret');
    host.answer = path =>
      path.startsWith('/gitlab/')
        ? { body: issues }
        : { status: 429, headers: { 'retry-after': '60' }, body: {} };
    const problem = 'gitlab.com wants to be asked less often';
    const refs = ['a/a#1', 'b/b#1', 'lab.alvenro.example:a/a#12'];
    expect(await source.read(refs, { signal })).toEqual([
      { ref: 'a/a#1', problem },
      { ref: 'b/b#1', problem },
      expect.objectContaining({ title: 'Forecast per clinic and week' }),
    ]);
    expect(host.requests).toHaveLength(2);
    expect(host.requests.map(({ headers }) => headers.authorization)).toContain(
      'Bearer other',
    );
  });

  it('asks nobody without credentials', async () => {
    const refs = [
      'a/a#1',
      'lab.alvenro.example:a/a#1',
      'unknown.example:a/a#1',
    ];
    expect(await gitLab().read(refs, { signal })).toEqual([]);
    expect(host.requests).toEqual([]);
  });

  it('knows the pages of items', () => {
    expect(gitLab().urlOf('lab.alvenro.example:a/b/c!1')).toBe(
      'https://lab.alvenro.example/gitlab/a/b/c/-/merge_requests/1',
    );
  });
});
