/** Keeps what was read last, as long as a sign tells that it is the same. */
export class Kept<T> {
  readonly #read: () => Promise<T>;
  #kept: { sign: string; value: Promise<T> } | undefined;

  constructor(read: () => Promise<T>) {
    this.#read = read;
  }

  /**
   * @param sign - from before: what is written between both is then told by
   *   the next one
   */
  async get(sign: string): Promise<T> {
    if (this.#kept?.sign !== sign) {
      const value = this.#read();
      this.#kept = { sign, value };
      // Those who ask meanwhile wait for the same; a failure is not kept.
      value.catch(() => {
        if (this.#kept?.value === value) {
          this.#kept = undefined;
        }
      });
    }
    return this.#kept.value;
  }
}
