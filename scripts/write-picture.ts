import { readFileSync, writeFileSync } from 'node:fs';
import { decodePng, encodePng } from '../src/raster/png.ts';
import { type Raster, createRaster } from '../src/raster/raster.ts';
import { resize } from '../src/raster/resize.ts';

/** Draws README's picture from what `npm start` made; run it after a change of how the painter draws. */

const folder = process.argv[2] ?? 'out/slime-quest';
const WIDTH = 1344;
const HEIGHT = 768;

/** What lies where: the centre of its lower edge, and how many times as large as it is. */
const PLACES: readonly (readonly [file: string, x: number, bottom: number, scale: number])[] = [
  ...[0, 1, 2, 3].map((layer) => [`forest-layer-${layer}`, WIDTH / 2, HEIGHT, 1] as const),
  ['logo', WIDTH / 2, 390, 0.75],
  ['slime', 130, 740, 3],
  ['bat', 150, 300, 3],
  ['potion', 330, 740, 3],
  ['crown', 520, 740, 3],
  ['heart', 690, 740, 4],
  ['torch', 950, 740, 2],
  ['gems', 1180, 250, 1],
  ['hero', 1190, 480, 1],
  ['button', 1180, 630, 1],
  ['ground', 1190, 740, 1.5],
];

const canvas = createRaster(WIDTH, HEIGHT, [0, 0, 0, 255]);
for (const [file, x, bottom, scale] of PLACES) {
  const picture = decodePng(new Uint8Array(readFileSync(`${folder}/${file}.png`)));
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  layOver(canvas, resize(picture, width, height, 'nearest'), Math.round(x - width / 2), bottom - height);
}
writeFileSync(new URL('../docs/slime-quest.png', import.meta.url), encodePng(canvas));

/** Lays a picture over an opaque one, with its transparency. */
function layOver(target: Raster, { width, height, rgba }: Raster, left: number, top: number): void {
  for (let index = 0; index < width * height; index += 1) {
    const [x, y] = [left + (index % width), top + Math.floor(index / width)];
    if (x < 0 || y < 0 || x >= target.width || y >= target.height) continue;
    const alpha = rgba[index * 4 + 3] ?? 0;
    for (let channel = 0; channel < 3; channel += 1) {
      const at = (y * target.width + x) * 4 + channel;
      const mixed = (rgba[index * 4 + channel] ?? 0) * alpha + (target.rgba[at] ?? 0) * (255 - alpha);
      target.rgba[at] = Math.round(mixed / 255);
    }
  }
}
