/** When to ask for a job again: soon while it may be done soon, seldom when it takes long. */
export interface Pace {
  /** Milliseconds to wait after a look at a job that goes on. */
  next(id: string, progress: number): number;
  /** The job has ended. */
  forget(id: string): void;
}

interface Rhythm {
  readonly firstMs: number;
  readonly growth: number;
  readonly slowestMs: number;
}

/** The service asks for a question every two to three seconds. */
const AFAR: Rhythm = { firstMs: 2000, growth: 1.25, slowestMs: 10_000 };
const NEARBY: Rhythm = { firstMs: 60, growth: 1.3, slowestMs: 1000 };
/** Questions of all jobs together: half a second apart afar. */
const APART = 0.25;

/** `now` counts milliseconds; `isNearby`: the service runs on this machine. */
export function createPace(now: () => number, { isNearby }: { readonly isNearby: boolean }): Pace {
  const { firstMs, growth, slowestMs } = isNearby ? NEARBY : AFAR;
  const jobs = new Map<string, { readonly since: number; looks: number }>();
  return {
    next(id, progress) {
      const job = jobs.get(id) ?? { since: now(), looks: 0 };
      jobs.set(id, job);
      const backedOff = Math.min(slowestMs, firstMs * growth ** job.looks);
      job.looks += 1;
      // A job that is well on its way is asked for when it should be done; some stop at 10 % for long.
      const passedMs = now() - job.since;
      const leftMs = progress > 0.2 ? (passedMs * (1 - progress)) / progress : Infinity;
      const wanted = Math.max(firstMs, Math.min(backedOff, leftMs));
      return Math.max(wanted, Math.min(slowestMs, jobs.size * firstMs * APART));
    },
    forget: (id) => void jobs.delete(id),
  };
}
