import { isOpaque } from '../raster/alpha.ts';
import type { Raster, Rgba } from '../raster/raster.ts';

/**
 * The picture without transparency: laid on the mean of its own opaque pixels, or on black when it has none. An opaque
 * picture is returned itself.
 */
export function flatten(raster: Raster): Raster {
  if (isOpaque(raster)) return raster;
  const ground = meanOpaqueColour(raster);
  const rgba = new Uint8Array(raster.rgba.length);
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = raster.rgba[i + 3] ?? 0;
    for (let c = 0; c < 3; c++) {
      const mixed = (raster.rgba[i + c] ?? 0) * alpha + (ground[c] ?? 0) * (255 - alpha);
      rgba[i + c] = Math.floor((mixed + 127) / 255);
    }
    rgba[i + 3] = 255;
  }
  return { ...raster, rgba };
}

function meanOpaqueColour({ rgba }: Raster): Rgba {
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (let i = 0; i < rgba.length; i += 4) {
    if (rgba[i + 3] !== 255) continue;
    red += rgba[i] ?? 0;
    green += rgba[i + 1] ?? 0;
    blue += rgba[i + 2] ?? 0;
    count++;
  }
  if (count === 0) return [0, 0, 0, 255];
  return [Math.round(red / count), Math.round(green / count), Math.round(blue / count), 255];
}
