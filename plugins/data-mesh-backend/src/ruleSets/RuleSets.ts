import {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { attemptRuleSets, Attempt } from './attemptRuleSets';
import { LoadedRuleSet } from './loadConfigured';
import { RuleSetsInForce } from './RuleSetsInForce';
import { RuleSetTexts } from './RuleSetTexts';

const RELOAD_TASK = 'data-mesh-rule-sets-reload';

/** A rule set in force, and why a newer text of it was not taken. */
export type RuleSetState = LoadedRuleSet & {
  loadedAt: string;
  problems: string[];
};

type States = ReadonlyMap<string, RuleSetState>;

/**
 * Keeps the rule sets in force. What is broken at start is refused; what
 * breaks later leaves the last good set in force.
 */
export class RuleSets implements RuleSetsInForce {
  readonly #config: RootConfigService;
  readonly #texts: RuleSetTexts;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  #states: States = new Map();
  #reload: Promise<unknown> = Promise.resolve();
  #onChange: (ids: string[]) => Promise<void> = async () => {};

  private constructor(options: Parameters<typeof RuleSets.load>[0]) {
    this.#config = options.config;
    this.#texts = options.texts;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
  }

  /** @throws InputError with all that is wrong with the rule sets */
  static async load(options: {
    config: RootConfigService;
    texts: RuleSetTexts;
    logger: LoggerService;
    now?: () => Date;
  }): Promise<RuleSets> {
    const ruleSets = new RuleSets(options);
    const attempt = await attemptRuleSets(options);
    if (attempt.problems.length > 0) {
      throw new InputError(
        [
          'The rule sets are refused:',
          ...attempt.problems.map(({ message }) => message),
        ].join('\n- '),
      );
    }
    await ruleSets.#take(attempt);
    return ruleSets;
  }

  current(): States {
    return this.#states;
  }

  /**
   * Looks for newer texts whenever the configuration changes, and each
   * minute, on every replica.
   *
   * @param options.onChange - is told the ids of sets that were exchanged
   */
  async start(options: {
    scheduler: SchedulerService;
    onChange: (ids: string[]) => Promise<void>;
  }): Promise<void> {
    this.#onChange = options.onChange;
    this.#config.subscribe?.(() => {
      this.reload().catch(error =>
        this.#logger.warn(`The rule sets could not be loaded anew: ${error}`),
      );
    });
    await options.scheduler.scheduleTask({
      id: RELOAD_TASK,
      scope: 'local',
      initialDelay: { minutes: 1 },
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      fn: () => this.reload().then(() => {}),
    });
  }

  /**
   * Loads the sets anew; one after the other, when several ask.
   *
   * @returns the ids of sets that were exchanged
   */
  async reload(): Promise<string[]> {
    const next = this.#reload
      .catch(() => {})
      .then(async () => {
        const attempt = await attemptRuleSets({
          config: this.#config,
          texts: this.#texts,
          inForce: this.#states,
        });
        return this.#take(attempt);
      });
    this.#reload = next;
    return next;
  }

  async #take(attempt: Attempt): Promise<string[]> {
    const before = this.#states;
    this.#states = this.#statesOf(attempt);
    const exchanged = [...this.#states].flatMap(([id, { digest }]) =>
      before.get(id)?.digest === digest ? [] : [id],
    );
    await this.#texts.keep(exchanged.map(id => attempt.texts.get(id)));
    this.#logNewProblems(before);
    if (before.size > 0 && exchanged.length > 0) {
      this.#logger.info(`Rule sets exchanged: ${exchanged.join(', ')}`);
      await this.#onChange(exchanged).catch(error =>
        this.#logger.warn(
          `What they come to is found by the next pass, not now: ${error}`,
        ),
      );
    }
    return exchanged;
  }

  #statesOf({ sets, texts, problems }: Attempt): States {
    const now = this.#now().toISOString();
    return new Map(
      [...sets].map(([id, set]) => {
        const known = this.#states.get(id);
        const isSame = known?.digest === set.digest;
        const away = texts.get(id)?.problem;
        return [
          id,
          {
            ...set,
            ruleSet: isSame ? known.ruleSet : set.ruleSet,
            loadedAt: isSame ? known.loadedAt : now,
            problems: [
              ...(away ? [away] : []),
              ...problems
                .filter(({ ids }) => ids.includes(id))
                .map(({ message }) => message),
            ],
          },
        ];
      }),
    );
  }

  #logNewProblems(before: States) {
    for (const [id, { problems }] of this.#states) {
      const known = before.get(id)?.problems ?? [];
      if (problems.length > 0 && problems.join() !== known.join()) {
        this.#logger.warn(
          [
            `A newer text of the rule set ${id} is not taken:`,
            ...problems,
          ].join('\n- '),
        );
      }
    }
  }
}
