import { describe, expect, test } from 'vitest';
import { KEY_COLOURS } from '../prompt/key-colour.ts';
import { type Raster, type Rgba, createRaster } from '../raster/raster.ts';
import { cutKeyColour } from './cut-key-colour.ts';

const SIZE = 48;
const GREY: Rgba = [120, 110, 100, 255];

describe('a subject on a key colour', () => {
  test.each(KEY_COLOURS)('$name is cut out with its soft edge, and keeps its own colour', ({ rgba: key }) => {
    const cut = cutKeyColour(disc(GREY, key), key);
    let worst = 0;
    for (let at = 0; at < cut.rgba.length; at += 4) {
      worst = Math.max(worst, Math.abs((cut.rgba[at + 3] ?? 0) / 255 - coverAt(at / 4)));
    }
    expect(worst).toBeLessThan(0.2);
    expect([...cut.rgba.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    const middle = ((SIZE / 2) * SIZE + SIZE / 2) * 4;
    expect([...cut.rgba.subarray(middle, middle + 4)]).toEqual([...GREY]);
  });

  test.each(KEY_COLOURS)('$name leaves no fringe of it', ({ rgba: key }) => {
    const { rgba } = cutKeyColour(disc(GREY, key), key);
    for (let at = 0; at < rgba.length; at += 4) {
      if ((rgba[at + 3] ?? 0) < 16) continue;
      const high = [0, 1, 2].filter((c) => (key[c] ?? 0) > 0).map((c) => rgba[at + c] ?? 0);
      const low = [0, 1, 2].filter((c) => key[c] === 0).map((c) => rgba[at + c] ?? 0);
      expect(Math.min(...high) - Math.max(...low)).toBeLessThan(32);
    }
  });

  test('is cut out though the model missed the exact colour', () => {
    const cut = cutKeyColour(disc(GREY, [40, 190, 70, 255]), [0, 255, 0, 255]);
    expect(cut.rgba[3]).toBe(0);
    expect(cut.rgba[((SIZE / 2) * SIZE + SIZE / 2) * 4 + 3]).toBe(255);
  });

  test('may be of colours a third of the wheel away', () => {
    for (const colour of [
      [255, 0, 0, 255],
      [255, 255, 0, 255],
      [0, 0, 255, 255],
      [255, 255, 255, 255],
      [0, 0, 0, 255],
    ] as const) {
      const cut = cutKeyColour(disc(colour, [0, 255, 0, 255]), [0, 255, 0, 255]);
      const middle = ((SIZE / 2) * SIZE + SIZE / 2) * 4;
      expect([...cut.rgba.subarray(middle, middle + 4)]).toEqual([...colour]);
    }
  });
});

test('a picture on any other background is refused, with a way out', () => {
  expect(() => cutKeyColour(disc(GREY, [90, 90, 200, 255]), [0, 255, 0, 255])).toThrow(/cannot be cut out/);
});

function disc(colour: Rgba, ground: Rgba): Raster {
  const raster = createRaster(SIZE, SIZE);
  for (let place = 0; place < SIZE * SIZE; place++) {
    const cover = coverAt(place);
    raster.rgba.set(
      colour.map((value, c) => Math.round(value * cover + (ground[c] ?? 0) * (1 - cover))),
      place * 4,
    );
  }
  return raster;
}

/** A disc with an edge two pixels wide. */
function coverAt(place: number): number {
  const x = (place % SIZE) - SIZE / 2;
  const y = Math.floor(place / SIZE) - SIZE / 2;
  return Math.max(0, Math.min(1, (SIZE / 3 - Math.hypot(x, y)) / 2 + 0.5));
}
