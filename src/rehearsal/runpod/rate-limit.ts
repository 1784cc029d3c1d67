/** What the platform allows for one operation. */
export interface RateLimit {
  readonly per10s: number;
  /** Requests under way at once. */
  readonly concurrent?: number;
}

export type RateLimits = { readonly [operation: string]: RateLimit };

/** From the platform's table "Rate limits". */
export const DOCUMENTED_LIMITS: RateLimits = {
  run: { per10s: 1000, concurrent: 200 },
  runsync: { per10s: 2000, concurrent: 400 },
  status: { per10s: 2000, concurrent: 400 },
  'status-sync': { per10s: 2000, concurrent: 400 },
  stream: { per10s: 2000, concurrent: 400 },
  cancel: { per10s: 100, concurrent: 20 },
  'purge-queue': { per10s: 2 },
};

const WINDOW_MS = 10_000;

/** Counts the requests of one endpoint in a window that slides. */
export class RateGate {
  readonly #limits: RateLimits;
  readonly #admitted = new Map<string, number[]>();
  readonly #open = new Map<string, number>();

  constructor(limits: RateLimits) {
    this.#limits = limits;
  }

  /** Lets a request in and gives its way out, or gives the seconds after which it may come again. */
  enter(operation: string, now: number): (() => void) | { readonly retryAfterSeconds: number } {
    const limit = this.#limits[operation];
    if (!limit) return () => undefined;
    const recent = (this.#admitted.get(operation) ?? []).filter((time) => time > now - WINDOW_MS);
    const open = this.#open.get(operation) ?? 0;
    const [oldest = now] = recent;
    if (recent.length >= limit.per10s) {
      return { retryAfterSeconds: Math.max(1, Math.ceil((oldest + WINDOW_MS - now) / 1000)) };
    }
    if (limit.concurrent !== undefined && open >= limit.concurrent) return { retryAfterSeconds: 1 };
    this.#admitted.set(operation, [...recent, now]);
    this.#open.set(operation, open + 1);
    return () => this.#open.set(operation, (this.#open.get(operation) ?? 1) - 1);
  }
}
