import { frameBeside } from '../picture/batch.ts';
import { createPlane, mapNumbers, pickChannels, type Plane } from '../picture/plane.ts';
import { scalePlane } from '../picture/scale.ts';
import { PythonError } from '../python-error.ts';
import type { ImageValue, MaskValue } from '../values.ts';
import { give, type Kernel } from './kernel.ts';

/** Nodes between pictures and their alpha. Core masks are 1 where nothing is to be seen. */
export const ALPHA: Readonly<Record<string, Kernel>> = {
  JoinImageWithAlpha(inputs) {
    const [image, alpha] = [inputs.get('image', 'image'), inputs.get('mask', 'alpha')];
    const count = Math.max(image.frames.length, alpha.frames.length);
    const frames = Array.from({ length: count }, (_, index) => {
      const frame = frameBeside(image, index);
      const mask = scalePlane(frameBeside(alpha, index), frame.width, frame.height, 'bilinear');
      return withAlpha(
        frame,
        mapNumbers(mask, (value) => 1 - value),
      );
    });
    return give({ kind: 'image', frames });
  },
  SplitImageWithAlpha(inputs) {
    const { frames, ...rest } = inputs.get('image', 'image');
    return give(
      { ...rest, frames: frames.map((frame) => pickChannels(frame, [0, 1, 2])) },
      {
        kind: 'mask',
        frames: frames.map((frame) =>
          frame.channels === 4 ? mapNumbers(pickChannels(frame, [3]), (value) => 1 - value) : createPlane(frame, 1),
        ),
      },
    );
  },
  ETN_ApplyMaskToImage: (inputs) => give(applyMask(inputs.get('image', 'image'), inputs.get('mask', 'mask'))),
};

/** Colours of one plane, alpha of another of the same size. */
export function withAlpha(frame: Plane, alpha: Plane): Plane {
  const joined = pickChannels(frame, [0, 1, 2, 4]);
  for (let pixel = 0; pixel < alpha.data.length; pixel += 1) joined.data[pixel * 4 + 3] = alpha.data[pixel] ?? 0;
  return joined;
}

/** Here the mask is the alpha, and sizes must agree. */
function applyMask(image: ImageValue, mask: MaskValue): ImageValue {
  return {
    kind: 'image',
    frames: image.frames.map((frame, index) => {
      const alpha = frameBeside(mask, index);
      if (alpha.width === frame.width && alpha.height === frame.height) return withAlpha(frame, alpha);
      throw new PythonError(
        'RuntimeError',
        `Sizes of tensors must match except in dimension 3. Expected size ${frame.height} but got size ${alpha.height} for tensor number 1 in the list.`,
      );
    }),
  };
}
