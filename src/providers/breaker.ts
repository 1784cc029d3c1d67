import { type ErrorCode, LimnerError } from '../errors.ts';

/** Keeps money from an endpoint on which every job fails alike. */
export interface Breaker {
  /**
   * Waits while the endpoint rests.
   * @throws the failure that all the last jobs had, refused
   */
  pass(signal: AbortSignal): Promise<void>;
  failed(error: LimnerError): void;
  /** The same for a submission: one that met nobody at all tells about all that follow, one that was refused only about itself. */
  notSent(error: unknown): void;
  worked(): void;
  /** How long the endpoint is still left alone; undefined once that has helped too seldom. */
  readonly restsMs: number | undefined;
}

export interface BreakerOptions {
  readonly provider: string;
  readonly restMs: number;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

const ALIKE_TO_OPEN = 6;
const TRY_AGAIN_MS = 30_000;
/** Within this time they went with one event: a purged queue, a service started anew. */
const TOGETHER_MS = 2000;
const COME_TOGETHER: ReadonlySet<ErrorCode> = new Set(['LIMNER_RESULT_GONE', 'LIMNER_ENDPOINT_NOT_FOUND']);
const MOST_RESTS = 5;

interface Alike {
  readonly kind: string;
  readonly times: number;
  readonly at: number;
  readonly error?: LimnerError;
}

const NOTHING: Alike = { kind: '', times: 0, at: 0 };

/**
 * A worker that has lost its ComfyUI fails job after job within a second and so draws all of them to itself: nothing is sent until idle
 * workers have been stopped, twice as long each time. Any other failure that six jobs had in a row is believed: no more are sent, but for
 * one every half minute.
 */
export function createBreaker({ provider, restMs, now, sleep }: BreakerOptions): Breaker {
  let alike: Alike = NOTHING;
  let rests = { times: 0, until: 0 };

  function checkAlike(): void {
    if (alike.times < ALIKE_TO_OPEN) return;
    if (alike.error && now() - alike.at < TRY_AGAIN_MS) throw givenUp(provider, alike.times, alike.error);
    alike = { ...alike, at: now() };
  }

  function failed(error: LimnerError): void {
    if (error.code === 'LIMNER_WORKER_BROKEN') {
      // Those that failed during the rest had been sent before it.
      if (now() < rests.until) return;
      rests = { times: rests.times + 1, until: now() + restMs * 2 ** Math.min(rests.times, MOST_RESTS) };
      return;
    }
    const kind = kindOf(error);
    if (COME_TOGETHER.has(error.code) && kind === alike.kind && now() - alike.at < TOGETHER_MS) return;
    alike = { kind, times: kind === alike.kind ? alike.times + 1 : 1, at: now(), error };
  }

  return {
    async pass(signal) {
      for (;;) {
        if (rests.times > MOST_RESTS && now() < rests.until) throw brokenWorkers(provider);
        const leftMs = rests.until - now();
        if (leftMs <= 0) break;
        await sleep(leftMs, signal);
      }
      checkAlike();
    },
    failed,
    notSent(error) {
      if (error instanceof LimnerError && error.code === 'LIMNER_ENDPOINT_NOT_FOUND') failed(error);
    },
    worked() {
      alike = NOTHING;
      // What was under way on a healthy worker says nothing of the broken one: the rest goes on.
      rests = { times: 0, until: rests.until };
    },
    get restsMs() {
      return rests.times > MOST_RESTS ? undefined : Math.max(0, rests.until - now());
    },
  };
}

/** The failure without what differs from job to job. */
function kindOf({ code, message }: LimnerError): string {
  return `${code} ${message.replaceAll(/limner-\w+|[\da-f]+(?:-[\da-f]+)+\w*|\d+/gi, '#')}`;
}

function givenUp(provider: string, times: number, { code, message, next }: LimnerError): LimnerError {
  return new LimnerError(code, `The last ${times} jobs on ${provider} failed alike, so no more are sent: ${message}`, {
    refused: true,
    next,
  });
}

function brokenWorkers(provider: string): LimnerError {
  return new LimnerError(
    'LIMNER_WORKER_BROKEN',
    `The workers of ${provider} have lost their ComfyUI and stayed broken; no more jobs are sent.`,
    { refused: true },
  );
}
