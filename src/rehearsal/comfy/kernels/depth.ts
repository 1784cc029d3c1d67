import { keyedMatte } from '../picture/key-matte.ts';
import { createPlane, mapNumbers, pickChannels, type Plane } from '../picture/plane.ts';
import type { ImageValue } from '../values.ts';
import { give, type Kernel } from './kernel.ts';

/** Depth from pictures: subjects are near, the rest is nearer the lower it lies. */
export const DEPTH: Readonly<Record<string, Kernel>> = {
  DA3Inference: (inputs) => give(depthOf(inputs.get('image', 'image'))),
  DA3Render: (inputs) => give(inputs.get('image', 'da3_geometry')),
  DepthAnything_V2: (inputs) => give(depthOf(inputs.get('image', 'images'))),
};

function depthOf(image: ImageValue): ImageValue {
  const frames = image.frames.map((frame, index): Plane => {
    const matte = image.mattes?.[index] ?? keyedMatte(frame);
    const isAllSubject = matte.data.every((value) => value === 1);
    const depth = mapNumbers(createPlane(frame, 1), (_value, pixel) => {
      const low = Math.floor(pixel / frame.width) / Math.max(1, frame.height - 1);
      return isAllSubject ? low : Math.max(low * 0.5, matte.data[pixel] ?? 0);
    });
    return pickChannels(depth, [0, 0, 0]);
  });
  return { kind: 'image', frames };
}
