/** Tells a source when to stop, and does not rely on that it does. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #passed: Promise<never>;
  readonly #stop: () => void;
  readonly #parent: AbortSignal | undefined;

  constructor(milliseconds: number, parent: AbortSignal | undefined) {
    const { signal } = this.#controller;
    this.#passed = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    this.#passed.catch(() => {});
    this.#timer = setTimeout(
      () =>
        this.#controller.abort(
          new Error(`It was given up after ${milliseconds / 1000} seconds`),
        ),
      milliseconds,
    );
    this.#stop = () => this.#controller.abort(new Error('It was stopped'));
    this.#parent = parent;
    parent?.addEventListener('abort', this.#stop);
    if (parent?.aborted) {
      this.#stop();
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  async before<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#passed]);
  }

  check(): void {
    this.signal.throwIfAborted();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#parent?.removeEventListener('abort', this.#stop);
  }
}
