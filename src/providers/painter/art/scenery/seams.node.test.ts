import { describe, expect, test } from 'vitest';
import { STYLE_NAMES } from '../../../../pack/pack.ts';
import type { Raster } from '../../../../raster/raster.ts';
import type { ImageJob } from '../../../provider.ts';
import { BASE, canvasOf, paint, paintAll } from '../paint-samples.ts';
import { BIOMES } from '../vocabulary/biomes.ts';

const SEEDS = 200;
const PLACES = Object.keys(BIOMES);
const SKIES = ['', ' at dawn', ' at night', ' in the rain', ' in a storm', ' in the fog', ' in falling snow'];
const SURFACES = ['brick wall', 'wooden planks', 'stone wall', 'grass', 'sand', 'lava', 'ice', 'metal plates', 'water'];

const sample = (seed: number, list: readonly string[]): string => list[seed % list.length] ?? '';
const job = (seed: number, more: Partial<ImageJob>): ImageJob => ({
  ...BASE,
  seed,
  style: { name: STYLE_NAMES[seed % STYLE_NAMES.length] ?? 'cartoon', words: '' },
  transparent: false,
  canvas: canvasOf(72, 40),
  ...more,
});

/** The mean colour step, transparency counted, between one column (or row) of pixels and the next that follows it. */
function steps({ width, height, rgba }: Raster, axis: 'x' | 'y'): readonly number[] {
  const [count, length] = axis === 'x' ? [width, height] : [height, width];
  const at = (line: number, i: number): number => (axis === 'x' ? i * width + line : line * width + i) * 4;
  return Array.from({ length: count }, (_, line) => {
    let sum = 0;
    for (let i = 0; i < length; i++) {
      const [here, next] = [at(line, i), at((line + 1) % count, i)];
      const [a, b] = [rgba[here + 3] ?? 0, rgba[next + 3] ?? 0];
      let step = Math.abs(a - b);
      for (let channel = 0; channel < 3; channel++)
        step = Math.max(step, Math.abs(((rgba[here + channel] ?? 0) * a - (rgba[next + channel] ?? 0) * b) / 255));
      sum += step;
    }
    return sum / length;
  });
}

/** How far the step across the loop's edge stands out of the 99th percentile of the inner ones; at most 0 is seamless. */
function seam(picture: Raster, axis: 'x' | 'y'): number {
  const all = steps(picture, axis);
  const inner = all.slice(0, -1).toSorted((a, b) => a - b);
  return (all.at(-1) ?? 0) - (inner[Math.min(inner.length - 1, Math.ceil(inner.length * 0.99))] ?? 0);
}

describe('no loop shows its edge', () => {
  test('in scenes', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const subject = sample(seed, PLACES) + sample(Math.floor(seed / PLACES.length), SKIES);
      const picture = paint(job(seed, { subject, type: 'background', composition: { kind: 'scene', tile: 'x' } }));
      expect(seam(picture, 'x'), `${subject}, seed ${seed}`).toBeLessThanOrEqual(0);
    }
  });

  test('in grounds, in both directions', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const subject = sample(seed, SURFACES);
      const picture = paint(job(seed, { subject, type: 'background', composition: { kind: 'scene', tile: 'xy' } }));
      for (const axis of ['x', 'y'] as const)
        expect(seam(picture, axis), `${subject}, seed ${seed}, ${axis}`).toBeLessThanOrEqual(0);
    }
  });

  test('in any layer', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const subject = sample(seed, PLACES) + sample(Math.floor(seed / PLACES.length), SKIES);
      const layers = [0, 1, 2].map((n) => ({ name: `layer ${n}`, words: '', depth: n / 2 }));
      const composition = { kind: 'layers', loop: 'x', layers } as const;
      paintAll(job(seed, { subject, type: 'parallax', composition })).forEach((picture, layer) => {
        expect(seam(picture, 'x'), `${subject}, seed ${seed}, layer ${layer}`).toBeLessThanOrEqual(0);
      });
    }
  });
});
