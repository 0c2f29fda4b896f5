/** Runs steps one after the other and notes how long each takes. */
export class Steps {
  #say;
  #now;
  #done = [];

  constructor(say, now = Date.now) {
    this.#say = say;
    this.#now = now;
  }

  /** @param work - gives a detail for the line, or nothing */
  async run(title, work) {
    const startedAt = this.#now();
    this.#say(`${title} ...`);
    const detail = await work();
    const ms = this.#now() - startedAt;
    this.#say(`  ok, ${[seconds(ms), detail].filter(Boolean).join(': ')}`);
    this.#done.push({ title, ms });
  }

  /** A line for each step, and the sum. */
  summary() {
    const total = this.#done.reduce((sum, { ms }) => sum + ms, 0);
    return [
      ...this.#done.map(({ title, ms }) => `  ok  ${title}: ${seconds(ms)}`),
      `${this.#done.length} steps in ${seconds(total)}`,
    ].join('\n');
  }
}

function seconds(ms) {
  return `${Math.round(ms / 1000)} s`;
}
