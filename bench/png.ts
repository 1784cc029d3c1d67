import sharp from 'sharp';
import { drawGuide } from '../src/guide/draw-guide.ts';
import type { GuideSpec } from '../src/guide/guide.ts';
import { frameSubject } from '../src/finish/frame-subject.ts';
import { bleed } from '../src/finish/bleed.ts';
import { decodePng, encodePng } from '../src/raster/png.ts';
import { createRaster } from '../src/raster/raster.ts';
import { type Figure, medianMs, ms } from './figure.ts';

const SIDE = 1024;

export async function measurePng(): Promise<readonly Figure[]> {
  return [await guideAndEncode(), await finishPicture()];
}

/** Ours: draw the silhouette and encode it. Sharp: rasterise the same outline from SVG and encode it. */
async function guideAndEncode(): Promise<Figure> {
  const canvas = { width: SIDE, height: SIDE, scale: 1, content: { x: 0, y: 0, width: SIDE, height: SIDE } };
  const path = 'M50 0 L61 35 L98 35 L68 57 L79 91 L50 70 L21 91 L32 57 L2 35 L39 35 Z';
  const spec: GuideSpec = { kind: 'silhouette', canvas, shape: { kind: 'path', path }, chosen: true };
  const svg = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="-5 -10 110 110"><rect x="-5" y="-10" width="110" height="110" fill="white"/><path d="${path}" fill="#404040"/></svg>`,
  );
  const ours = await medianMs(9, () => encodePng(drawGuide(spec, new Map())));
  const theirs = await medianMs(9, () => sharp(svg).png().toBuffer());
  return {
    subject: `guide ${SIDE}² drawn and encoded, beside sharp from SVG`,
    measured: `${ms(ours)} beside ${ms(theirs)}: × ${(ours / theirs).toFixed(2)}`,
    target: '—',
    met: true,
  };
}

/** Decode → frame → bleed → encode, beside sharp's own decode and encode of the same picture. */
async function finishPicture(): Promise<Figure> {
  const raster = createRaster(SIDE, SIDE);
  for (let y = 120; y < 900; y += 1) {
    for (let x = 120; x < 900; x += 1) {
      const shade = ((x * 31 + y * 17) % 64) + (x >> 3);
      raster.rgba.set([shade, 255 - shade, (y >> 2) & 255, 255], (y * SIDE + x) * 4);
    }
  }
  const png = encodePng(raster, { level: 1 });
  const canvas = { width: SIDE, height: SIDE, scale: 1, content: { x: 0, y: 0, width: SIDE, height: SIDE } };
  const ours = await medianMs(5, () =>
    encodePng(bleed(frameSubject(decodePng(png), { canvas, width: SIDE, height: SIDE, resample: 'smooth' }), 2)),
  );
  const theirs = await medianMs(5, async () =>
    sharp(await sharp(png).raw().toBuffer(), { raw: { width: SIDE, height: SIDE, channels: 4 } })
      .png()
      .toBuffer(),
  );
  return {
    subject: `finish of a ${SIDE}² picture (decode, frame, bleed, encode), beside sharp's decode and encode`,
    measured: `${ms(ours)} beside ${ms(theirs)}: × ${(ours / theirs).toFixed(2)}`,
    target: '× 1.3',
    met: ours <= 1.3 * theirs,
  };
}
