import { latticeStep } from './count-colours.ts';
import type { Metric, Measures } from './metric.ts';
import type { Study } from './study.ts';

export const FLATNESS: Metric = {
  name: 'flatness',
  title: 'Flatness',
  unit: 'share',
  range: [0, 1],
  better: 'neither',
  about:
    'How near the picture is to one flat colour or to nothing: from how much of it looks like its commonest colour, transparency being one, and from how little it strays from its mean. 1 is blank. Of large pictures a lattice of pixels is looked at.',
  source: 'Own count; the share of the commonest colour and the RMS deviation in premultiplied RGBA.',
};

/** Levels within which a picture is as good as flat. */
const STRAY = 20;

export function measureFlatness({ raster: { width, height, rgba } }: Study): Measures {
  const step = latticeStep(width, height);
  const tally = createTally();
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      const at = (y * width + x) * 4;
      add(tally, rgba, at);
    }
  }
  const variance = tally.squares.reduce(
    (sum, square, c) => sum + square / tally.count - ((tally.sums[c] ?? 0) / tally.count) ** 2,
    0,
  );
  const closeness = Math.exp(-Math.sqrt(Math.max(0, variance)) / STRAY);
  const common = tally.groups.reduce((most, count) => Math.max(most, count), 0) / tally.count;
  return { flatness: 1 - Math.sqrt((1 - common) * (1 - closeness)) };
}

interface Tally {
  count: number;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  /** By four bits of each channel, transparency first. */
  readonly groups: Uint32Array;
}

function createTally(): Tally {
  return { count: 0, sums: new Float64Array(4), squares: new Float64Array(4), groups: new Uint32Array(65_536) };
}

function add(tally: Tally, rgba: Uint8Array, at: number): void {
  const alpha = rgba[at + 3] ?? 0;
  let group = alpha >> 4;
  for (let c = 0; c < 4; c++) {
    const value = c === 3 ? alpha : ((rgba[at + c] ?? 0) * alpha) / 255;
    tally.sums[c] = (tally.sums[c] ?? 0) + value;
    tally.squares[c] = (tally.squares[c] ?? 0) + value * value;
    if (c < 3) group = (group << 4) | (value >> 4);
  }
  tally.groups[group] = (tally.groups[group] ?? 0) + 1;
  tally.count++;
}
