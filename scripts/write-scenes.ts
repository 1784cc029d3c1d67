import { mkdirSync, writeFileSync } from 'node:fs';
import { encodePng } from '../src/raster/png.ts';
import { sceneSections } from './painter-sheet/scenes.ts';

/** Paints the painter's scenes, layers, titles and sheets as one PNG a kind, to look at: `node scripts/write-scenes.ts FOLDER`. */

const folder = process.argv[2] ?? 'out/painter-sheet';
const only = process.argv[3];
mkdirSync(folder, { recursive: true });
for (const { name, raster } of sceneSections())
  if (only === undefined || name.includes(only)) writeFileSync(`${folder}/scenes-${name}.png`, encodePng(raster()));
