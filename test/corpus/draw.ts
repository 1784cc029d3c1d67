import { createRaster, type Raster } from '../../src/raster/raster.ts';
import type { Form } from './forms.ts';

export type Rgb = readonly [red: number, green: number, blue: number];
/** By place and distance to the outline; `cover` is 1 where it is opaque. */
export type Paint = (x: number, y: number, distance: number) => { readonly rgb: Rgb; readonly cover?: number };

export interface Layer {
  readonly form: Form;
  readonly paint: Paint;
}

export interface Sketch {
  readonly layers: readonly Layer[];
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** No soft edges. */
  readonly hard?: boolean;
}

/** Lays the layers over each other, the first the lowest. */
export function draw({ layers }: Sketch, { width, height, hard = false }: Sheet): Raster {
  const raster = createRaster(width, height);
  const half = Math.min(width, height) / 2;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = [(column + 0.5 - width / 2) / half, (row + 0.5 - height / 2) / half];
      layOver(raster.rgba, (row * width + column) * 4, stack(layers, x, y, hard ? Infinity : half));
    }
  }
  return raster;
}

type Mixed = [red: number, green: number, blue: number, alpha: number];

function stack(layers: readonly Layer[], x: number, y: number, sharpness: number): Mixed {
  const mixed: Mixed = [0, 0, 0, 0];
  for (const { form, paint } of layers) {
    const distance = form(x, y);
    const edge = sharpness === Infinity ? Number(distance < 0) : Math.min(1, 0.5 - distance * sharpness);
    if (edge <= 0) continue;
    const { rgb, cover = 1 } = paint(x, y, distance);
    const own = edge * Math.max(0, Math.min(1, cover));
    for (let c = 0; c < 3; c++) mixed[c] = (mixed[c] ?? 0) * (1 - own) + (rgb[c] ?? 0) * own;
    mixed[3] = mixed[3] * (1 - own) + own;
  }
  return mixed;
}

function layOver(rgba: Uint8Array, at: number, [red, green, blue, alpha]: Mixed): void {
  const level = Math.round(alpha * 255);
  if (level === 0) return;
  rgba.set(
    [red / alpha, green / alpha, blue / alpha].map((value) => Math.round(Math.max(0, Math.min(255, value)))),
    at,
  );
  rgba[at + 3] = level;
}
