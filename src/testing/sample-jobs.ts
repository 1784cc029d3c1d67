import type { CanvasPolicy } from '../guide/canvas.ts';
import { fitCanvas } from '../guide/fit-canvas.ts';
import type { AssetType } from '../pack/pack.ts';
import type { Composition, ImageJob } from '../providers/provider.ts';

const COMPOSITIONS: Readonly<Record<AssetType, (cell: number) => Composition>> = {
  entity: () => ({ kind: 'subject' }),
  background: () => ({ kind: 'scene', tile: 'none' }),
  title_hero: () => ({ kind: 'title', title: 'Slime Quest' }),
  parallax: () => ({
    kind: 'layers',
    loop: 'x',
    layers: [
      { name: 'sky', words: 'sky', depth: 0 },
      { name: 'far hills', words: 'far hills', depth: 0.5 },
      { name: 'near pines', words: 'near pines', depth: 1 },
    ],
  }),
  sheet: (cell) => ({
    kind: 'cells',
    sheet: 'variation',
    cells: ['red', 'blue'].map((key, index) => ({
      key,
      words: key,
      rect: { x: index * cell, y: 0, width: cell, height: cell },
    })),
  }),
};

const SUBJECTS: Readonly<Record<AssetType, string>> = {
  entity: 'a cute green slime',
  background: 'a forest at dawn',
  title_hero: 'dripping slime lettering',
  parallax: 'a misty forest',
  sheet: 'gems',
};

/** A small job of each asset type, on a canvas of the provider's liking. */
export function sampleJob(type: AssetType, policy: CanvasPolicy): ImageJob {
  const canvas = fitCanvas(type === 'sheet' ? { width: 128, height: 64 } : { width: 96, height: 80 }, policy);
  const subject = SUBJECTS[type];
  return {
    type,
    prompt: `${subject}, clean game art`,
    negativePrompt: 'text, watermark',
    seed: 7,
    canvas,
    style: { name: 'cartoon', words: 'bold outlines' },
    theme: 'a damp underground kingdom',
    subject,
    transparent: type !== 'background',
    composition: COMPOSITIONS[type](Math.floor(canvas.height)),
  };
}
