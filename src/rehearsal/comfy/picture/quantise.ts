import { eightBits, type Plane } from './plane.ts';

/** At most `most` colours by median cut; with error diffusion when dithered. Alpha is left alone. */
export function quantise(plane: Plane, most: number, isDithered: boolean): Plane {
  const palette = choosePalette(plane, most);
  const data = plane.data.slice();
  const { width, height, channels } = plane;
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = pixel * channels;
    const colour = [0, 1, 2].map((channel) => data[at + channel] ?? 0);
    const chosen = nearest(palette, colour);
    chosen.forEach((value, channel) => {
      const error = (colour[channel] ?? 0) - value;
      data[at + channel] = value;
      if (isDithered) spread(data, { at: at + channel, error, width, channels, pixel });
    });
  }
  return { ...plane, data };
}

type Colour = readonly number[];

function choosePalette(plane: Plane, most: number): readonly Colour[] {
  const seen = new Map<number, Colour>();
  for (let i = 0; i < plane.data.length; i += plane.channels) {
    const [red, green, blue] = [0, 1, 2].map((channel) => eightBits(plane.data[i + channel] ?? 0));
    seen.set(((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0), [red ?? 0, green ?? 0, blue ?? 0]);
  }
  let boxes: readonly (readonly Colour[])[] = [[...seen.values()]];
  while (boxes.length < most) {
    const widest = boxes.reduce((best, box) => (spanOf(box).span > spanOf(best).span ? box : best));
    const { channel, span } = spanOf(widest);
    if (span === 0) break;
    const sorted = [...widest].sort((a, b) => (a[channel] ?? 0) - (b[channel] ?? 0));
    const half = sorted.length >> 1;
    boxes = [...boxes.filter((box) => box !== widest), sorted.slice(0, half), sorted.slice(half)];
  }
  return boxes.map((box) =>
    [0, 1, 2].map((channel) => Math.round(box.reduce((sum, c) => sum + (c[channel] ?? 0), 0) / box.length) / 255),
  );
}

function spanOf(box: readonly Colour[]): { readonly channel: number; readonly span: number } {
  const spans = [0, 1, 2].map((channel) => {
    let [low, high] = [255, 0];
    for (const colour of box) {
      low = Math.min(low, colour[channel] ?? 0);
      high = Math.max(high, colour[channel] ?? 0);
    }
    return high - low;
  });
  const span = Math.max(...spans);
  return { channel: spans.indexOf(span), span: box.length > 1 ? span : 0 };
}

function nearest(palette: readonly Colour[], colour: Colour): Colour {
  let best: Colour = palette[0] ?? [0, 0, 0];
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of palette) {
    const distance = [0, 1, 2].reduce((sum, i) => sum + ((candidate[i] ?? 0) - (colour[i] ?? 0)) ** 2, 0);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

interface Diffusion {
  readonly at: number;
  readonly error: number;
  readonly width: number;
  readonly channels: number;
  readonly pixel: number;
}

function spread(data: Float32Array, { at, error, width, channels, pixel }: Diffusion): void {
  const isLast = pixel % width === width - 1;
  const isFirst = pixel % width === 0;
  const add = (index: number, share: number): void => {
    if (index < data.length) data[index] = (data[index] ?? 0) + (error * share) / 16;
  };
  if (!isLast) add(at + channels, 7);
  if (!isFirst) add(at + (width - 1) * channels, 3);
  add(at + width * channels, 5);
  if (!isLast) add(at + (width + 1) * channels, 1);
}
