import type { Mask } from '../../../raster/mask.ts';
import type { Raster } from '../../../raster/raster.ts';
import { keyedMatte, withoutSpill } from '../../comfy/picture/key-matte.ts';
import { planeOfRaster, rasterOfPlane, type Plane } from '../../comfy/picture/plane.ts';
import type { Painted } from '../paint-task.ts';
import { onColour } from './blend.ts';

/**
 * The subject with true transparency around it, or on a colour. What was painted here is cut out as it was painted, any other
 * picture where it differs from its plain border.
 */
export function cutOut({ raster, matte }: Painted, background: string): Painted {
  const plane = planeOfRaster(raster, 3);
  const alpha = matte ? planeOfMask(matte) : keyedMatte(plane);
  const colours = rasterOfPlane(withoutSpill(plane, alpha));
  const subject = withAlpha(colours, alpha);
  const colour = /^#?([0-9a-f]{6})$/i.exec(background)?.[1];
  if (colour === undefined) return { raster: subject };
  const number = Number.parseInt(colour, 16);
  return { raster: onColour(subject, [(number >> 16) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255]) };
}

function planeOfMask({ width, height, coverage }: Mask): Plane {
  return { width, height, channels: 1, data: Float32Array.from(coverage, (value) => value / 255) };
}

function withAlpha({ width, height, rgba }: Raster, alpha: Plane): Raster {
  const cut = rgba.slice();
  for (let pixel = 0; pixel < alpha.data.length; pixel += 1) {
    const value = Math.round((alpha.data[pixel] ?? 0) * 255);
    if (value === 0) cut.fill(0, pixel * 4, pixel * 4 + 4);
    else cut[pixel * 4 + 3] = value;
  }
  return { width, height, rgba: cut };
}
