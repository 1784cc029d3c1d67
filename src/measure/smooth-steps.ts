import type { Raster } from '../raster/raster.ts';

export interface SmoothSteps {
  /** Colours to the last level, as far as they were counted. */
  readonly colours: number;
  /** Of neighbours in a row, 0..1: so many differ, but by a few levels only. */
  readonly share: number;
}

const VISIBLE = 128;
/** Levels of a channel: colours of a drawn palette lie farther apart. */
const SMALL = 8;
/** Of a large picture so many pairs are enough. */
const ENOUGH = 65_536;
const MOST_COLOURS = 1024;

/** How much a picture passes from colour to colour in steps that nobody draws: as light and grain do, not as a palette does. */
export function measureSmoothSteps({ width, height, rgba }: Raster): SmoothSteps {
  const colours = new Set<number>();
  const everyRow = Math.max(1, Math.ceil((width * height) / ENOUGH));
  let [pairs, small] = [0, 0];
  for (let y = 0; y < height; y += everyRow) {
    for (let x = 0, at = y * width * 4; x + 1 < width; x++, at += 4) {
      if ((rgba[at + 3] ?? 0) < VISIBLE || (rgba[at + 7] ?? 0) < VISIBLE) continue;
      const [red, green, blue] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
      if (colours.size < MOST_COLOURS) colours.add((red << 16) | (green << 8) | blue);
      const step = Math.max(
        Math.abs((rgba[at + 4] ?? 0) - red),
        Math.abs((rgba[at + 5] ?? 0) - green),
        Math.abs((rgba[at + 6] ?? 0) - blue),
      );
      pairs++;
      if (step > 0 && step <= SMALL) small++;
    }
  }
  return { colours: colours.size, share: pairs === 0 ? 0 : small / pairs };
}
