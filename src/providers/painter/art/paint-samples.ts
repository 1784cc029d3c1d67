import type { StyleName } from '../../../pack/pack.ts';
import type { Raster } from '../../../raster/raster.ts';
import type { ImageJob } from '../../provider.ts';
import { translateJob } from '../translate.ts';
import { paintJob } from './paint-job.ts';

export const canvasOf = (width: number, height: number) => ({
  width,
  height,
  scale: 1,
  content: { x: 0, y: 0, width, height },
});
/** A job to be changed where a test needs it: a slime of 64 × 64 pixels. */
export const BASE: ImageJob = {
  type: 'entity',
  prompt: '',
  negativePrompt: '',
  seed: 3,
  canvas: canvasOf(64, 64),
  style: { name: 'cartoon', words: '' },
  theme: 'a test',
  subject: 'a slime',
  transparent: true,
  composition: { kind: 'subject' },
};
export const styled = (name: StyleName): ImageJob => ({ ...BASE, style: { name, words: '' } });
export const paintAll = (job: ImageJob): readonly Raster[] => paintJob(translateJob(job, new Map()));
export function paint(job: ImageJob): Raster {
  const [picture] = paintAll(job);
  if (!picture) throw new Error('nothing was painted');
  return picture;
}
/** The opacity of each pixel. */
export const alphas = ({ rgba }: Raster): number[] =>
  Array.from({ length: rgba.length / 4 }, (_, i) => rgba[i * 4 + 3] ?? 0);
