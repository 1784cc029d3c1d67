import { LimnerError } from '../../errors.ts';

/** What `/run` takes, and what an endpoint hands back of its jobs, in bytes of JSON. */
export const REQUEST_LIMIT_BYTES = 10_000_000;
export const ANSWER_LIMIT_BYTES = 10_000_000;
/** A painted picture takes about this many bytes a pixel as PNG, and a third more as base64. */
const WIRE_BYTES_PER_PIXEL = 2 * (4 / 3);

/** What the answer with so many pixels in it will weigh, about. */
export function answerBytes(pixels: number): number {
  return Math.round(pixels * WIRE_BYTES_PER_PIXEL);
}

/** Why an endpoint that answers in JSON cannot hand back a picture of this size, and what can be done; undefined when it can. */
export function answerFault(provider: string, pixels: number): LimnerError | undefined {
  const bytes = answerBytes(pixels);
  if (bytes <= ANSWER_LIMIT_BYTES) return undefined;
  const most = Math.floor(ANSWER_LIMIT_BYTES / WIRE_BYTES_PER_PIXEL / 100_000) / 10;
  return new LimnerError(
    'LIMNER_TOO_LARGE',
    `The painted picture of ${megapixels(pixels)} megapixels would weigh about ${megabytes(bytes)} MB; ${provider} hands back ${megabytes(ANSWER_LIMIT_BYTES)} MB at the most.`,
    {
      refused: true,
      next: `Ask for at most ${most} megapixels, or have the endpoint put its pictures into a bucket and set RUNPOD_RESULTS=bucket.`,
    },
  );
}

export function requestFault(provider: string, bytes: number): LimnerError | undefined {
  if (bytes <= REQUEST_LIMIT_BYTES) return undefined;
  return new LimnerError(
    'LIMNER_TOO_LARGE',
    `The request would weigh about ${megabytes(bytes)} MB; ${provider} takes ${megabytes(REQUEST_LIMIT_BYTES)} MB at the most.`,
    { refused: true, next: 'Give a smaller picture to start from.' },
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function megapixels(pixels: number): string {
  return (pixels / 1e6).toFixed(1);
}
