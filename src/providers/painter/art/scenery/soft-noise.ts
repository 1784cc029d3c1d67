import { roughRows } from '../noise.ts';
import type { Stage } from './stage.ts';

export interface Softness {
  readonly seed: number;
  /** How many waves lie over the scene's span, after which it repeats. */
  readonly across: number;
  /** Pixels that share a value, counted from where the scene repeats. */
  readonly step: number;
}

export interface SoftNoise {
  /** The surface's x at which each column begins; the last is the surface's end. */
  readonly starts: Int32Array;
  /** The noise, 0..255, of all columns below so many waves; the next row takes its place. */
  readonly row: (waves: number) => Float64Array;
}

/** Noise for what is soft: a new value every few pixels of a row is enough. */
export function softNoise({ surface, span, scale, left }: Stage, { seed, across, step }: Softness): SoftNoise {
  const inRow = Array.from({ length: surface.width }, (_, x) => x);
  const starts = inRow.filter((x) => x === 0 || (x - left) % step === 0);
  const xs = starts.map((x) => ((x - left) / scale / span) * across);
  return { starts: Int32Array.of(...starts, surface.width), row: roughRows(xs, seed, [across, 64], 2) };
}
