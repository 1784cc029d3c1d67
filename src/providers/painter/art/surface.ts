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
export function fillStencil({ width, rgba }: Raster, stencil: Stencil, colour: Rgb, opacity = 1): void {
  const [red, green, blue] = colour;
  const { coverage } = stencil;
  for (let y = 0, index = 0; y < stencil.height; y++) {
    let at = ((y + stencil.y) * width + stencil.x) * 4;
    for (let x = 0; x < stencil.width; x++, at += 4, index++) {
      const covered = coverage[index] ?? 0;
      if (covered === 0) continue;
      const alpha = opacity === 1 ? covered : Math.round(covered * opacity);
      if (alpha === 255) {
        rgba[at] = red;
        rgba[at + 1] = green;
        rgba[at + 2] = blue;
        rgba[at + 3] = 255;
      } else if (rgba[at + 3] === 255) {
        // What `blend` comes to on opaque ground, which most of a scene is; whole numbers by truncation.
        const share = alpha / 255;
        const [r, g, b] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
        rgba[at] = (r + (red - r) * share + 0.5) | 0;
        rgba[at + 1] = (g + (green - g) * share + 0.5) | 0;
        rgba[at + 2] = (b + (blue - b) * share + 0.5) | 0;
      } else blend(rgba, at, colour, alpha);
    }
  }
}

/** One colour a row through a stencil: `rows` runs over the whole surface's height. */
export function fillRows(surface: Raster, stencil: Stencil, rows: readonly Rgb[]): void {
  for (let y = 0; y < stencil.height; y++) {
    const row = stencil.coverage.subarray(y * stencil.width, (y + 1) * stencil.width);
    const line = { x: stencil.x, y: y + stencil.y, width: stencil.width, height: 1, coverage: row };
    fillStencil(surface, line, rows[y + stencil.y] ?? [0, 0, 0]);
  }
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
