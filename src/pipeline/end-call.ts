import { LimnerError, describeError } from '../errors.ts';
import type { CallRow } from '../ledger/ledger.ts';
import type { JobState } from '../providers/provider.ts';
import type { Call, CallEnd, CallResult, Watched } from './call.ts';
import { type InspectedPicture, inspectPictures, tooSmall } from './inspect-pictures.ts';
import type { PaintedBlob } from './record.ts';
import type { KeepOptions } from '../store/store.ts';
import type { StageContext } from './stage.ts';

/**
 * Ends a call with its pictures, or as failed when there are none or they are broken in the last try. Undefined when they
 * are broken but may be downloaded again.
 */
export async function recordPictures(
  row: CallRow,
  { images, usd, warnings = [], timing, transfers }: Extract<JobState, { phase: 'done' }>,
  call: Call,
  context: StageContext,
  { isLastTry, watched }: { readonly isLastTry: boolean; readonly watched: Watched },
): Promise<CallEnd | undefined> {
  if (images.length === 0) {
    const message = 'The job ended well but brought no picture.';
    const error = new LimnerError('LIMNER_CALL_FAILED', message, { retryable: true });
    return recordFailure(row, { error, usd }, call, context);
  }
  let pictures: readonly InspectedPicture[];
  try {
    pictures = inspectPictures(images, call.job);
  } catch (error) {
    if (!isLastTry) return undefined;
    return recordFailure(row, { error: brokenPicture(error, context), usd }, call, context);
  }
  const small = tooSmall(pictures, call.job);
  if (small) return recordFailure(row, { error: brokenPicture(small, context), usd }, call, context);
  const kept = await keepPictures(pictures, { durably: usd > 0 }, context);
  const facts = { ...(transfers ? { transfers } : {}), ...(timing ? { timing } : {}) };
  const result = { images: kept, warnings, watched, ...facts };
  return recordDone(row, { result, usd }, call, context);
}

function brokenPicture(error: unknown, { provider }: StageContext): LimnerError {
  const reason = error instanceof Error ? error.message : String(error);
  return new LimnerError('LIMNER_PICTURE_INVALID', `What ${provider.name} brought cannot be used: ${reason}`, {
    cause: error,
    retryable: true,
    next: 'Run the command again: the picture is asked for anew.',
  });
}

async function keepPictures(
  pictures: readonly InspectedPicture[],
  options: KeepOptions,
  { ports, rasters }: StageContext,
): Promise<readonly PaintedBlob[]> {
  const kept: PaintedBlob[] = [];
  for (const { role, layer, bytes, mimeType, raster, remote } of pictures) {
    const blob = await ports.blobs.put(bytes, options);
    // The next stage wants one picture at once; of many, all would lie in memory until the last has had its turn.
    if (raster && pictures.length === 1) rasters.set(blob, raster);
    const named = { ...(layer === undefined ? {} : { layer }), ...(remote === undefined ? {} : { remote }) };
    kept.push({ role, blob, mimeType, ...named });
  }
  return kept;
}

async function recordDone(
  row: CallRow,
  { result, usd }: { readonly result: CallResult; readonly usd: number },
  call: Call,
  { ports, emit }: StageContext,
): Promise<CallEnd> {
  const finishedAt = ports.clock.now();
  const end = { state: 'done', result, usd, polls: row.polls, finishedAt } as const;
  const isFirst = await ports.ledger.calls.change(row, ['submitted'], end);
  if (isFirst) emit({ type: 'call-end', id: call.asset, call: row.id, state: 'done', usd });
  return { state: 'done', ...result };
}

/** What a call that ended badly leaves in the ledger and tells the listeners. */
export async function recordFailure(
  row: CallRow,
  { error, usd }: { readonly error: unknown; readonly usd: number },
  call: Call,
  { ports, emit }: StageContext,
): Promise<CallEnd> {
  const finishedAt = ports.clock.now();
  const end = { state: 'failed', error: describeError(error), usd, polls: row.polls, finishedAt } as const;
  const isFirst = await ports.ledger.calls.change(row, ['submitted'], end);
  if (isFirst) emit({ type: 'call-end', id: call.asset, call: row.id, state: 'failed', usd });
  return { state: 'failed', error };
}
