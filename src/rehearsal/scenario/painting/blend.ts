import { createRaster, type Raster } from '../../../raster/raster.ts';

/** Layers laid over each other, the first at the bottom. Throws when there is none. */
export function flatten(layers: readonly Raster[]): Raster {
  return layers.reduce(over);
}

/** One picture over another of the same size, both with straight alpha. */
function over(below: Raster, above: Raster): Raster {
  const { width, height } = below;
  const { rgba } = createRaster(width, height);
  for (let i = 0; i < rgba.length; i += 4) {
    const top = (above.rgba[i + 3] ?? 0) / 255;
    const bottom = ((below.rgba[i + 3] ?? 0) / 255) * (1 - top);
    const alpha = top + bottom;
    if (alpha === 0) continue;
    for (let channel = i; channel < i + 3; channel += 1)
      rgba[channel] = Math.round(((above.rgba[channel] ?? 0) * top + (below.rgba[channel] ?? 0) * bottom) / alpha);
    rgba[i + 3] = Math.round(alpha * 255);
  }
  return { width, height, rgba };
}

/** An opaque picture: what was transparent shows the colour, each channel 0..1. */
export function onColour(raster: Raster, [red, green, blue]: readonly [number, number, number]): Raster {
  const colour = [red, green, blue, 1].map((value) => Math.round(value * 255));
  const [r = 0, g = 0, b = 0, a = 255] = colour;
  return over(createRaster(raster.width, raster.height, [r, g, b, a]), raster);
}

/** `share` of the second, the rest of the first; both of one size. */
export function mixRasters(first: Raster, second: Raster, share: number): Raster {
  const { width, height, rgba } = second;
  return {
    width,
    height,
    rgba: Uint8Array.from(rgba, (value, i) => Math.round(value * share + (first.rgba[i] ?? 0) * (1 - share))),
  };
}
