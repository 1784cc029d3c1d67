import { mkdirSync, writeFileSync } from 'node:fs';
import { encodePng } from '../src/raster/png.ts';
import { painterPage } from './painter-page/page.ts';
import { SECTIONS } from './painter-page/sections.ts';

/** Writes the painter's page and its contact sheets; run it after every change of its art or its words. */
const docs = new URL('../docs/', import.meta.url);
mkdirSync(new URL('painter/', docs), { recursive: true });
writeFileSync(new URL('painter.md', docs), painterPage());
for (const { name, draw } of SECTIONS.flatMap(({ pictures }) => pictures))
  writeFileSync(new URL(`painter/${name}.png`, docs), encodePng(draw(), { level: 9 }));
