/** Takes jobs away from an endpoint that says it has too many requests, and gives them back by and by. */
export interface Pace {
  busy(): void;
  /** How many of that many jobs it is given now. */
  limit(concurrency: number): number;
}

/** More would starve the workers; each 429 is also waited out by itself. */
const MOST_HALVINGS = 2;
/** Complaints that come together are one. */
const TOGETHER_MS = 1000;
const CALM_MS = 10_000;

/** Halves with each complaint, twice at the most; every ten seconds without one take a halving back. */
export function createPace(now: () => number): Pace {
  let halvings = 0;
  let complainedAt = -Infinity;
  const left = (): number => Math.max(0, halvings - Math.floor((now() - complainedAt) / CALM_MS));
  return {
    busy() {
      if (now() - complainedAt < TOGETHER_MS) return;
      halvings = Math.min(MOST_HALVINGS, (halvings === 0 ? 0 : left()) + 1);
      complainedAt = now();
    },
    limit: (concurrency) => Math.max(1, Math.floor(concurrency / 2 ** (halvings === 0 ? 0 : left()))),
  };
}
