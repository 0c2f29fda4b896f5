import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { MOST_EVIDENCE_ITEMS } from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  DeliveredEvidence,
  EvidenceSource,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import { inParts } from '../lists';
import { Deadline } from './Deadline';
import { EvidenceIntake, Outcome } from './EvidenceIntake';
import { SourceStates } from './SourceStates';

const USUAL_TIMEOUT = { minutes: 1 };
const MOST_PROBLEMS = 20;
const LONGEST_PROBLEM = 500;

type Delivery = { items: number; refused: number; problems: string[] };

/**
 * Asks sources for evidence, each in a task of its own. One that hangs is
 * abandoned, whether it heeds the signal or not.
 */
export class SourceRunner {
  readonly #intake: Pick<EvidenceIntake, 'takeIn'>;
  readonly #states: SourceStates;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    intake: Pick<EvidenceIntake, 'takeIn'>;
    states: SourceStates;
    logger: LoggerService;
    now?: () => Date;
  }) {
    this.#intake = options.intake;
    this.#states = options.states;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
  }

  async start(
    sources: readonly EvidenceSource[],
    scheduler: SchedulerService,
  ): Promise<void> {
    for (const source of sources) {
      try {
        await scheduler.scheduleTask({
          id: `data-mesh-evidence-${source.id}`,
          frequency: source.every,
          // Later than its own timeout, which is the one that is told of.
          timeout: { milliseconds: timeoutOf(source) + 60_000 },
          // Entities have to be known first.
          initialDelay: { seconds: 20 },
          fn: signal => this.run(source, signal),
        });
      } catch (error) {
        await this.#fail(source, error);
      }
    }
  }

  /** Asks one source now; never throws. */
  async run(source: EvidenceSource, signal?: AbortSignal): Promise<void> {
    const startedAt = this.#now().toISOString();
    const delivery: Delivery = { items: 0, refused: 0, problems: [] };
    try {
      await this.#collect(source, delivery, signal);
      await this.#states.save(source.id, {
        startedAt,
        deliveredAt: this.#now().toISOString(),
        ...delivery,
      });
    } catch (error) {
      await this.#fail(source, error, startedAt, delivery);
    }
  }

  async #collect(
    source: EvidenceSource,
    delivery: Delivery,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const deadline = new Deadline(timeoutOf(source), signal);
    let batches: AsyncIterator<readonly DeliveredEvidence[]> | undefined;
    try {
      const delivered = source.collect({ signal: deadline.signal });
      batches = toBatches(delivered);
      for (;;) {
        const next = await deadline.before(batches.next());
        if (next.done) {
          break;
        }
        await this.#takeIn(source, next.value, delivery, deadline);
      }
    } finally {
      deadline.end();
      // One that hangs would never return: it is not waited for.
      Promise.resolve()
        .then(() => batches?.return?.())
        .catch(() => {});
    }
  }

  async #takeIn(
    source: EvidenceSource,
    batch: readonly DeliveredEvidence[],
    delivery: Delivery,
    deadline: Deadline,
  ): Promise<void> {
    if (!Array.isArray(batch)) {
      throw new Error('It has to deliver lists of items');
    }
    for (const part of inParts(batch, MOST_EVIDENCE_ITEMS)) {
      deadline.check();
      const outcomes = await this.#intake.takeIn(
        part.map(item =>
          typeof item === 'object' ? { source: source.id, ...item } : item,
        ),
        { way: 'collector', visibility: 'all' },
      );
      outcomes.forEach((outcome, at) => note(delivery, part[at], outcome));
    }
  }

  async #fail(
    source: EvidenceSource,
    error: unknown,
    startedAt = this.#now().toISOString(),
    { items, refused, problems }: Delivery = {
      items: 0,
      refused: 0,
      problems: [],
    },
  ): Promise<void> {
    const { message } = toError(error);
    this.#logger.warn(
      `The evidence source “${source.id}” did not deliver: ${message}`,
    );
    try {
      await this.#states.save(source.id, {
        startedAt,
        items,
        refused,
        problems: [shorten(message), ...problems].slice(0, MOST_PROBLEMS),
      });
    } catch (failure) {
      this.#logger.error(
        `How the evidence source “${source.id}” is could not be stored`,
        toError(failure),
      );
    }
  }
}

function toBatches(
  delivered: ReturnType<EvidenceSource['collect']>,
): AsyncIterator<readonly DeliveredEvidence[]> {
  if (typeof delivered !== 'object' || delivered === null) {
    throw new Error('It delivered nothing');
  }
  if (Symbol.asyncIterator in delivered) {
    return delivered[Symbol.asyncIterator]();
  }
  let asked = false;
  return {
    next: async () => {
      if (asked) {
        return { done: true, value: undefined };
      }
      asked = true;
      return { done: false, value: await delivered };
    },
  };
}

function timeoutOf({ timeout = USUAL_TIMEOUT }: EvidenceSource): number {
  return durationToMilliseconds(timeout);
}

function note(
  delivery: Delivery,
  item: DeliveredEvidence,
  { status, problem }: Outcome,
): void {
  delivery.items++;
  if (status === 'refused') {
    delivery.refused++;
    if (delivery.problems.length < MOST_PROBLEMS) {
      const about = [item?.entityRef, item?.key].filter(Boolean).join(', ');
      delivery.problems.push(
        shorten(`Item ${delivery.items}${about && ` (${about})`}: ${problem}`),
      );
    }
  }
}

function shorten(text: string): string {
  return text.length > LONGEST_PROBLEM
    ? `${text.slice(0, LONGEST_PROBLEM)}…`
    : text;
}
