import type { Raster } from '../../src/raster/raster.ts';
import { type Damage, edited } from './damage.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** A matte that was cut well, but whose edges keep the light of the ground: their colours lean towards it, the outermost most. */
export function stainedEdge(colour: Colour, width = 2): Damage {
  return (raster, strength) =>
    edited(raster, (rgba) => {
      const depths = edgeDepths(raster, width);
      for (const [place, depth] of depths.entries()) {
        if (depth === 0) continue;
        const share = strength * (1 - (depth - 1) / width);
        for (let c = 0; c < 3; c++) {
          const own = rgba[place * 4 + c] ?? 0;
          rgba[place * 4 + c] = Math.round(own + ((colour[c] ?? 0) - own) * share);
        }
      }
    });
}

/** A matte that was cut too wide: a ring of the ground stands around the subject. */
export function leftRing(colour: Colour, width = 2): Damage {
  return (raster, strength) =>
    edited(raster, (rgba) => {
      const depths = ringDepths(raster, width);
      for (const [place, depth] of depths.entries()) {
        const own = (rgba[place * 4 + 3] ?? 0) / 255;
        const cover = depth === 0 ? 0 : strength * (1 - own);
        if (cover === 0) continue;
        for (let c = 0; c < 3; c++) {
          const mixed = ((rgba[place * 4 + c] ?? 0) * own + (colour[c] ?? 0) * cover) / (own + cover);
          rgba[place * 4 + c] = Math.round(mixed);
        }
        rgba[place * 4 + 3] = Math.round((own + cover) * 255);
      }
    });
}

const VISIBLE = 8;

/** 1 for visible pixels beside the transparent, 2 for those beside them, and so on; 0 for all others. */
function edgeDepths({ width, height, rgba }: Raster, most: number): Uint8Array {
  return spread(width, height, most, (place) => (rgba[place * 4 + 3] ?? 0) < VISIBLE);
}

/** The same outside: 1 for pixels that are not opaque beside opaque ones. */
function ringDepths({ width, height, rgba }: Raster, most: number): Uint8Array {
  return spread(width, height, most, (place) => (rgba[place * 4 + 3] ?? 0) === 255);
}

function spread(width: number, height: number, most: number, isStart: (place: number) => boolean): Uint8Array {
  const START = 255;
  const depths = Uint8Array.from({ length: width * height }, (_, place) => (isStart(place) ? START : 0));
  for (let depth = 1; depth <= most; depth++) {
    const before = depth === 1 ? START : depth - 1;
    const found: number[] = [];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const place = y * width + x;
        if (depths[place] !== 0) continue;
        const touches =
          (x > 0 && depths[place - 1] === before) ||
          (x < width - 1 && depths[place + 1] === before) ||
          (y > 0 && depths[place - width] === before) ||
          (y < height - 1 && depths[place + width] === before);
        if (touches) found.push(place);
      }
    }
    for (const place of found) depths[place] = depth;
  }
  return depths.map((depth) => (depth === START ? 0 : depth));
}
