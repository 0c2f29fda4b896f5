import { LoggerService } from '@backstage/backend-plugin-api';
import {
  BacklogHost,
  backlogUrlOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  BacklogReading,
  BacklogSource,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  GithubIntegrationConfig,
  ScmIntegrations,
} from '@backstage/integration';
import { z } from 'zod';
import { Deadline } from '../../evidence/Deadline';
import { asksFor, Item } from './asksFor';
import { Get, Hosts } from './Hosts';
import { NOT_THERE } from './readings';

const PATIENCE_MS = 10_000;

const issueSchema = z.object({
  title: z.string(),
  state: z.enum(['open', 'closed']),
  html_url: z.string().optional(),
});

/**
 * Issues and pull requests on GitHub, read with the credentials that are
 * configured for their host. They are asked for one by one: the REST API has
 * no list of some numbers.
 */
export class GitHubBacklog implements BacklogSource {
  readonly id = 'github';
  readonly hosts: readonly BacklogHost[];
  readonly #configs: ReadonlyMap<string, GithubIntegrationConfig>;
  readonly #credentials: GithubCredentialsProvider;
  readonly #hosts: Hosts;

  constructor(options: {
    integrations: ScmIntegrations;
    logger: LoggerService;
    hosts?: Hosts;
  }) {
    const configs = options.integrations.github.list().map(one => one.config);
    this.hosts = configs.map(({ host }) => ({
      provider: 'github',
      baseUrl: `https://${host}`,
    }));
    this.#configs = new Map(
      configs
        .filter(({ apiBaseUrl }) => apiBaseUrl)
        .map(config => [config.host, config]),
    );
    this.#credentials = DefaultGithubCredentialsProvider.fromIntegrations(
      options.integrations,
    );
    this.#hosts = options.hosts ?? new Hosts(options);
  }

  urlOf(ref: string): string | undefined {
    return backlogUrlOf(this.id, ref, this.hosts);
  }

  async read(
    refs: readonly string[],
    { signal }: { signal: AbortSignal },
  ): Promise<BacklogReading[]> {
    const asks = asksFor(refs, {
      configs: this.#configs,
      usualHost: 'github.com',
      keyOf: ({ path }) => path.toLocaleLowerCase('en-US'),
      read: (...asked) => this.#readAll(...asked),
    });
    return this.#hosts.ask(asks, signal);
  }

  async *#readAll(
    config: GithubIntegrationConfig,
    items: readonly Item[],
    get: Get,
    signal: AbortSignal,
  ): AsyncGenerator<BacklogReading> {
    const token = await this.#tokenFor(config.host, items[0].path, signal);
    if (!token) {
      return;
    }
    for (const { ref, path, number } of items) {
      const answer = await get(
        `${config.apiBaseUrl}/repos/${path}/issues/${number}`,
        {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'user-agent': 'backstage-data-mesh',
          'x-github-api-version': '2022-11-28',
        },
      );
      yield answer
        ? toReading(ref, answer.body, config.host)
        : { ref, problem: NOT_THERE };
    }
  }

  /** Of the app that is installed there, or of the host. */
  async #tokenFor(
    host: string,
    path: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const deadline = new Deadline(PATIENCE_MS, signal);
    try {
      const credentials = await deadline.before(
        this.#credentials.getCredentials({ url: `https://${host}/${path}` }),
      );
      return credentials.token;
    } catch (cause) {
      throw new Error(`the credentials for ${host} do not do`, { cause });
    } finally {
      deadline.end();
    }
  }
}

function toReading(ref: string, body: unknown, host: string): BacklogReading {
  const { data } = issueSchema.safeParse(body);
  return data
    ? {
        ref,
        title: data.title,
        state: data.state === 'open' ? 'open' : 'done',
        url: data.html_url,
      }
    : { ref, problem: `${host} answered something else than an issue` };
}
