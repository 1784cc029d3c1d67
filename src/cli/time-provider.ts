import { LimnerError } from '../errors.ts';
import { fitCanvas } from '../guide/fit-canvas.ts';
import type { ImageJob, ImageProvider } from '../providers/provider.ts';

/** How long a small picture took, in milliseconds, queue and transfer included. */
export interface Timing {
  /** With whatever start the endpoint needed. */
  readonly firstMs: number;
  readonly secondMs: number;
}

/** Has a provider paint two small backgrounds, one after the other. They cost what they cost. */
export async function timeProvider(provider: ImageProvider, signal: AbortSignal): Promise<Timing> {
  const { canvas, cannot, makings } = await provider.probe({ signal });
  const reason = cannot.background;
  if (reason !== undefined)
    throw new LimnerError('LIMNER_CAPABILITY_MISSING', `${provider.name} cannot be timed: ${reason}.`);
  const policy = makings?.background?.canvas ?? canvas;
  const time = async (seed: number): Promise<number> => {
    const startedAt = performance.now();
    await paint(provider, timingJob(policy, seed), signal);
    return Math.round(performance.now() - startedAt);
  };
  return { firstMs: await time(1), secondMs: await time(2) };
}

function timingJob(policy: Parameters<typeof fitCanvas>[1], seed: number): ImageJob {
  return {
    type: 'background',
    prompt: 'a quiet meadow, flat colours',
    negativePrompt: '',
    seed,
    canvas: fitCanvas({ width: 512, height: 512 }, policy),
    style: { name: 'flat', words: 'flat colours' },
    theme: '',
    subject: 'a quiet meadow',
    transparent: false,
    composition: { kind: 'scene', tile: 'none' },
  };
}

async function paint(provider: ImageProvider, job: ImageJob, signal: AbortSignal): Promise<void> {
  const readBlob = async (): Promise<Uint8Array> => new Uint8Array();
  const context = { signal, callId: crypto.randomUUID(), claimedAt: Date.now(), readBlob };
  const ticket = await provider.submit(job, context);
  for (;;) {
    const state = await provider.poll(ticket, context);
    if (state.phase === 'done') return;
    if (state.phase === 'failed') throw state.error;
    await new Promise((resolve) => setTimeout(resolve, state.pollAfterMs));
  }
}
