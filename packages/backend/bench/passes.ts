import { performance } from 'node:perf_hooks';
import { StatementCounter } from './database';
import { median, waitUntil } from './measure';
import { peakMemoryDuring } from './memory';
import { MetricsCollector } from './MetricsCollector';
import { Portal } from './portal';
import { rowsWrittenDuring } from './storage';

const PASSES = 3;
const MOST_PASSES_UNTIL_SETTLED = 6;
/** A first pass that takes longer is asked for in vain, which does no harm. */
const UNHEARD_AFTER_MS = 60_000;

/** The projection's part of a pass, and the evaluation that follows it. */
export type Pass = { projection: number; evaluation: number };

export type Memory = { before: number; peak: number };

export type WarmPasses = {
  stream: number;
  /** Nothing has changed since the pass before. */
  unchanged: Pass;
  unchangedMemory: Memory;
  passStatements: number;
  rowsWritten: Record<string, number>;
};

/** Runs passes one after the other, and tells how long each part took. */
export class Passes {
  readonly #portal: Portal;
  readonly #metrics: MetricsCollector;

  constructor(portal: Portal, metrics: MetricsCollector) {
    this.#portal = portal;
    this.#metrics = metrics;
  }

  /**
   * The pass that a portal makes when it starts. It is asked for where the
   * portal before was still at one and so kept this one from beginning.
   */
  async first(): Promise<Pass> {
    const patience = performance.now() + UNHEARD_AFTER_MS;
    return this.#follow({ projection: 0, evaluation: 0 }, 0, async () => {
      if (performance.now() > patience) {
        await this.#ask();
      }
    });
  }

  /** One more pass. */
  async next(): Promise<Pass> {
    const { pass, count } = this.#read();
    return this.#follow(pass, count, () => this.#ask());
  }

  /** Passes until one has nothing to evaluate. */
  async settle(): Promise<void> {
    for (let i = 0; i < MOST_PASSES_UNTIL_SETTLED; i++) {
      await this.next();
      const { details } = await this.#portal.get('/api/data-mesh/status');
      if (details.lastEvaluation.evaluated === 0) {
        return;
      }
    }
    throw new Error('Each pass finds something to evaluate');
  }

  async #ask(): Promise<void> {
    await this.#portal.post('/api/data-mesh/projection/refresh', {});
  }

  /** In the process, so that no question of ours is among the statements. */
  #read(): { pass: Pass; count: number } {
    const projection = this.#metrics.get('data_mesh.projection.pass.duration');
    const evaluation = this.#metrics.get(
      'data_mesh.results.evaluation.duration',
    );
    return {
      pass: { projection: projection.sum, evaluation: evaluation.sum },
      count: evaluation.count,
    };
  }

  /** @param ask - asks for a pass, which goes unheard while one still runs */
  async #follow(
    before: Pass,
    count: number,
    ask: () => Promise<void>,
  ): Promise<Pass> {
    await waitUntil(async () => {
      if (this.#read().count > count) {
        return true;
      }
      await ask();
      return false;
    }, 'A pass');
    const { pass } = this.#read();
    return {
      projection: pass.projection - before.projection,
      evaluation: pass.evaluation - before.evaluation,
    };
  }
}

export async function measureWarmPasses(options: {
  portal: Portal;
  passes: Passes;
  counter: StatementCounter;
  connection: string;
}): Promise<WarmPasses> {
  const { portal, passes, counter, connection } = options;
  await passes.settle();
  const streams: number[] = [];
  const found: Pass[] = [];
  const { before, peak } = await peakMemoryDuring(async () => {
    for (let i = 0; i < PASSES; i++) {
      streams.push(await portal.streamSeconds());
      found.push(await passes.next());
    }
  });
  const passStatements = await counter.during(() => passes.next());
  const rowsWritten = await rowsWrittenDuring(connection, () => passes.next());
  return {
    stream: median(streams),
    unchanged: {
      projection: median(found.map(pass => pass.projection)),
      evaluation: median(found.map(pass => pass.evaluation)),
    },
    unchangedMemory: { before, peak },
    passStatements,
    rowsWritten,
  };
}
