import { DirtyQueue } from './DirtyQueue';
import { PROJECTION_VERSION } from './projectEntity';
import { PassReport, ProjectionState } from './ProjectionState';

/** More changes than this share of the catalog: it is still filling. */
const BUSY_SHARE = 0.02;
/** A catalog that never rests is taken as it is after so long. */
const PATIENCE_MS = 30 * 60 * 1000;
/** How often nothing has to wait, looked at every few seconds. */
const QUIET_LOOKS = 2;

/** Whether this version of the code has projected the whole catalog. */
export async function holdsWholeCatalog(
  state: ProjectionState,
): Promise<boolean> {
  const whole = await state.get('whole');
  return whole?.version === PROJECTION_VERSION;
}

/**
 * Tells whether the projection holds the whole catalog. One that has just
 * started is read while it fills; what it comes to then is true of nothing,
 * and would make for a history of changes that nobody made.
 */
export class Completeness {
  readonly #state: ProjectionState;
  readonly #queue: DirtyQueue;
  readonly #now: () => Date;
  #isWhole = false;
  #quietLooks = 0;

  constructor(options: {
    state: ProjectionState;
    queue: DirtyQueue;
    now?: () => Date;
  }) {
    this.#state = options.state;
    this.#queue = options.queue;
    this.#now = options.now ?? (() => new Date());
  }

  async isWhole(): Promise<boolean> {
    this.#isWhole ||= await holdsWholeCatalog(this.#state);
    return this.#isWhole;
  }

  /** To be called after each pass. */
  async note({ outcome, read }: PassReport): Promise<void> {
    if (outcome === 'failed' || (await this.isWhole())) {
      return;
    }
    const now = this.#now();
    const since = (await this.#state.get('filling'))?.since;
    const isPatient =
      now.getTime() - Date.parse(since ?? now.toISOString()) < PATIENCE_MS;
    const waiting = (await this.#queue.getState()).length;
    if (read === 0 || (waiting > read * BUSY_SHARE && isPatient)) {
      await this.#state.set('filling', { since: since ?? now.toISOString() });
      return;
    }
    await this.#state.set('whole', { version: PROJECTION_VERSION });
    await this.#state.forget('filling');
  }

  /**
   * Whether a catalog that was filling has come to rest, so that a pass is
   * worth its while. To be called every few seconds.
   */
  async hasComeToRest(): Promise<boolean> {
    if ((await this.isWhole()) || !(await this.#state.get('filling'))) {
      return false;
    }
    const { length } = await this.#queue.getState();
    this.#quietLooks = length === 0 ? this.#quietLooks + 1 : 0;
    if (this.#quietLooks < QUIET_LOOKS) {
      return false;
    }
    this.#quietLooks = 0;
    return true;
  }
}
