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
  DefaultGitlabCredentialsProvider,
  GitLabIntegrationConfig,
  GitlabCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { z } from 'zod';
import { asksFor, Item } from './asksFor';
import { Get, Hosts } from './Hosts';
import { NOT_THERE } from './readings';

const itemSchema = z.object({
  iid: z.int(),
  title: z.string(),
  state: z.string(),
  web_url: z.string().optional(),
  confidential: z.boolean().optional(),
});

/** A merge request that is locked is about to be merged. */
const OPEN_STATES = ['opened', 'locked'];

/**
 * Issues and merge requests on GitLab, read with the credentials that are
 * configured for their host: those of a project at once.
 */
export class GitLabBacklog implements BacklogSource {
  readonly id = 'gitlab';
  readonly hosts: readonly BacklogHost[];
  readonly #configs: ReadonlyMap<string, GitLabIntegrationConfig>;
  readonly #credentials: GitlabCredentialsProvider;
  readonly #hosts: Hosts;

  constructor(options: {
    integrations: ScmIntegrations;
    logger: LoggerService;
    hosts?: Hosts;
  }) {
    const configs = options.integrations.gitlab.list().map(one => one.config);
    this.hosts = configs.map(({ baseUrl }) => ({
      provider: 'gitlab',
      baseUrl,
    }));
    this.#configs = new Map(configs.map(config => [config.host, config]));
    this.#credentials = DefaultGitlabCredentialsProvider.fromIntegrations(
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
      usualHost: 'gitlab.com',
      keyOf: ({ path, kind }) => `${path} ${kind}`,
      read: (config, items, get) => this.#readAll(config, items, get),
    });
    return this.#hosts.ask(asks, signal);
  }

  async *#readAll(
    { host, apiBaseUrl }: GitLabIntegrationConfig,
    items: readonly Item[],
    get: Get,
  ): AsyncGenerator<BacklogReading> {
    const { token } = await this.#credentials.getCredentials({
      url: `https://${host}`,
    });
    if (!token) {
      return;
    }
    const answer = await get(listUrlOf(apiBaseUrl, items), {
      authorization: `Bearer ${token}`,
    });
    if (!answer) {
      yield* items.map(({ ref }) => ({ ref, problem: NOT_THERE }));
      return;
    }
    if (!Array.isArray(answer.body)) {
      throw new Error(`${host} answered something else than a list of issues`);
    }
    const found = new Map(
      answer.body.flatMap(one => {
        const { data } = itemSchema.safeParse(one);
        return data ? [[data.iid, data]] : [];
      }),
    );
    yield* items.map(({ ref, number }) => toReading(ref, found.get(number)));
  }
}

function listUrlOf(apiBaseUrl: string, items: readonly Item[]): string {
  const [{ path, kind }] = items;
  const list = kind === 'issue' ? 'issues' : 'merge_requests';
  const query = new URLSearchParams([
    ...items.map(({ number }) => ['iids[]', String(number)]),
    ['state', 'all'],
    ['per_page', '100'],
  ]);
  return `${apiBaseUrl}/projects/${encodeURIComponent(path)}/${list}?${query}`;
}

function toReading(
  ref: string,
  item: z.output<typeof itemSchema> | undefined,
): BacklogReading {
  if (!item) {
    return { ref, problem: NOT_THERE };
  }
  // The portal would show its title to everyone who may see the goal.
  return item.confidential
    ? { ref, problem: 'it is confidential' }
    : {
        ref,
        title: item.title,
        state: OPEN_STATES.includes(item.state) ? 'open' : 'done',
        url: item.web_url,
      };
}
