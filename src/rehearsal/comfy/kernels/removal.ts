import { mapMask } from '../picture/batch.ts';
import { keyedMatte, withoutSpill } from '../picture/key-matte.ts';
import { growMask } from '../picture/grow.ts';
import { createPlane, mapNumbers, pickChannels, type Plane } from '../picture/plane.ts';
import { blur } from '../picture/blur.ts';
import { PythonError } from '../python-error.ts';
import type { ImageValue, MaskValue } from '../values.ts';
import { withAlpha } from './alpha.ts';
import { coloursOfHex } from './colour-number.ts';
import type { Inputs } from './inputs.ts';
import { give, type Kernel, type Result } from './kernel.ts';

/**
 * Background removal. Masks are 1 on the subject. What our painter made carries its true matte; in any other picture
 * the subject is what differs from the border's colour.
 */
export const REMOVAL: Readonly<Record<string, Kernel>> = {
  RemoveBackground: (inputs) => give(matteOf(inputs.get('image', 'image'))),
  BiRefNetRMBG: (inputs) => removeWithKwargs(inputs, ['mask_blur', 'mask_offset', 'invert_output', 'background']),
  RMBG: (inputs) =>
    removeWithKwargs(inputs, ['sensitivity', 'mask_blur', 'mask_offset', 'invert_output', 'background']),
  RembgByBiRefNet: (inputs) => rembg(inputs),
  RembgByBiRefNetAdvanced: (inputs) => rembg(inputs),
  GetMaskByBiRefNet: (inputs) => give(matteOf(inputs.get('image', 'images'))),
  LayeredDiffusionDecodeRGBA: (inputs) => {
    const image = inputs.get('image', 'images');
    return give(cutOut(image, matteOf(image)));
  },
  LayeredDiffusionDecode(inputs) {
    const image = inputs.get('image', 'images');
    return give(image, matteOf(image));
  },
};

function matteOf(image: ImageValue): MaskValue {
  const frames = image.frames.map((frame, index) => image.mattes?.[index] ?? keyedMatte(frame));
  return { kind: 'mask', frames };
}

function cutOut(image: ImageValue, mask: MaskValue): ImageValue {
  const frames = image.frames.map((frame, index) => {
    const matte = mask.frames[index] ?? createPlane(frame, 1, [1]);
    return withAlpha(withoutSpill(frame, matte), matte);
  });
  return { kind: 'image', frames };
}

function rembg(inputs: Inputs): Result {
  const image = inputs.get('image', 'images');
  const mask = matteOf(image);
  return give(cutOut(image, mask), mask);
}

/** These packs read optional inputs without a default: leaving one out is a KeyError, after the model was loaded. */
function removeWithKwargs(inputs: Inputs, needed: readonly string[]): Result {
  const image = inputs.get('image', 'image');
  const missing = needed.find((name) => inputs.any(name) === undefined);
  if (missing !== undefined) throw new PythonError('RuntimeError', `Error in image processing: '${missing}'`);
  const offset = inputs.number('mask_offset');
  const blurred = mapMask(matteOf(image), (plane) => blur(growMask(plane, offset, false), inputs.number('mask_blur')));
  const mask = inputs.flag('invert_output')
    ? mapMask(blurred, (plane) => mapNumbers(plane, (value) => 1 - value))
    : blurred;
  const maskImage: ImageValue = { kind: 'image', frames: mask.frames.map((plane) => pickChannels(plane, [0, 0, 0])) };
  if (inputs.text('background') !== 'Color') return give(cutOut(image, mask), mask, maskImage);
  return give(onColour(image, mask, coloursOfHex(inputs.text('background_color', '#222222'))), mask, maskImage);
}

function onColour(image: ImageValue, mask: MaskValue, colour: readonly number[]): ImageValue {
  const frames = image.frames.map((frame, index): Plane => {
    const matte = mask.frames[index];
    return mapNumbers(pickChannels(frame, [0, 1, 2]), (value, i) => {
      const alpha = matte?.data[Math.floor(i / 3)] ?? 1;
      return value * alpha + (colour[i % 3] ?? 0) * (1 - alpha);
    });
  });
  return { kind: 'image', frames };
}
