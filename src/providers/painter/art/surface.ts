import type { Raster } from '../../../raster/raster.ts';
import type { Rgb } from './colour.ts';
import type { Stencil } from './stencil.ts';

/** Lays a colour over one pixel; `alpha` is 0..255. Straight alpha, whole numbers only. */
export function blend(rgba: Uint8Array, at: number, [red, green, blue]: Rgb, alpha: number): void {
  if (alpha <= 0) return;
  const under = rgba[at + 3] ?? 0;
  if (alpha >= 255 || under === 0) {
    rgba[at] = red;
    rgba[at + 1] = green;
    rgba[at + 2] = blue;
    rgba[at + 3] = Math.min(255, alpha);
    return;
  }
  const rest = (under * (255 - alpha) + 127) / 255;
  const total = alpha + Math.floor(rest);
  const share = alpha / total;
  rgba[at] = Math.round((rgba[at] ?? 0) + (red - (rgba[at] ?? 0)) * share);
  rgba[at + 1] = Math.round((rgba[at + 1] ?? 0) + (green - (rgba[at + 1] ?? 0)) * share);
  rgba[at + 2] = Math.round((rgba[at + 2] ?? 0) + (blue - (rgba[at + 2] ?? 0)) * share);
  rgba[at + 3] = total;
}

/** One even colour through a stencil. */
export function fillStencil(surface: Raster, stencil: Stencil, colour: Rgb, opacity = 1): void {
  const pixels = pixelsOf(surface);
  for (let y = 0; y < stencil.height; y++) fillRow(surface, pixels, { stencil, y, colour, opacity });
}

/** One colour a row through a stencil: `rows` runs over the whole surface's height. */
export function fillRows(surface: Raster, stencil: Stencil, rows: readonly Rgb[]): void {
  const pixels = pixelsOf(surface);
  for (let y = 0; y < stencil.height; y++)
    fillRow(surface, pixels, { stencil, y, colour: rows[y + stencil.y] ?? [0, 0, 0], opacity: 1 });
}

/** The surface with one number a pixel, in the machine's order: for moving whole pixels. */
function pixelsOf({ rgba }: Raster): Int32Array {
  return new Int32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
}

interface Row {
  readonly stencil: Stencil;
  /** From the stencil's top. */
  readonly y: number;
  readonly colour: Rgb;
  readonly opacity: number;
}

/** Runs of full cover are filled at once, and what lies on a pixel like the last one is not worked out again. */
function fillRow(surface: Raster, pixels: Int32Array, { stencil, y, colour, opacity }: Row): void {
  const { coverage, width } = stencil;
  const shift = (y + stencil.y) * surface.width + stencil.x - y * width;
  const end = (y + 1) * width;
  let under = 0;
  let alpha = 0;
  let over = 0;
  for (let index = y * width; index < end; index++) {
    const covered = coverage[index] ?? 0;
    if (covered === 0) continue;
    const at = index + shift;
    if (covered === 255 && opacity === 1) {
      while (index + 1 < end && coverage[index + 1] === 255) index++;
      fillRun(surface.rgba, pixels, [at, index + shift + 1], colour);
      continue;
    }
    const pixel = pixels[at] ?? 0;
    const cover = opacity === 1 ? covered : Math.round(covered * opacity);
    if (pixel === under && cover === alpha) {
      pixels[at] = over;
      continue;
    }
    if (cover === 0) continue;
    under = pixel;
    alpha = cover;
    layOver(surface.rgba, at * 4, colour, alpha);
    over = pixels[at] ?? 0;
  }
}

/** The first pixel by its channels, the others as it is. */
function fillRun(rgba: Uint8Array, pixels: Int32Array, [from, to]: readonly [number, number], colour: Rgb): void {
  rgba[from * 4] = colour[0];
  rgba[from * 4 + 1] = colour[1];
  rgba[from * 4 + 2] = colour[2];
  rgba[from * 4 + 3] = 255;
  if (to > from + 1) pixels.fill(pixels[from] ?? 0, from + 1, to);
}

/** `blend`, and what it comes to on opaque ground, which most of a scene is: whole numbers by truncation. */
function layOver(rgba: Uint8Array, at: number, colour: Rgb, alpha: number): void {
  if (rgba[at + 3] !== 255 || alpha >= 255) return blend(rgba, at, colour, alpha);
  const share = alpha / 255;
  const [r, g, b] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
  rgba[at] = (r + (colour[0] - r) * share + 0.5) | 0;
  rgba[at + 1] = (g + (colour[1] - g) * share + 0.5) | 0;
  rgba[at + 2] = (b + (colour[2] - b) * share + 0.5) | 0;
}

/** Lays a picture over another; what hangs over is cut. */
export function copyOver(target: Raster, source: Raster, place: { readonly x: number; readonly y: number }): void {
  for (let y = Math.max(0, -place.y); y < Math.min(source.height, target.height - place.y); y++)
    for (let x = Math.max(0, -place.x); x < Math.min(source.width, target.width - place.x); x++) {
      const from = (y * source.width + x) * 4;
      const colour: Rgb = [source.rgba[from] ?? 0, source.rgba[from + 1] ?? 0, source.rgba[from + 2] ?? 0];
      blend(target.rgba, ((y + place.y) * target.width + x + place.x) * 4, colour, source.rgba[from + 3] ?? 0);
    }
}
