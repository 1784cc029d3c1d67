import type { Raster } from '../../../raster/raster.ts';

/** The most colours a picture on a pixel grid may have. */
export const MOST_COLOURS = 32;

interface Shade {
  readonly key: number;
  readonly rgb: readonly [number, number, number];
  readonly count: number;
}

/**
 * Makes alpha all or nothing and, where more than 32 colours remain, moves the rare ones to the nearest frequent one.
 * Changes the raster it is given: it is always a fresh painting.
 */
export function reduceColours(raster: Raster): void {
  const { rgba } = raster;
  const shades = countShades(rgba);
  if (shades.length <= MOST_COLOURS) return;
  const kept = keepDistinct(shades);
  const target = new Map(shades.map((shade): [number, Shade] => [shade.key, nearest(shade, kept)]));
  for (let i = 0; i < rgba.length; i += 4) {
    if (rgba[i + 3] === 0) continue;
    const shade = target.get(keyAt(rgba, i));
    if (shade) rgba.set(shade.rgb, i);
  }
}

function countShades(rgba: Uint8Array): readonly Shade[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < rgba.length; i += 4) {
    if ((rgba[i + 3] ?? 0) < 128) {
      rgba.fill(0, i, i + 4);
      continue;
    }
    rgba[i + 3] = 255;
    const key = keyAt(rgba, i);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const shades = [...counts].map(([key, count]): Shade => ({
    key,
    rgb: [(key >> 16) & 255, (key >> 8) & 255, key & 255],
    count,
  }));
  return shades.sort((a, b) => b.count - a.count || a.key - b.key);
}

/** The most frequent colours that are not almost the same, with a growing sense of what is the same. */
function keepDistinct(shades: readonly Shade[]): readonly Shade[] {
  for (let least = 200; ; least = Math.ceil(least * 1.4)) {
    const kept: Shade[] = [];
    for (const shade of shades) {
      if (kept.length > MOST_COLOURS) break;
      if (kept.every((other) => distance(shade, other) > least)) kept.push(shade);
    }
    if (kept.length <= MOST_COLOURS) return kept;
  }
}

function nearest(shade: Shade, kept: readonly Shade[]): Shade {
  return kept.reduce(
    (best, other) => (distance(shade, other) < distance(shade, best) ? other : best),
    kept[0] ?? shade,
  );
}

function distance({ rgb: a }: Shade, { rgb: b }: Shade): number {
  const [red, green, blue] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  return red * red * 2 + green * green * 4 + blue * blue * 3;
}

function keyAt(rgba: Uint8Array, at: number): number {
  return ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0);
}
