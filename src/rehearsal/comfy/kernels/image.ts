import { joinBatches, mapColours, mapPlanes, sliceBatch } from '../picture/batch.ts';
import {
  createPlane,
  cropPlane,
  mapNumbers,
  pastePlane,
  pickChannels,
  rearrange,
  type Plane,
} from '../picture/plane.ts';
import { quantise } from '../picture/quantise.ts';
import { scalePlane } from '../picture/scale.ts';
import { missingArgument, PythonError } from '../python-error.ts';
import type { ImageValue } from '../values.ts';
import type { Inputs } from './inputs.ts';
import { give, type Kernel } from './kernel.ts';
import { coloursOf } from './colour-number.ts';

/** Nodes that make, cut, turn, recolour and count pictures. */
export const IMAGE: Readonly<Record<string, Kernel>> = {
  EmptyImage(inputs) {
    const size = { width: inputs.number('width'), height: inputs.number('height') };
    const frame = createPlane(size, 3, coloursOf(inputs.number('color', 0)));
    return give({ kind: 'image', frames: Array.from({ length: inputs.number('batch_size', 1) }, () => frame) });
  },
  ImageCrop: (inputs) => give(mapPlanes(inputs.get('image', 'image'), (plane) => cropPlane(plane, rectOf(inputs)))),
  ImageCropV2(inputs) {
    const region = inputs.any('crop_region');
    if (typeof region !== 'object' || region === null) throw missingArgument('ImageCropV2', 'crop_region');
    const side = (name: string): number => Number((region as Readonly<Record<string, unknown>>)[name] ?? 0);
    const rect = { x: side('x'), y: side('y'), width: side('width'), height: side('height') };
    return give(mapPlanes(inputs.get('image', 'image'), (plane) => cropPlane(plane, rect)));
  },
  CenterCropImages(inputs) {
    const [width, height] = [inputs.number('width'), inputs.number('height')];
    return give(mapPlanes(inputs.get('image', 'images'), (plane) => cropPlane(plane, middleOf(plane, width, height))));
  },
  ImageInvert: (inputs) =>
    give(
      mapColours(inputs.get('image', 'image'), (plane) =>
        mapNumbers(plane, (value, index) => (plane.channels === 4 && index % 4 === 3 ? value : 1 - value)),
      ),
    ),
  ImageQuantize(inputs) {
    const [colours, dither] = [inputs.number('colors'), inputs.text('dither')];
    return give(mapColours(inputs.get('image', 'image'), (plane) => quantise(plane, colours, dither !== 'none')));
  },
  ImageFlip(inputs) {
    const isVertical = inputs.text('flip_method').startsWith('x');
    return give(mapPlanes(inputs.get('image', 'image', 'movedim'), (plane) => flip(plane, isVertical)));
  },
  ImageRotate(inputs) {
    const turns = Math.floor((Number.parseInt(inputs.text('rotation'), 10) || 0) / 90);
    return give(mapPlanes(inputs.get('image', 'image', 'movedim'), (plane) => turn(plane, turns)));
  },
  ImageBatch: (inputs) => give(batchOf([inputs.get('image', 'image1'), inputs.get('image', 'image2')])),
  BatchImagesNode(inputs) {
    const images = inputs.names.filter((name) => name.startsWith('images.')).map((name) => inputs.get('image', name));
    if (images.length === 0) throw missingArgument('BatchImagesNode', 'images');
    return give(batchOf(images));
  },
  ImageFromBatch(inputs) {
    const image = inputs.get('image', 'image');
    const start = Math.min(image.frames.length - 1, inputs.number('batch_index', 0));
    return give(sliceBatch(image, start, start + Math.max(1, inputs.number('length', 1))));
  },
  RepeatImageBatch(inputs) {
    const image = inputs.get('image', 'image', 'repeat');
    return give(joinBatches(Array.from({ length: inputs.number('amount', 1) }, () => image)));
  },
  GetImageSize(inputs) {
    const { frames } = inputs.get('image', 'image');
    return give(frames[0]?.width ?? 0, frames[0]?.height ?? 0, frames.length);
  },
  ImagePadForOutpaint(inputs) {
    const image = inputs.get('image', 'image', 'size');
    const [left, top] = [inputs.number('left'), inputs.number('top')];
    const padded = mapPlanes(image, (plane) => pad(plane, left, top, inputs));
    const old = image.frames[0] ?? createPlane({ width: 1, height: 1 }, 3);
    const mask = pastePlane(createPlane(padded.frames[0] ?? old, 1, [1]), createPlane(old, 1), left, top);
    return give({ kind: 'image', frames: padded.frames.map(opaque) }, { kind: 'mask', frames: [mask] });
  },
};

function rectOf(inputs: Inputs): { x: number; y: number; width: number; height: number } {
  return {
    x: inputs.number('x'),
    y: inputs.number('y'),
    width: inputs.number('width'),
    height: inputs.number('height'),
  };
}

function middleOf(plane: Plane, width: number, height: number): Parameters<typeof cropPlane>[1] {
  const [x, y] = [Math.floor((plane.width - width) / 2), Math.floor((plane.height - height) / 2)];
  return { x: Math.max(0, x), y: Math.max(0, y), width, height };
}

function flip(plane: Plane, isVertical: boolean): Plane {
  const [right, bottom] = [plane.width - 1, plane.height - 1];
  return rearrange(plane, plane, (x, y) => (isVertical ? [x, bottom - y] : [right - x, y]));
}

function turn(plane: Plane, turns: number): Plane {
  const [right, bottom] = [plane.width - 1, plane.height - 1];
  const turned = { width: plane.height, height: plane.width };
  if (turns === 1) return rearrange(plane, turned, (x, y) => [y, bottom - x]);
  if (turns === 2) return rearrange(plane, plane, (x, y) => [right - x, bottom - y]);
  return turns === 3 ? rearrange(plane, turned, (x, y) => [right - y, x]) : plane;
}

/** The others take the first one's size. */
function batchOf(images: readonly ImageValue[]): ImageValue {
  const first = images[0]?.frames[0];
  if (!first) throw new PythonError('RuntimeError', 'torch.cat(): expected a non-empty list of Tensors');
  return joinBatches(
    images.map((image) => mapPlanes(image, (plane) => scalePlane(plane, first.width, first.height, 'bilinear'))),
  );
}

const PADDING = 0.5;

function pad(plane: Plane, left: number, top: number, inputs: Inputs): Plane {
  const width = plane.width + left + inputs.number('right');
  const height = plane.height + top + inputs.number('bottom');
  const grey = plane.channels === 1 ? [] : Array.from({ length: plane.channels }, () => PADDING);
  return pastePlane(createPlane({ width, height }, plane.channels, grey), plane, left, top);
}

function opaque(plane: Plane): Plane {
  return pickChannels(plane, [0, 1, 2]);
}
