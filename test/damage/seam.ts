import type { Raster } from '../../src/raster/raster.ts';
import { copyOf } from './sheet-damage.ts';

export type SeamDamage = (raster: Raster, axis: 'x' | 'y', strength: number) => Raster;

/** Darkens the picture towards its last edge, so that it no longer meets its first. */
export const brightnessSeam: SeamDamage = (raster, axis, strength) =>
  recolour(raster, axis, (colour, near) => colour.map((value) => value - 70 * strength * near));

/** Turns the hue towards the last edge. */
export const hueSeam: SeamDamage = (raster, axis, strength) =>
  recolour(raster, axis, ([red = 0, green = 0, blue = 0], near) => {
    const turn = strength * near * 0.6;
    return [
      red + (green - red) * turn - 25 * turn,
      green + (blue - green) * turn,
      blue + (red - blue) * turn + 25 * turn,
    ];
  });

/** Bends the last quarter along the edge, so that shapes no longer go on at the first. */
export const structureSeam: SeamDamage = (raster, axis, strength) => {
  const spoiled = copyOf(raster);
  const { width, height, rgba } = raster;
  const [count, length] = axis === 'x' ? [width, height] : [height, width];
  for (let line = Math.floor(count * 0.75); line < count; line++) {
    const shift = Math.round(strength * 0.08 * length * ((line / (count - 1)) * 4 - 3) ** 2);
    for (let i = 0; i < length; i++) {
      const [to, from] = [i, (i + shift) % length].map((along) =>
        axis === 'x' ? along * width + line : line * width + along,
      );
      spoiled.rgba.set(rgba.subarray((from ?? 0) * 4, (from ?? 0) * 4 + 4), (to ?? 0) * 4);
    }
  }
  return spoiled;
};

function recolour(
  raster: Raster,
  axis: 'x' | 'y',
  colourAt: (colour: readonly number[], near: number) => readonly number[],
): Raster {
  const spoiled = copyOf(raster);
  const { width, height, rgba } = spoiled;
  const length = axis === 'x' ? width : height;
  for (let i = 0; i < width * height; i++) {
    const along = axis === 'x' ? i % width : Math.floor(i / width);
    const near = Math.max(0, (along / Math.max(1, length - 1)) * 4 - 3);
    const colour = colourAt(Array.from(rgba.subarray(i * 4, i * 4 + 3)), near);
    for (let c = 0; c < 3; c++) rgba[i * 4 + c] = Math.max(0, Math.min(255, Math.round(colour[c] ?? 0)));
  }
  return spoiled;
}
