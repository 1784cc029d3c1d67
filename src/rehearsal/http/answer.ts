/** What a route says; `cut` closes the connection without a word, `silence` leaves it open without one. */
export type Answer =
  | {
      readonly status: number;
      readonly json: unknown;
      readonly headers?: { readonly [name: string]: string };
    }
  | { readonly status: number; readonly bytes: Uint8Array; readonly mimeType: string }
  | 'cut'
  | 'silence';

/** A request that was read whole. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly header: (name: string) => string | undefined;
  readonly body: Uint8Array;
  /** Aborted when the other side has gone. */
  readonly signal: AbortSignal;
}

export function ok(json: unknown): Answer {
  return { status: 200, json };
}

export function refuse(status: number, error: string): Answer {
  return { status, json: { error } };
}

export function tooManyRequests(retryAfterSeconds: number): Answer {
  return {
    status: 429,
    json: { error: 'Too many requests. Please slow down.' },
    headers: { 'retry-after': String(retryAfterSeconds) },
  };
}

/** The body as JSON; undefined when it is none. */
export function readJson({ body }: Exchange): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
