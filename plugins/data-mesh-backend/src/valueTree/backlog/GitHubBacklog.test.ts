import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import forbidden from './__fixtures__/github-forbidden.json';
import issues from './__fixtures__/github-issues.json';
import notFound from './__fixtures__/github-not-found.json';
import rateLimit from './__fixtures__/github-rate-limit.json';
import { FakeAnswer, FakeHost } from './__testUtils__/FakeHost';
import { GitHubBacklog } from './GitHubBacklog';
import { Hosts } from './Hosts';

const IS_LIMITED: FakeAnswer = {
  status: 403,
  body: rateLimit,
  headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' },
};

describe('GitHubBacklog', () => {
  let host: FakeHost;
  let other: FakeHost;
  let time: number;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    host = await new FakeHost().start();
    other = await new FakeHost().start();
    host.answer = path => {
      const issue = issues.find(({ url }) => url.endsWith(path));
      return issue ? { body: issue } : { status: 404, body: notFound };
    };
    time = 0;
    logger.warn.mockClear();
    logger.info.mockClear();
  });
  afterEach(async () => {
    await host.stop();
    await other.stop();
  });

  function gitHub(
    options: {
      token?: string | null;
      apps?: object[];
      patienceMs?: number;
    } = {},
  ) {
    const { token = 'secret', apps, patienceMs = 2000 } = options;
    const config = new ConfigReader({
      integrations: {
        github: [
          {
            host: 'github.com',
            apiBaseUrl: host.url,
            ...(token && { token }),
            ...(apps && { apps }),
          },
          {
            host: 'git.alvenro.example',
            apiBaseUrl: `${other.url}/api/v3`,
            token: 'other-secret',
          },
        ],
      },
    });
    return new GitHubBacklog({
      integrations: ScmIntegrations.fromConfig(config),
      logger,
      hosts: new Hosts({ logger, patienceMs, now: () => new Date(time) }),
    });
  }

  const read = async (
    source: GitHubBacklog,
    refs: string[],
    signal = new AbortController().signal,
  ) => {
    const readings = await source.read(refs, { signal });
    return Object.fromEntries(
      readings.map(one => [
        one.ref,
        'problem' in one ? one.problem : `${one.state}: ${one.title}`,
      ]),
    );
  };

  it('reads issues and pull requests', async () => {
    const readings = await gitHub().read(
      [
        'alvenro/scheduling#210',
        'alvenro/scheduling#211',
        'alvenro/turnaround#37',
        'alvenro/turnaround#38',
      ],
      { signal: new AbortController().signal },
    );
    expect(readings).toEqual([
      {
        ref: 'alvenro/scheduling#210',
        title: 'Mark missing order fields while booking',
        state: 'open',
        url: 'https://github.com/alvenro/scheduling/issues/210',
      },
      {
        ref: 'alvenro/scheduling#211',
        title: 'Hints for missing fields',
        state: 'done',
        url: 'https://github.com/alvenro/scheduling/pull/211',
      },
      {
        ref: 'alvenro/turnaround#37',
        title: 'Show the slowest step',
        state: 'done',
        url: 'https://github.com/alvenro/turnaround/issues/37',
      },
      {
        ref: 'alvenro/turnaround#38',
        problem: 'it is not there, or the portal may not see it',
      },
    ]);
    expect(host.requests[0]).toMatchObject({
      path: '/repos/alvenro/scheduling/issues/210',
      headers: {
        accept: 'application/vnd.github+json',
        authorization: 'Bearer secret',
        'x-github-api-version': '2022-11-28',
      },
    });
  });

  it('gives each host its own credentials', async () => {
    other.answer = () => ({ body: issues[0] });
    expect(
      await read(gitHub(), ['git.alvenro.example:alvenro/scheduling#210']),
    ).toEqual({
      'git.alvenro.example:alvenro/scheduling#210':
        'open: Mark missing order fields while booking',
    });
    expect(other.requests).toMatchObject([
      {
        path: '/api/v3/repos/alvenro/scheduling/issues/210',
        headers: { authorization: 'Bearer other-secret' },
      },
    ]);
    expect(host.requests).toEqual([]);
  });

  it('asks nobody without credentials, or of what is no ref', async () => {
    expect(
      await read(gitHub({ token: null }), [
        'alvenro/scheduling#210',
        'elsewhere.example:alvenro/scheduling#210',
        'PAT-88',
        'alvenro/../user#1',
      ]),
    ).toEqual({});
    expect([...host.requests, ...other.requests]).toEqual([]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('stops asking a host that has had enough, until it may again', async () => {
    const source = gitHub();
    const refs = [
      'a/a#1',
      'b/b#1',
      'git.alvenro.example:alvenro/scheduling#210',
    ];
    other.answer = () => ({ body: issues[0] });
    host.answer = () => IS_LIMITED;
    const expected = {
      'a/a#1': 'github.com wants to be asked less often',
      'b/b#1': 'github.com wants to be asked less often',
      'git.alvenro.example:alvenro/scheduling#210':
        'open: Mark missing order fields while booking',
    };
    expect(await read(source, refs)).toEqual(expected);
    expect(host.paths).toEqual(['/repos/a/a/issues/1']);
    host.answer = () => ({ body: issues[0] });
    expect(await read(source, refs)).toEqual(expected);
    expect(host.requests).toHaveLength(1);
    expect(logger.warn.mock.calls).toEqual([
      [
        'Backlog items on github.com cannot be read at the moment: github.com wants to be asked less often',
      ],
    ]);
    time += 61_000;
    expect(await read(source, ['b/b#1'])).toEqual({
      'b/b#1': 'open: Mark missing order fields while booking',
    });
    expect(logger.info).toHaveBeenCalledWith(
      'Backlog items on github.com are read again',
    );
  });

  it.each([
    [{ status: 429, headers: { 'retry-after': '120' } }, 119, 121],
    [{ status: 403, headers: { 'retry-after': '30' } }, 59, 61],
    [
      {
        status: 403,
        body: { message: 'You have exceeded a secondary rate limit.' },
      },
      59,
      61,
    ],
    [
      {
        status: 403,
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': '99999999999',
        },
      },
      3599,
      3601,
    ],
  ])('lets a host rest after %j', async (answer, notYet, again) => {
    const source = gitHub();
    host.answer = () => answer;
    await read(source, ['a/a#1']);
    for (const [second, requests] of [
      [notYet, 1],
      [again, 2],
    ]) {
      time = second * 1000;
      await read(source, ['a/a#1']);
      expect(host.requests).toHaveLength(requests);
    }
  });

  it('goes on after a repository that it may not see', async () => {
    host.answer = path =>
      path.includes('/closed/')
        ? { status: 403, body: forbidden }
        : { body: issues[0] };
    expect(
      await read(gitHub(), ['alvenro/closed#1', 'alvenro/closed#2', 'a/a#1']),
    ).toEqual({
      'alvenro/closed#1': 'github.com does not let the portal see it',
      'alvenro/closed#2': 'github.com does not let the portal see it',
      'a/a#1': 'open: Mark missing order fields while booking',
    });
    expect(host.paths).toEqual([
      '/repos/alvenro/closed/issues/1',
      '/repos/a/a/issues/1',
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it.each([
    [{ status: 401, body: {} }, 'github.com does not let the portal see it'],
    [{ status: 502, body: '<html>' }, 'github.com answered with status 502'],
    ['never', 'github.com did not answer'],
  ] as const)('leaves a host alone after %j twice', async (answer, problem) => {
    host.answer = () => answer;
    other.answer = () => ({ body: issues[0] });
    const source = gitHub({ patienceMs: 200 });
    const refs = ['a/a#1', 'b/b#1', 'c/c#1'];
    expect(await read(source, [...refs, 'git.alvenro.example:a/a#1'])).toEqual({
      ...Object.fromEntries(refs.map(ref => [ref, problem])),
      'git.alvenro.example:a/a#1':
        'open: Mark missing order fields while booking',
    });
    expect(host.paths).toEqual(['/repos/a/a/issues/1', '/repos/b/b/issues/1']);
  });

  it.each([{ body: '<html>' }, { body: [] }, { body: { title: 7 } }])(
    'does not take %j for an issue',
    async answer => {
      host.answer = () => answer;
      expect(await read(gitHub(), ['a/a#1'])).toEqual({
        'a/a#1': 'github.com answered something else than an issue',
      });
    },
  );

  it('keeps what it has found when time is up', async () => {
    const controller = new AbortController();
    host.answer = path => {
      if (path.includes('/b/')) {
        controller.abort();
        return 'never';
      }
      return { body: issues[0] };
    };
    expect(
      await read(gitHub(), ['a/a#1', 'b/b#1', 'c/c#1'], controller.signal),
    ).toEqual({ 'a/a#1': 'open: Mark missing order fields while booking' });
    expect(host.requests).toHaveLength(2);
  });

  it('takes the token of the app that is installed for the owner', async () => {
    const { privateKey } = jest
      .requireActual<typeof import('node:crypto')>('node:crypto')
      .generateKeyPairSync('rsa', {
        modulusLength: 2048,
        privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
        publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
      });
    host.answer = path => {
      if (path.startsWith('/app/installations/5/access_tokens')) {
        return {
          status: 201,
          body: { token: 'of-app', expires_at: '2999-01-01T00:00:00Z' },
        };
      }
      return path.startsWith('/app/installations')
        ? { body: [{ id: 5, account: { login: 'alvenro' } }] }
        : { body: issues[0] };
    };
    const app = {
      appId: 1,
      clientId: 'id',
      clientSecret: 'secret',
      webhookSecret: 'secret',
      privateKey,
    };
    expect(
      await read(gitHub({ token: null, apps: [app] }), [
        'alvenro/scheduling#210',
        'stranger/orders#1',
      ]),
    ).toEqual({
      'alvenro/scheduling#210': 'open: Mark missing order fields while booking',
    });
    expect(
      host.requests.filter(({ path }) => path.startsWith('/repos/')),
    ).toMatchObject([{ headers: { authorization: 'Bearer of-app' } }]);
  });

  it('says so when credentials cannot be had', async () => {
    const app = {
      appId: 1,
      clientId: 'id',
      clientSecret: 'secret',
      webhookSecret: 'secret',
      privateKey: 'no key',
    };
    const source = gitHub({ apps: [app] });
    for (const _ of [1, 2]) {
      expect(await read(source, ['a/a#1'])).toEqual({
        'a/a#1': 'the credentials for github.com do not do',
      });
    }
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringContaining('the credentials for github.com do not do')],
    ]);
  });

  it('knows the pages of items', () => {
    const source = gitHub();
    expect(source.urlOf('git.alvenro.example:a/b#1')).toBe(
      'https://git.alvenro.example/a/b/issues/1',
    );
    expect(source.urlOf('PAT-88')).toBeUndefined();
  });
});
