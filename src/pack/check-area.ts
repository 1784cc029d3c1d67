import type { Fault } from './problem.ts';

/** A whole picture or sheet has at most this many pixels. */
const MAX_PIXELS = 64_000_000;

/** Each side may be as long as it likes, but not both. The path is the width's. */
export function checkArea({ width, height }: { readonly width: number; readonly height: number }): readonly Fault[] {
  if (width * height <= MAX_PIXELS) return [];
  return [{ path: ['width'], message: `${width} × ${height} is more than 64 million pixels: make it smaller` }];
}
