import { mapColours, mapPlanes } from '../picture/batch.ts';
import { growMask } from '../picture/grow.ts';
import { createPlane, cropPlane, mapNumbers, pickChannels, type Plane } from '../picture/plane.ts';
import { scalePlane } from '../picture/scale.ts';
import type { ImageValue, LatentValue, MaskValue, VaeValue } from '../values.ts';
import type { Inputs } from './inputs.ts';
import { give, type Kernel } from './kernel.ts';

/** Nodes between pictures and latents. Alpha is dropped, and what does not fill a cell is cut off around the middle. */
export const VAE: Readonly<Record<string, Kernel>> = {
  VAEEncode: (inputs) => give(encode(inputs.get('image', 'pixels'), vaeOf(inputs))),
  VAEEncodeTiled: (inputs) => give(encode(inputs.get('image', 'pixels'), vaeOf(inputs))),
  VAEEncodeForInpaint(inputs) {
    const latent = encode(inputs.get('image', 'pixels'), vaeOf(inputs));
    const grow = inputs.number('grow_mask_by', 6);
    const mask = inputs.get('mask', 'mask', 'reshape');
    return give({ ...latent, noiseMask: { kind: 'mask', frames: mask.frames.map((p) => growMask(p, grow, false)) } });
  },
  InpaintModelConditioning(inputs) {
    const latent = encode(inputs.get('image', 'pixels'), vaeOf(inputs));
    const mask = inputs.get('mask', 'mask', 'reshape');
    const noiseMask: { noiseMask?: MaskValue } = inputs.flag('noise_mask', true) ? { noiseMask: mask } : {};
    return give(inputs.get('conditioning', 'positive'), inputs.get('conditioning', 'negative'), {
      ...latent,
      ...noiseMask,
    });
  },
  VAEDecode: (inputs) => give(decode(inputs.get('latent', 'samples'), vaeOf(inputs))),
  VAEDecodeTiled: (inputs) => give(decode(inputs.get('latent', 'samples'), vaeOf(inputs))),
  VAEDecodeSeamlessTiling: (inputs) => give(decode(inputs.get('latent', 'samples'), vaeOf(inputs))),
};

function vaeOf(inputs: Inputs): VaeValue {
  return inputs.get('vae', 'vae', 'throw_exception_if_invalid');
}

function encode(image: ImageValue, { factor, isPixelSpace }: VaeValue): LatentValue {
  const cropped = mapPlanes(image, (plane) => {
    const [width, height] = [floorTo(plane.width, factor), floorTo(plane.height, factor)];
    const [x, y] = [Math.floor((plane.width - width) / 2), Math.floor((plane.height - height) / 2)];
    return cropPlane(plane, { x, y, width, height });
  });
  const pictures = mapColours(cropped, (plane) => {
    const rgb = pickChannels(plane, [0, 1, 2]);
    return isPixelSpace ? mapNumbers(rgb, (value) => Math.fround(Math.fround(value * 2) - 1)) : rgb;
  });
  const [first] = pictures.frames;
  return {
    kind: 'latent',
    factor,
    columns: Math.max(1, Math.floor((first?.width ?? factor) / factor)),
    rows: Math.max(1, Math.floor((first?.height ?? factor) / factor)),
    batch: pictures.frames.length,
    depth: 1,
    pictures,
  };
}

function floorTo(length: number, factor: number): number {
  return Math.max(Math.min(length, factor), Math.floor(length / factor) * factor);
}

/** A latent that no sampler has filled decodes to plain grey. */
function decode(latent: LatentValue, { isPixelSpace, factor }: VaeValue): ImageValue {
  const size = { width: latent.columns * factor, height: latent.rows * factor };
  const { pictures } = latent;
  if (!pictures)
    return { kind: 'image', frames: Array.from({ length: latent.batch * latent.depth }, () => grey(size)) };
  const sized = mapPlanes(pictures, (plane) => scalePlane(plane, size.width, size.height, 'bilinear'));
  if (!isPixelSpace) return sized;
  return mapColours(sized, (plane) => mapNumbers(plane, (value) => Math.fround(Math.fround(value + 1) / 2)));
}

function grey(size: { readonly width: number; readonly height: number }): Plane {
  return createPlane(size, 3, [0.5, 0.5, 0.5]);
}
