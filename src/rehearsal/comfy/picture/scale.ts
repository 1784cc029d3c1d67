import { cropPlane, eightBits, type Plane } from './plane.ts';

export type ScaleMethod = 'nearest-exact' | 'bilinear' | 'area' | 'bicubic' | 'lanczos';

/** The plane at another size, with the marks each method leaves on the real server. Unknown methods are bilinear. */
export function scalePlane(plane: Plane, width: number, height: number, method: string): Plane {
  if (plane.width === width && plane.height === height) return plane;
  const kernel = KERNELS[method] ?? KERNELS['bilinear'] ?? NEAREST;
  return method === 'lanczos' ? scaleEightBits(plane, width, height, kernel) : scaleBoth(plane, width, height, kernel);
}

/** Cuts the middle out so that what is left has the proportions of the new size. */
export function cropToShape(plane: Plane, width: number, height: number): Plane {
  const old = plane.width / plane.height;
  const wanted = width / height;
  const x = old > wanted ? Math.round((plane.width - plane.width * (wanted / old)) / 2) : 0;
  const y = old < wanted ? Math.round((plane.height - plane.height * (old / wanted)) / 2) : 0;
  return cropPlane(plane, { x, y, width: plane.width - 2 * x, height: plane.height - 2 * y });
}

interface Kernel {
  readonly support: number;
  /** Grows with the shrinking, so that every old pixel counts. */
  readonly spreads: boolean;
  weigh(distance: number): number;
}

const NEAREST: Kernel = { support: 0, spreads: false, weigh: () => 1 };
const KERNELS: Readonly<Record<string, Kernel>> = {
  'nearest-exact': NEAREST,
  bilinear: { support: 1, spreads: false, weigh: (x) => Math.max(0, 1 - Math.abs(x)) },
  area: { support: 0.5, spreads: true, weigh: (x) => (Math.abs(x) <= 0.5 ? 1 : 0) },
  bicubic: { support: 2, spreads: false, weigh: (x) => cubic(Math.abs(x)) },
  lanczos: { support: 3, spreads: true, weigh: (x) => (Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0) },
};

function cubic(x: number): number {
  const a = -0.75;
  if (x <= 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Lanczos goes through an 8-bit picture with colour times alpha: colours under alpha 0 are lost. */
function scaleEightBits(plane: Plane, width: number, height: number, kernel: Kernel): Plane {
  const bytes = { ...plane, data: plane.data.map(eightBits) };
  if (plane.channels === 4) premultiply(bytes.data);
  const scaled = scaleBoth(bytes, width, height, kernel);
  const { data } = scaled;
  for (let i = 0; i < data.length; i += 1) data[i] = Math.max(0, Math.min(255, Math.round(data[i] ?? 0)));
  if (plane.channels === 4) unpremultiply(data);
  for (let i = 0; i < data.length; i += 1) data[i] = (data[i] ?? 0) / 255;
  return scaled;
}

function premultiply(data: Float32Array): void {
  for (let i = 0; i < data.length; i += 4)
    for (let channel = 0; channel < 3; channel += 1)
      data[i + channel] = Math.round(((data[i + channel] ?? 0) * (data[i + 3] ?? 0)) / 255);
}

function unpremultiply(data: Float32Array): void {
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] ?? 0;
    if (alpha === 0 || alpha === 255) continue;
    for (let channel = 0; channel < 3; channel += 1)
      data[i + channel] = Math.min(255, Math.floor((255 * (data[i + channel] ?? 0)) / alpha));
  }
}

function scaleBoth(plane: Plane, width: number, height: number, kernel: Kernel): Plane {
  return scaleColumns(scaleRows(plane, makeTaps(plane.width, width, kernel)), makeTaps(plane.height, height, kernel));
}

interface Tap {
  readonly first: number;
  readonly weights: readonly number[];
}

/** For each new position the old ones it is made of. */
function makeTaps(from: number, to: number, kernel: Kernel): readonly Tap[] {
  const ratio = from / to;
  const spread = kernel.spreads ? Math.max(1, ratio) : 1;
  return Array.from({ length: to }, (_, position) => {
    const centre = (position + 0.5) * ratio;
    if (kernel.support === 0) return { first: Math.min(from - 1, Math.floor(centre)), weights: [1] };
    const reach = kernel.support * spread;
    const first = Math.max(0, Math.floor(centre - reach));
    const last = Math.min(from - 1, Math.ceil(centre + reach) - 1);
    const raw = Array.from({ length: Math.max(1, last - first + 1) }, (_value, i) =>
      kernel.weigh((first + i + 0.5 - centre) / spread),
    );
    const sum = raw.reduce((total, weight) => total + weight, 0);
    return { first, weights: raw.map((weight) => (sum === 0 ? 1 / raw.length : weight / sum)) };
  });
}

function scaleRows(plane: Plane, taps: readonly Tap[]): Plane {
  const { channels, height } = plane;
  const width = taps.length;
  const data = new Float32Array(width * height * channels);
  for (let y = 0; y < height; y += 1)
    for (const [x, { first, weights }] of taps.entries())
      for (let channel = 0; channel < channels; channel += 1) {
        const start = (y * plane.width + first) * channels + channel;
        data[(y * width + x) * channels + channel] = weighted(plane.data, start, channels, weights);
      }
  return { width, height, channels, data };
}

function scaleColumns(plane: Plane, taps: readonly Tap[]): Plane {
  const { width, channels } = plane;
  const height = taps.length;
  const stride = width * channels;
  const data = new Float32Array(stride * height);
  for (const [y, { first, weights }] of taps.entries())
    for (let i = 0; i < stride; i += 1)
      data[y * stride + i] = weighted(plane.data, first * stride + i, stride, weights);
  return { width, height, channels, data };
}

function weighted(data: Float32Array, start: number, stride: number, weights: readonly number[]): number {
  if (weights.length === 1) return data[start] ?? 0;
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += (data[start + i * stride] ?? 0) * (weights[i] ?? 0);
  return sum;
}
