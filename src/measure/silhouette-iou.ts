import type { Metric, Measures } from './metric.ts';
import type { Study } from './study.ts';

export const SILHOUETTE_IOU: Metric = {
  name: 'silhouette-iou',
  title: 'Fit to the silhouette',
  unit: 'share',
  range: [0, 1],
  better: 'more',
  about:
    'How well the subject fills the outline that it was asked to fill: what both cover, over what either covers, each pixel by its opacity. 1 is the outline itself. A model that may leave its guide freely scores lower without being worse.',
  source: 'Intersection over union (Jaccard, 1912), on soft masks.',
};

/** Absent without a silhouette of the picture's size. */
export function measureSilhouetteIou({ opacity, silhouette }: Study): Measures {
  if (silhouette === undefined) return {};
  const { width, height, levels } = opacity();
  if (silhouette.width !== width || silhouette.height !== height) return {};
  let both = 0;
  let either = 0;
  for (let place = 0; place < levels.length; place++) {
    const own = levels[place] ?? 0;
    const asked = silhouette.coverage[place] ?? 0;
    both += Math.min(own, asked);
    either += Math.max(own, asked);
  }
  return either === 0 ? {} : { 'silhouette-iou': both / either };
}
