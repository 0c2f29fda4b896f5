import {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  BacklogHost,
  BacklogProvider,
  backlogUrlOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { BacklogSource } from '@backstage-data-mesh/plugin-data-mesh-node';
import { Knex } from 'knex';
import { BacklogRefresh } from './BacklogRefresh';
import { BacklogStore } from './BacklogStore';
import { GitHubBacklog } from './GitHubBacklog';
import { GitLabBacklog } from './GitLabBacklog';
import { readJiraHosts } from './readJiraHosts';

const TASK = 'data-mesh-backlog';

/** Items of teams' backlogs that nodes are linked to; only ever read. */
export class Backlog {
  /** Where items are kept, as far as that is configured. */
  readonly hosts: readonly BacklogHost[];
  readonly #sources: ReadonlyMap<BacklogProvider, BacklogSource>;
  readonly #refresh: BacklogRefresh;
  #scheduler: SchedulerService | undefined;

  constructor(options: {
    knex: Knex;
    config: RootConfigService;
    logger: LoggerService;
    /** Those of other modules take the place of our own. */
    sources?: readonly BacklogSource[];
    now?: () => Date;
  }) {
    const { knex, config, logger } = options;
    const integrations = ScmIntegrations.fromConfig(config);
    const gitHub = new GitHubBacklog({ integrations, logger });
    const gitLab = new GitLabBacklog({ integrations, logger });
    this.hosts = [...gitHub.hosts, ...gitLab.hosts, ...readJiraHosts(config)];
    this.#sources = new Map(
      [gitHub, gitLab, ...(options.sources ?? [])].map(one => [one.id, one]),
    );
    this.#refresh = new BacklogRefresh({
      ...options,
      sources: [...this.#sources.values()],
      store: new BacklogStore(knex),
    });
  }

  /** The page of an item; undefined where that is not known. */
  urlOf(provider: BacklogProvider, ref: string): string | undefined {
    return (
      this.#sources.get(provider)?.urlOf(ref) ??
      backlogUrlOf(provider, ref, this.hosts)
    );
  }

  async start(options: { scheduler: SchedulerService }): Promise<void> {
    this.#scheduler = options.scheduler;
    await options.scheduler.scheduleTask({
      id: TASK,
      frequency: { minutes: 5 },
      timeout: { minutes: 3 },
      initialDelay: { minutes: 1 },
      fn: signal => this.lookNow(signal),
    });
  }

  /** Looks for what is due; never rejects. */
  async lookNow(signal: AbortSignal): Promise<void> {
    await this.#refresh.run(signal);
  }

  /** To be called once an item was linked; does not wait for anything. */
  lookSoon(): void {
    // It is under way already, or runs on another replica: then it comes later.
    this.#scheduler?.triggerTask(TASK).catch(() => {});
  }
}
