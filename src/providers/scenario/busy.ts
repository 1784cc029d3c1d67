import { isObject } from '../../workflow/answers/loose-json.ts';
import type { Trouble } from './errors.ts';

const MOST_MS = 30_000;

/** How long a service that is busy (429) wants to be left alone, half a minute at the most; `otherwiseMs` where it does not say. */
export function busyMs({ body, retryAfter }: Trouble, otherwiseMs: number): number {
  const seconds = secondsIn(body) ?? Number(retryAfter ?? Number.NaN);
  return Math.min(MOST_MS, Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : otherwiseMs);
}

/** How many jobs at once the team may have, where a 429 says so. */
export function actionLimit({ body }: Trouble): number | undefined {
  const limit = isObject(body) && isObject(body['details']) ? body['details']['actionLimit'] : undefined;
  return typeof limit === 'number' && limit >= 1 ? Math.floor(limit) : undefined;
}

function secondsIn(body: unknown): number | undefined {
  if (!isObject(body)) return undefined;
  const seconds =
    body['remainingSeconds'] ?? (isObject(body['details']) ? body['details']['remainingSeconds'] : undefined);
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : undefined;
}

/** Takes jobs away from a team that has too many under way, and gives them back by and by. */
export interface Crowd {
  busy(limit: number | undefined): void;
  /** How many jobs may be under way now. */
  limit(): number;
  /** Has there been any trouble? */
  readonly isTight: boolean;
}

const CALM_MS = 60_000;

export function createCrowd(usual: number, now: () => number): Crowd {
  let allowed = usual;
  let complainedAt = -Infinity;
  return {
    busy(limit) {
      allowed = Math.max(1, Math.min(limit ?? Math.ceil(allowed / 2), usual));
      complainedAt = now();
    },
    limit: () => Math.min(usual, allowed + Math.floor(Math.min(1e6, (now() - complainedAt) / CALM_MS))),
    get isTight() {
      return complainedAt > -Infinity;
    },
  };
}
