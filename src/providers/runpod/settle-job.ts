import { LimnerError } from '../../errors.ts';
import type { JobState, PaintedImage } from '../provider.ts';
import type { Bill, Charge } from './bill.ts';
import type { RunpodClient } from './client.ts';
import { ANSWER_LIMIT_BYTES } from './limits.ts';
import { type FailureContext, explainFailure, explainPartialFailure } from './failures.ts';
import { decodeBase64 } from '../base64.ts';
import { type RemoteImage, type RemoteOutput, imagesUnder, readOutput } from './outputs.ts';
import type { RemoteJob } from './remote-job.ts';
import type { ExpectedImage, JobTicket } from './ticket.ts';

export interface SettleContext extends FailureContext {
  readonly client: Pick<RunpodClient, 'download'>;
  readonly bill: Bill;
  /** When the service stops a job, unless its ticket knows better. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/**
 * The end of a job in limner's terms. COMPLETED is no success yet: every picture that was asked for must be there. A download that breaks
 * off is thrown: it says nothing about the job.
 */
export async function settleJob(job: RemoteJob, ticket: JobTicket, context: SettleContext): Promise<JobState> {
  const charge = context.bill.charge(job, ticket.limitMs ?? context.limitMs);
  const { usd } = charge;
  const found = job.status === 'COMPLETED' ? collectImages(job, ticket, context) : failureOf(job, context);
  if (found instanceof LimnerError) return { phase: 'failed', error: found, usd };
  const images: PaintedImage[] = [];
  for (const { expected, image } of found) {
    const bytes = image.isAddress
      ? await context.client.download(image.data, context.signal)
      : decodeBase64(image.data);
    const { role, layer } = expected;
    images.push({ role, bytes, mimeType: mimeTypeOf(bytes), ...(layer === undefined ? {} : { layer }) });
  }
  return { phase: 'done', images, usd, ...timingOf(job, ticket, charge) };
}

/** Who is the first of its worker has waited for it to start; all others for one that was at work. */
function timingOf(
  { executionMs, delayMs }: RemoteJob,
  { making }: JobTicket,
  { isFirst, standbyUsd }: Charge,
): Pick<Extract<JobState, { phase: 'done' }>, 'timing'> {
  if (executionMs === undefined) return {};
  const waited =
    delayMs === undefined ? {} : isFirst ? { coldMs: delayMs, queueMs: 0 } : { coldMs: 0, queueMs: delayMs };
  return {
    timing: { seconds: executionMs / 1000, standbyUsd, ...waited, ...(making === undefined ? {} : { making }) },
  };
}

function failureOf(job: RemoteJob, context: SettleContext): LimnerError {
  const { provider } = context;
  if (job.status === 'CANCELLED') {
    return new LimnerError('LIMNER_CALL_FAILED', `The job ${job.id} was cancelled on ${provider}.`);
  }
  if (job.status === 'TIMED_OUT') {
    // A worker that misses its ComfyUI's last word waits until it is stopped; another will not.
    return new LimnerError('LIMNER_CALL_TIMEOUT', `${provider} gave the job ${job.id} up: it took too long.`, {
      retryable: true,
    });
  }
  return explainFailure(job, context);
}

interface FoundImage {
  readonly expected: ExpectedImage;
  readonly image: RemoteImage;
}

function collectImages(job: RemoteJob, ticket: JobTicket, context: SettleContext): readonly FoundImage[] | LimnerError {
  const output = readOutput(job.output);
  if (!output) return withoutOutput(ticket, context.provider);
  const found: FoundImage[] = [];
  for (const expected of ticket.expected) {
    const images = findImages(expected, ticket, output);
    if (images.length === 0) return missingImage(expected, output, context);
    if (images.some(({ isAddress, data }) => isAddress && !isSafeAddress(data))) return strandedImage(context.provider);
    found.push(...images.map((image) => ({ expected, image })));
  }
  return found;
}

/** Workers older than file names bring one picture without one. */
function findImages(
  { prefix, isBatch = false }: ExpectedImage,
  { expected }: JobTicket,
  output: RemoteOutput,
): readonly RemoteImage[] {
  const named = imagesUnder(prefix, output);
  const [only, second] = output.images;
  if (named.length > 0) return isBatch ? named : named.slice(0, 1);
  return expected.length === 1 && only?.filename === '' && second === undefined ? [only] : [];
}

function withoutOutput({ resultBytes }: JobTicket, provider: string): LimnerError {
  const message = `${provider} completed the job but handed nothing back`;
  if (resultBytes > ANSWER_LIMIT_BYTES / 2) {
    return new LimnerError(
      'LIMNER_TOO_LARGE',
      `${message}: a result of about ${(resultBytes / 1e6).toFixed(0)} MB is more than it carries.`,
    );
  }
  return new LimnerError('LIMNER_CALL_FAILED', `${message}.`, { retryable: true });
}

function missingImage({ prefix }: ExpectedImage, output: RemoteOutput, context: SettleContext): LimnerError {
  const [first] = output.errors;
  if (first !== undefined) return explainPartialFailure(first, context);
  const brought = output.images.map(({ filename }) => filename || 'one without a name').join(', ') || 'none';
  return new LimnerError(
    'LIMNER_CALL_FAILED',
    `${context.provider} completed the job without the picture ${prefix}; it brought ${brought}.`,
    {
      retryable: true,
    },
  );
}

function isSafeAddress(address: string): boolean {
  return /^https:\/\/|^http:\/\/(localhost|127(\.\d+){3})[:/]/.test(address);
}

/** A bucket without its keys leaves the file on the worker, and its path in place of an address. */
function strandedImage(provider: string): LimnerError {
  return new LimnerError('LIMNER_CALL_FAILED', `${provider} left the picture on its own disk instead of in a bucket.`, {
    retryable: true,
    next: 'Set BUCKET_ACCESS_KEY_ID and BUCKET_SECRET_ACCESS_KEY on the endpoint, or remove BUCKET_ENDPOINT_URL.',
  });
}

/** The file says what it is; names and headers lie. */
function mimeTypeOf(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xd8) return 'image/jpeg';
  if (first === 0x52 && second === 0x49 && third === 0x46 && fourth === 0x46) return 'image/webp';
  return 'image/png';
}
