import { joinBatches, mapPlanes, sliceBatch } from '../picture/batch.ts';
import { cropPlane } from '../picture/plane.ts';
import { scalePlane } from '../picture/scale.ts';
import type { ImageValue, LatentValue } from '../values.ts';
import type { Inputs } from './inputs.ts';
import { give, type Kernel } from './kernel.ts';

/** Nodes that make, cut and repeat latents. */
export const LATENT: Readonly<Record<string, Kernel>> = {
  EmptyLatentImage: (inputs) => give(empty(inputs, 8)),
  EmptySD3LatentImage: (inputs) => give(empty(inputs, 8)),
  EmptyFlux2LatentImage: (inputs) => give(empty(inputs, 16)),
  EmptyQwenImageLayeredLatentImage: (inputs) => give({ ...empty(inputs, 8), depth: inputs.number('layers') + 1 }),
  SetLatentNoiseMask: (inputs) =>
    give({ ...inputs.get('latent', 'samples', 'copy'), noiseMask: inputs.get('mask', 'mask', 'reshape') }),
  LatentFromBatch(inputs) {
    const latent = inputs.get('latent', 'samples', 'copy');
    const start = Math.min(latent.batch - 1, inputs.number('batch_index'));
    const length = Math.min(latent.batch - start, inputs.number('length'));
    return give(withPictures({ ...latent, batch: length }, [start * latent.depth, (start + length) * latent.depth]));
  },
  RepeatLatentBatch(inputs) {
    const latent = inputs.get('latent', 'samples', 'copy');
    const amount = inputs.number('amount');
    const { pictures } = latent;
    const repeated = pictures && joinBatches(Array.from({ length: amount }, () => pictures));
    return give({ ...latent, batch: latent.batch * amount, ...(repeated ? { pictures: repeated } : {}) });
  },
  LatentCut(inputs) {
    const latent = inputs.get('latent', 'samples', 'copy');
    return give(cut(latent, inputs.text('dim'), inputs.number('index'), inputs.number('amount')));
  },
  LatentCutToBatch(inputs) {
    const latent = inputs.get('latent', 'samples', 'copy');
    if (inputs.text('dim') !== 't') return give(latent);
    const slice = Math.max(1, Math.min(latent.depth, inputs.number('slice_size')));
    const batch = latent.batch * Math.floor(latent.depth / slice);
    return give(withPictures({ ...latent, batch, depth: slice }, [0, batch * slice]));
  },
  LatentUpscale(inputs) {
    const latent = inputs.get('latent', 'samples', 'copy');
    const [width, height] = [inputs.number('width') || latent.columns * 8, inputs.number('height') || latent.rows * 8];
    return give(scaled(latent, Math.floor(width / latent.factor), Math.floor(height / latent.factor)));
  },
  LatentUpscaleBy(inputs) {
    const latent = inputs.get('latent', 'samples', 'copy');
    const factor = inputs.number('scale_by');
    return give(scaled(latent, Math.round(latent.columns * factor), Math.round(latent.rows * factor)));
  },
};

/** Sides are floored to whole cells, whatever the widget's step says. */
function empty(inputs: Inputs, factor: number): LatentValue {
  return {
    kind: 'latent',
    factor,
    columns: Math.max(1, Math.floor(inputs.number('width') / factor)),
    rows: Math.max(1, Math.floor(inputs.number('height') / factor)),
    batch: inputs.number('batch_size', 1),
    depth: 1,
  };
}

function withPictures(latent: LatentValue, [start, end]: readonly [number, number]): LatentValue {
  return latent.pictures ? { ...latent, pictures: sliceBatch(latent.pictures, start, end) } : latent;
}

/** Index and amount are brought into range, never refused. */
function cut(latent: LatentValue, dim: string, index: number, amount: number): LatentValue {
  const length = dim === 't' ? latent.depth : dim === 'x' ? latent.columns : latent.rows;
  const start = Math.max(0, Math.min(length - 1, index < 0 ? length + index : index));
  const count = Math.max(1, Math.min(length - start, amount));
  if (dim === 't') return cutDepth(latent, start, count);
  const side = dim === 'x' ? { columns: count } : { rows: count };
  const cutLatent = { ...latent, ...side };
  const rect = {
    x: dim === 'x' ? start * latent.factor : 0,
    y: dim === 'y' ? start * latent.factor : 0,
    width: cutLatent.columns * latent.factor,
    height: cutLatent.rows * latent.factor,
  };
  if (!latent.pictures) return cutLatent;
  return { ...cutLatent, pictures: mapPlanes(latent.pictures, (plane) => cropPlane(plane, rect)) };
}

function cutDepth(latent: LatentValue, start: number, count: number): LatentValue {
  const { pictures, batch, depth } = latent;
  if (!pictures) return { ...latent, depth: count };
  const kept = Array.from({ length: batch }, (_, item): ImageValue => {
    return sliceBatch(pictures, item * depth + start, item * depth + start + count);
  });
  return { ...latent, depth: count, pictures: joinBatches(kept) };
}

function scaled(latent: LatentValue, columns: number, rows: number): LatentValue {
  const size = { columns: Math.max(1, columns), rows: Math.max(1, rows) };
  const { pictures, factor } = latent;
  if (!pictures) return { ...latent, ...size };
  const scale = (width: number, height: number): ImageValue =>
    mapPlanes(pictures, (plane) => scalePlane(plane, width, height, 'bilinear'));
  return { ...latent, ...size, pictures: scale(size.columns * factor, size.rows * factor) };
}
