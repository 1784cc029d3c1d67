import { expect, test } from 'vitest';
import { drawGuide } from '../../../guide/draw-guide.ts';
import type { GuideCell, GuideSpec } from '../../../guide/guide.ts';
import { createRaster } from '../../../raster/raster.ts';
import { findGuideCells } from './guide-cells.ts';

const canvas = { width: 96, height: 64, scale: 1, content: { x: 0, y: 0, width: 96, height: 64 } };
const cells: readonly GuideCell[] = [
  { key: 'plain', rect: { x: 0, y: 0, width: 32, height: 30 } },
  { key: 'tinted', rect: { x: 32, y: 0, width: 32, height: 30 }, tint: [200, 30, 30, 255] },
  { key: 'framed', rect: { x: 66, y: 32, width: 30, height: 32 }, ninePatch: { left: 6, right: 6, top: 6, bottom: 6 } },
];

test('finds every cell of a sheet guide: plain, tinted, framed, touching or apart', () => {
  const guide: GuideSpec = { kind: 'sheet', canvas, cells };
  expect(findGuideCells(drawGuide(guide, new Map()))).toEqual(cells.map(({ rect }) => rect));
});

test('takes neither a silhouette nor an empty picture for a sheet', () => {
  const guide: GuideSpec = { kind: 'silhouette', canvas, shape: { kind: 'ellipse' }, chosen: true };
  expect(findGuideCells(drawGuide(guide, new Map()))).toBeUndefined();
  expect(findGuideCells(createRaster(32, 32, [255, 255, 255, 255]))).toBeUndefined();
});
