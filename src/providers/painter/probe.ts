import type { Capabilities, ImageJob, Quote } from '../provider.ts';
import type { PainterOptions } from './options.ts';

/** Rises whenever the same job would give other bytes. */
export const PAINTER_VERSION = 'painter-5';

export function describePainter({ concurrency }: PainterOptions): Capabilities {
  return {
    canvas: { multipleOf: 16, minSide: 16, maxSide: 8192 },
    alpha: 'native',
    cannot: {},
    concurrency,
    version: PAINTER_VERSION,
  };
}

const SECONDS_PER_PIXEL = 1.5e-7;
const SECONDS_PER_PICTURE = 0.005;

/** Free; the time is that of one core. */
export function quotePainting({ canvas, composition }: ImageJob): Quote {
  const pictures = composition.kind === 'layers' ? composition.layers.length : 1;
  const seconds = pictures * (SECONDS_PER_PICTURE + canvas.width * canvas.height * SECONDS_PER_PIXEL);
  return { usd: 0, seconds, calls: 1 };
}
