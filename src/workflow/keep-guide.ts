/**
 * The largest denoise up to the wished one at which a sampler still starts from the guide. A schedule of few steps cannot
 * express 0.95: its first step is pure noise, and the guide would have no say at all. 1 means just that, and is kept.
 */
export function keepGuide(denoise: number, steps: number): number {
  if (denoise >= 1) return denoise;
  return Math.min(denoise, Math.floor((1000 * steps) / (steps + 1)) / 1000);
}
