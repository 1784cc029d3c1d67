import { encodePng } from '../../../raster/png.ts';
import { createRaster, type Raster, type Rect } from '../../../raster/raster.ts';

/** A picture as the server's tensors hold it: 32-bit floats 0..1, channels side by side, row by row. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Float32Array;
}

/** A plane of one colour; channels that are not given are 0. */
export function createPlane(
  size: { readonly width: number; readonly height: number },
  channels: number,
  colour: readonly number[] = [],
): Plane {
  const { width, height } = size;
  const data = new Float32Array(width * height * channels);
  colour.forEach((value, channel) => {
    if (value !== 0) for (let i = channel; i < data.length; i += channels) data[i] = value;
  });
  return { width, height, channels, data };
}

export function planeOfRaster({ width, height, rgba }: Raster, channels: 3 | 4): Plane {
  const data = new Float32Array(width * height * channels);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let channel = 0; channel < channels; channel += 1)
      data[pixel * channels + channel] = (rgba[pixel * 4 + channel] ?? 0) / 255;
  return { width, height, channels, data };
}

/** Eight bits a channel, truncated like the server does, not rounded. One channel becomes grey. */
export function rasterOfPlane({ width, height, channels, data }: Plane): Raster {
  const { rgba } = createRaster(width, height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    for (let channel = 0; channel < 3; channel += 1)
      rgba[pixel * 4 + channel] = eightBits(data[pixel * channels + (channels === 1 ? 0 : channel)] ?? 0);
    rgba[pixel * 4 + 3] = channels === 4 ? eightBits(data[pixel * 4 + 3] ?? 0) : 255;
  }
  return { width, height, rgba };
}

/** A PNG with as many channels as the plane has; one channel becomes three. */
export function encodePlane(plane: Plane): Uint8Array {
  return encodePng(rasterOfPlane(plane), { level: 1, channels: plane.channels === 4 ? 4 : 3 });
}

export function eightBits(value: number): number {
  return Math.max(0, Math.min(255, Math.trunc(Math.fround(255 * value))));
}

/** The same size and channels, every number replaced. */
export function mapNumbers(plane: Plane, change: (value: number, index: number) => number): Plane {
  const { data } = plane;
  const changed = new Float32Array(data.length);
  for (let i = 0; i < data.length; i += 1) changed[i] = change(data[i] ?? 0, i);
  return { ...plane, data: changed };
}

/** Some channels of a plane, in the order given. A channel it has not is 1, as opaque as can be. */
export function pickChannels(plane: Plane, channels: readonly number[]): Plane {
  const { width, height } = plane;
  const data = new Float32Array(width * height * channels.length);
  channels.forEach((from, to) => {
    for (let pixel = 0; pixel < width * height; pixel += 1)
      data[pixel * channels.length + to] = from < plane.channels ? (plane.data[pixel * plane.channels + from] ?? 0) : 1;
  });
  return { width, height, channels: channels.length, data };
}

/** A rectangle that may not stick out; it is moved and cut to lie inside. */
export function cropPlane(plane: Plane, rect: Rect): Plane {
  const x = Math.min(Math.max(0, rect.x), plane.width - 1);
  const y = Math.min(Math.max(0, rect.y), plane.height - 1);
  const width = Math.max(1, Math.min(rect.width, plane.width - x));
  const height = Math.max(1, Math.min(rect.height, plane.height - y));
  const { channels } = plane;
  const data = new Float32Array(width * height * channels);
  for (let row = 0; row < height; row += 1) {
    const from = ((y + row) * plane.width + x) * channels;
    data.set(plane.data.subarray(from, from + width * channels), row * width * channels);
  }
  return { width, height, channels, data };
}

/** A new plane with `piece` laid over `base` at a place; what sticks out is cut off. Both have the same channels. */
export function pastePlane(base: Plane, piece: Plane, x: number, y: number): Plane {
  const data = base.data.slice();
  const { channels } = base;
  const left = Math.max(0, x);
  const right = Math.min(base.width, x + piece.width);
  if (left >= right) return base;
  for (let row = Math.max(0, y); row < Math.min(base.height, y + piece.height); row += 1) {
    const from = ((row - y) * piece.width + left - x) * channels;
    data.set(piece.data.subarray(from, from + (right - left) * channels), (row * base.width + left) * channels);
  }
  return { ...base, data };
}

/** A plane whose pixel comes from another place of the old one. */
export function rearrange(
  plane: Plane,
  size: { readonly width: number; readonly height: number },
  from: (x: number, y: number) => readonly [x: number, y: number],
): Plane {
  const { channels } = plane;
  const data = new Float32Array(size.width * size.height * channels);
  for (let y = 0; y < size.height; y += 1)
    for (let x = 0; x < size.width; x += 1) {
      const [oldX, oldY] = from(x, y);
      const start = (oldY * plane.width + oldX) * channels;
      data.set(plane.data.subarray(start, start + channels), (y * size.width + x) * channels);
    }
  return { width: size.width, height: size.height, channels, data };
}
