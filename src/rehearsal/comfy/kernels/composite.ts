import { firstFrame, frameBeside, mapPlanes } from '../picture/batch.ts';
import { createPlane, mapNumbers, pastePlane, pickChannels, type Plane } from '../picture/plane.ts';
import { scalePlane } from '../picture/scale.ts';
import type { ImageValue } from '../values.ts';
import { give, type Kernel } from './kernel.ts';

/** Nodes that lay several pictures together. */
export const COMPOSITE: Readonly<Record<string, Kernel>> = {
  ImageCompositeMasked(inputs) {
    const destination = inputs.get('image', 'destination');
    const source = inputs.get('image', 'source');
    const at = { x: inputs.number('x'), y: inputs.number('y') };
    const mask = inputs.maybe('mask', 'mask');
    const isResized = inputs.flag('resize_source');
    const frames = destination.frames.map((below, index) => {
      const raw = matchChannels(frameBeside(source, index), below);
      const above = isResized ? scalePlane(raw, below.width, below.height, 'bilinear') : raw;
      const cover = mask && scalePlane(frameBeside(mask, index), above.width, above.height, 'bilinear');
      return layOver(below, above, { ...at, cover });
    });
    return give({ kind: 'image', frames });
  },
  ImageBlend(inputs) {
    const [first, second] = [inputs.get('image', 'image1'), inputs.get('image', 'image2')];
    const [share, blend] = [inputs.number('blend_factor'), BLENDS[inputs.text('blend_mode')]];
    const frames = first.frames.map((below, index) => {
      const above = matchChannels(scalePlane(frameBeside(second, index), below.width, below.height, 'bicubic'), below);
      return mapNumbers(below, (value, i) => {
        const other = above.data[i] ?? 0;
        return value * (1 - share) + (blend ? blend(value, other) : other) * share;
      });
    });
    return give({ kind: 'image', frames });
  },
  ImageStitch(inputs) {
    const first = inputs.get('image', 'image1');
    const second = inputs.maybe('image', 'image2');
    if (!second) return give(first);
    return give(
      stitch(first, second, {
        direction: inputs.text('direction'),
        isMatched: inputs.flag('match_image_size'),
        gap: inputs.number('spacing_width'),
        colour: SPACING[inputs.text('spacing_color')] ?? [1, 1, 1],
      }),
    );
  },
  ImageGrid(inputs) {
    const { frames } = inputs.get('image', 'images');
    const [columns, padding] = [inputs.number('columns'), inputs.number('padding')];
    const [width, height] = [inputs.number('cell_width'), inputs.number('cell_height')];
    const rows = Math.ceil(frames.length / columns);
    const size = { width: columns * width + (columns - 1) * padding, height: rows * height + (rows - 1) * padding };
    const canvas = frames.reduce(
      (below, frame, index) => {
        const cell = scalePlane(pickChannels(frame, [0, 1, 2]), width, height, 'lanczos');
        const [column, row] = [index % columns, Math.floor(index / columns)];
        return pastePlane(below, cell, column * (width + padding), row * (height + padding));
      },
      createPlane(size, 3),
    );
    return give({ kind: 'image', frames: [canvas] });
  },
};

interface Laying {
  readonly x: number;
  readonly y: number;
  readonly cover: Plane | undefined;
}

function layOver(below: Plane, above: Plane, { x, y, cover }: Laying): Plane {
  if (!cover) return pastePlane(below, above, x, y);
  const { channels } = below;
  return mapNumbers(below, (value, i) => {
    const pixel = Math.floor(i / channels);
    const [column, row] = [(pixel % below.width) - x, Math.floor(pixel / below.width) - y];
    if (column < 0 || row < 0 || column >= above.width || row >= above.height) return value;
    const share = cover.data[row * above.width + column] ?? 0;
    return (above.data[(row * above.width + column) * channels + (i % channels)] ?? 0) * share + value * (1 - share);
  });
}

function matchChannels(plane: Plane, like: Plane): Plane {
  if (plane.channels === like.channels) return plane;
  return pickChannels(plane, like.channels === 4 ? [0, 1, 2, 3] : [0, 1, 2]);
}

const BLENDS: Readonly<Record<string, (below: number, above: number) => number>> = {
  multiply: (below, above) => below * above,
  screen: (below, above) => 1 - (1 - below) * (1 - above),
  overlay: (below, above) => (below <= 0.5 ? 2 * below * above : 1 - 2 * (1 - below) * (1 - above)),
  difference: (below, above) => Math.max(0, below - above),
};

const SPACING: Readonly<Record<string, readonly number[]>> = {
  white: [1, 1, 1],
  black: [0, 0, 0],
  red: [1, 0, 0],
  green: [0, 1, 0],
  blue: [0, 0, 1],
};

interface Stitching {
  readonly direction: string;
  readonly isMatched: boolean;
  readonly gap: number;
  readonly colour: readonly number[];
}

function stitch(first: ImageValue, second: ImageValue, { direction, isMatched, gap, colour }: Stitching): ImageValue {
  const isAcross = direction === 'right' || direction === 'left';
  const like = firstFrame(first);
  const other = mapPlanes(second, (plane) => {
    const scale = isAcross ? like.height / plane.height : like.width / plane.width;
    const size = isMatched ? scale : 1;
    return scalePlane(plane, Math.round(plane.width * size), Math.round(plane.height * size), 'lanczos');
  });
  const frames = first.frames.map((frame, index) => {
    const beside = matchChannels(frameBeside(other, index), frame);
    const [start, end] = direction === 'right' || direction === 'down' ? [frame, beside] : [beside, frame];
    const size = isAcross
      ? { width: start.width + gap + end.width, height: Math.max(start.height, end.height) }
      : { width: Math.max(start.width, end.width), height: start.height + gap + end.height };
    const canvas = pastePlane(createPlane(size, frame.channels, [...colour, 1].slice(0, frame.channels)), start, 0, 0);
    return pastePlane(canvas, end, isAcross ? start.width + gap : 0, isAcross ? 0 : start.height + gap);
  });
  return { kind: 'image', frames };
}
