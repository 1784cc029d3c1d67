import { firstFrame, frameBeside, mapMask } from '../picture/batch.ts';
import { createPlane, cropPlane, mapNumbers, pickChannels, type Plane } from '../picture/plane.ts';
import type { MaskValue } from '../values.ts';
import { growMask } from '../picture/grow.ts';
import { coloursOf } from './colour-number.ts';
import { give, type Kernel } from './kernel.ts';
import { eightBits } from '../picture/plane.ts';

/** Nodes that make and change masks. */
export const MASK: Readonly<Record<string, Kernel>> = {
  ImageToMask(inputs) {
    const channel = ['red', 'green', 'blue', 'alpha'].indexOf(inputs.text('channel'));
    const { frames } = inputs.get('image', 'image');
    return give({ kind: 'mask', frames: frames.map((frame) => pickChannels(frame, [channel])) });
  },
  ImageColorToMask(inputs) {
    const wanted = coloursOf(inputs.number('color')).map(eightBits);
    const frames = inputs.get('image', 'image').frames.map((frame) => whereColour(frame, wanted));
    return give({ kind: 'mask', frames });
  },
  MaskToImage(inputs) {
    const { frames } = inputs.get('mask', 'mask', 'reshape');
    return give({ kind: 'image', frames: frames.map((frame) => pickChannels(frame, [0, 0, 0])) });
  },
  InvertMask: (inputs) => give(mapMask(inputs.get('mask', 'mask'), (plane) => mapNumbers(plane, (value) => 1 - value))),
  SolidMask(inputs) {
    const size = { width: inputs.number('width'), height: inputs.number('height') };
    return give({ kind: 'mask', frames: [createPlane(size, 1, [inputs.number('value')])] });
  },
  ThresholdMask(inputs) {
    const limit = inputs.number('value', 0.5);
    return give(mapMask(inputs.get('mask', 'mask'), (plane) => mapNumbers(plane, (value) => (value > limit ? 1 : 0))));
  },
  GrowMask(inputs) {
    const [expand, tapered] = [inputs.number('expand'), inputs.flag('tapered_corners')];
    return give(mapMask(inputs.get('mask', 'mask', 'reshape'), (plane) => growMask(plane, expand, tapered)));
  },
  FeatherMask(inputs) {
    const [left, top] = [inputs.number('left'), inputs.number('top')];
    const [right, bottom] = [inputs.number('right'), inputs.number('bottom')];
    return give(mapMask(inputs.get('mask', 'mask'), (plane) => feather(plane, { left, top, right, bottom })));
  },
  CropMask(inputs) {
    const rect = {
      x: inputs.number('x'),
      y: inputs.number('y'),
      width: inputs.number('width'),
      height: inputs.number('height'),
    };
    return give(mapMask(inputs.get('mask', 'mask', 'reshape'), (plane) => cropPlane(plane, rect)));
  },
  MaskComposite(inputs) {
    const source = inputs.get('mask', 'source');
    const combine = OPERATIONS[inputs.text('operation')] ?? ((a: number) => a);
    const at = { x: inputs.number('x'), y: inputs.number('y'), combine };
    return give(composite(inputs.get('mask', 'destination'), source, at));
  },
};

const OPERATIONS: Readonly<Record<string, (below: number, above: number) => number>> = {
  multiply: (below, above) => below * above,
  add: (below, above) => Math.min(1, below + above),
  subtract: (below, above) => Math.max(0, below - above),
  and: (below, above) => Math.round(below) & Math.round(above),
  or: (below, above) => Math.round(below) | Math.round(above),
  xor: (below, above) => Math.round(below) ^ Math.round(above),
};

interface Placing {
  readonly x: number;
  readonly y: number;
  readonly combine: (below: number, above: number) => number;
}

function composite(destination: MaskValue, source: MaskValue, { x, y, combine }: Placing): MaskValue {
  const frames = destination.frames.map((below, index) => {
    const above = frameBeside(source, index);
    return mapNumbers(below, (value, pixel) => {
      const [column, row] = [(pixel % below.width) - x, Math.floor(pixel / below.width) - y];
      const isInside = column >= 0 && row >= 0 && column < above.width && row < above.height;
      return isInside ? combine(value, above.data[row * above.width + column] ?? 0) : value;
    });
  });
  return { kind: 'mask', frames: frames.length > 0 ? frames : [firstFrame(destination)] };
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function feather(plane: Plane, { left, top, right, bottom }: Edges): Plane {
  const share = (distance: number, width: number): number => (distance < width ? (distance + 1) / width : 1);
  return mapNumbers(plane, (value, pixel) => {
    const [x, y] = [pixel % plane.width, Math.floor(pixel / plane.width)];
    const across = share(x, left) * share(plane.width - 1 - x, right);
    return value * across * share(y, top) * share(plane.height - 1 - y, bottom);
  });
}

function whereColour(frame: Plane, wanted: readonly number[]): Plane {
  const mask = createPlane(frame, 1);
  return mapNumbers(mask, (_value, pixel) =>
    wanted.every((colour, channel) => Math.round((frame.data[pixel * frame.channels + channel] ?? 0) * 255) === colour)
      ? 1
      : 0,
  );
}
