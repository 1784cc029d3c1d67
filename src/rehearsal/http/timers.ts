/** The timers of one server: what is still to come can be dropped at once, so that a stopped server keeps nothing alive. */
export class Timers {
  readonly #pending = new Set<NodeJS.Timeout>();
  #isStopped = false;

  /** Milliseconds since some moment in the past; never goes back. */
  now(): number {
    return performance.now();
  }

  /** Runs `work` later, unless it is called off by what this returns. */
  after(ms: number, work: () => void): () => void {
    if (this.#isStopped) return () => undefined;
    const timer = setTimeout(
      () => {
        this.#pending.delete(timer);
        work();
      },
      Math.min(ms, LONGEST_TIMEOUT_MS),
    );
    this.#pending.add(timer);
    return () => {
      clearTimeout(timer);
      this.#pending.delete(timer);
    };
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(ms, resolve);
    });
  }

  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#pending) clearTimeout(timer);
    this.#pending.clear();
  }

  get pending(): number {
    return this.#pending.size;
  }
}

/** What `setTimeout` can hold; a longer time would fire at once. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;
