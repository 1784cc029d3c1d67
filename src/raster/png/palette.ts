import { wholePixels } from '../pixels.ts';
import type { Raster } from '../raster.ts';

/** A picture of few colours: RGBA entries, those that are not opaque first, and each pixel's entry. */
export interface PalettePicture {
  readonly colours: Uint8Array;
  readonly indexes: Uint8Array;
  /** How many entries, from the first on, are not opaque. */
  readonly translucent: number;
}

const MOST_COLOURS = 256;
const SLOTS = 1024;

/** The picture by palette, or undefined when it has more than 256 colours. Colours that differ in alpha differ. */
export function makePalette(raster: Raster): PalettePicture | undefined {
  const counted = countColours(wholePixels(raster));
  if (!counted) return undefined;
  const { firsts, indexes } = counted;
  const found = firsts.map((pixel) => raster.rgba.subarray(pixel * 4, pixel * 4 + 4));
  const isOpaqueAt = (index: number): boolean => found[index]?.[3] === 255;
  const order = [...found.keys()].sort((a, b) => Number(isOpaqueAt(a)) - Number(isOpaqueAt(b)) || a - b);
  const colours = new Uint8Array(found.length * 4);
  const places = new Uint8Array(MOST_COLOURS);
  for (const [place, index] of order.entries()) {
    colours.set(found[index] ?? [], place * 4);
    places[index] = place;
  }
  for (let i = 0; i < indexes.length; i++) indexes[i] = places[indexes[i] ?? 0] ?? 0;
  return { colours, indexes, translucent: order.filter((index) => !isOpaqueAt(index)).length };
}

interface Counted {
  /** For each colour in order of appearance, the first pixel that has it. */
  readonly firsts: readonly number[];
  readonly indexes: Uint8Array;
}

/** A hash table with open addressing: this runs over every pixel of every picture. */
function countColours(pixels: Uint32Array): Counted | undefined {
  const indexes = new Uint8Array(pixels.length);
  const firsts: number[] = [];
  const keys = new Uint32Array(SLOTS);
  const values = new Int16Array(SLOTS).fill(-1);
  let previous = -1;
  let index = 0;
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i] ?? 0;
    if (pixel !== previous) {
      const slot = findSlot(keys, values, pixel);
      index = values[slot] ?? -1;
      if (index < 0) {
        if (firsts.length === MOST_COLOURS) return undefined;
        index = firsts.push(i) - 1;
        keys[slot] = pixel;
        values[slot] = index;
      }
      previous = pixel;
    }
    indexes[i] = index;
  }
  return { firsts, indexes };
}

function findSlot(keys: Uint32Array, values: Int16Array, pixel: number): number {
  let slot = Math.imul(pixel, 0x9e3779b1) >>> 22;
  while ((values[slot] ?? -1) >= 0 && keys[slot] !== pixel) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}
