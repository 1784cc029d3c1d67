import { mapMask, mapPlanes } from '../picture/batch.ts';
import type { Plane } from '../picture/plane.ts';
import { cropToShape, scalePlane } from '../picture/scale.ts';
import { missingArgument } from '../python-error.ts';
import type { ImageValue, MaskValue } from '../values.ts';
import type { Inputs } from './inputs.ts';
import { give, type Kernel } from './kernel.ts';

/** Nodes that bring pictures to another size. */
export const IMAGE_SIZE: Readonly<Record<string, Kernel>> = {
  ImageScale(inputs) {
    const image = inputs.get('image', 'image', 'movedim');
    const change = toSize(inputs.number('width'), inputs.number('height'), inputs.text('crop') === 'center');
    return give(resized(image, change, inputs.text('upscale_method')));
  },
  ImageScaleBy: (inputs) =>
    give(
      resized(inputs.get('image', 'image', 'movedim'), by(inputs.number('scale_by')), inputs.text('upscale_method')),
    ),
  ImageScaleToTotalPixels(inputs) {
    const wanted = inputs.number('megapixels') * 1024 * 1024;
    const step = inputs.number('resolution_steps', 1);
    const size: SizeChange = ({ width, height }) => {
      const factor = Math.sqrt(wanted / (width * height));
      return { width: roundTo(width * factor, step), height: roundTo(height * factor, step) };
    };
    return give(resized(inputs.get('image', 'image', 'movedim'), size, inputs.text('upscale_method')));
  },
  ImageScaleToMaxDimension: (inputs) =>
    give(
      resized(
        inputs.get('image', 'image', 'movedim'),
        toLonger(inputs.number('largest_size')),
        inputs.text('upscale_method'),
      ),
    ),
  ResizeImagesByLongerEdge: (inputs) =>
    give(resized(inputs.get('image', 'images', 'movedim'), toLonger(inputs.number('longer_edge')), 'lanczos')),
  FluxKontextImageScale: (inputs) =>
    give(resized(inputs.get('image', 'image'), (plane) => nearestKontextSize(plane), 'lanczos')),
  ImageUpscaleWithModel: (inputs) => give(resized(inputs.get('image', 'image'), by(UPSCALE_MODEL), 'lanczos')),
  ResizeImageMaskNode(inputs) {
    const type = inputs.any('resize_type');
    const change = typeof type === 'string' ? RESIZE_TYPES[type]?.(inputs) : undefined;
    if (!change) throw missingArgument('ResizeImageMaskNode', 'resize_type');
    const method = inputs.text('scale_method');
    const mask = inputs.maybe('mask', 'input');
    return give(mask ? resized(mask, change, method) : resized(inputs.get('image', 'input'), change, method));
  },
};

/** Public upscale models double or quadruple; this one quadruples. */
const UPSCALE_MODEL = 4;

interface Size {
  readonly width: number;
  readonly height: number;
  /** Cut to the new proportions instead of being squeezed into them. */
  readonly isCropped?: boolean;
}
type SizeChange = (plane: Plane) => Size;

function resized<Batch extends ImageValue | MaskValue>(batch: Batch, change: SizeChange, method: string): Batch;
function resized(batch: ImageValue | MaskValue, change: SizeChange, method: string): ImageValue | MaskValue {
  const scale = (plane: Plane): Plane => {
    const size = change(plane);
    const [width, height] = [Math.max(1, size.width), Math.max(1, size.height)];
    return scalePlane(size.isCropped ? cropToShape(plane, width, height) : plane, width, height, method);
  };
  return batch.kind === 'mask' ? mapMask(batch, scale) : mapPlanes(batch, scale);
}

/** A side of 0 keeps the proportions. */
function toSize(width: number, height: number, isCropped: boolean): SizeChange {
  return (plane) => {
    if (width === 0 && height === 0) return plane;
    if (width === 0) return { width: Math.round((plane.width * height) / plane.height), height };
    if (height === 0) return { width, height: Math.round((plane.height * width) / plane.width) };
    return { width, height, isCropped };
  };
}

function by(factor: number): SizeChange {
  return ({ width, height }) => ({ width: Math.round(width * factor), height: Math.round(height * factor) });
}

function toLonger(longer: number): SizeChange {
  return (plane) => by(longer / Math.max(plane.width, plane.height))(plane);
}

function toShorter(shorter: number): SizeChange {
  return (plane) => by(shorter / Math.min(plane.width, plane.height))(plane);
}

function roundTo(value: number, step: number): number {
  return Math.max(step, Math.round(value / step) * step);
}

/** The sizes that Kontext was taught, about a megapixel each. */
const KONTEXT_WIDTHS = [672, 688, 720, 752, 800, 832, 880, 944, 1024, 1104, 1184, 1248, 1328, 1392, 1456, 1504, 1568];
const KONTEXT_HEIGHTS = [1568, 1504, 1456, 1392, 1328, 1248, 1184, 1104, 1024, 944, 880, 832, 800, 752, 720, 688, 672];

function nearestKontextSize(plane: Plane): Size {
  const wanted = plane.width / plane.height;
  const sizes = KONTEXT_WIDTHS.map((width, index) => ({ width, height: KONTEXT_HEIGHTS[index] ?? width }));
  const off = ({ width, height }: Size): number => Math.abs(wanted - width / height);
  return { ...sizes.reduce((best, size) => (off(size) < off(best) ? size : best)), isCropped: true };
}

/** The children of `resize_type`, each under its key. */
const RESIZE_TYPES: Readonly<Record<string, (inputs: Inputs) => SizeChange>> = {
  'scale dimensions': (inputs) =>
    toSize(
      inputs.number('resize_type.width'),
      inputs.number('resize_type.height'),
      inputs.text('resize_type.crop') === 'center',
    ),
  'scale by multiplier': (inputs) => by(inputs.number('resize_type.multiplier')),
  'scale longer dimension': (inputs) => toLonger(inputs.number('resize_type.longer_size')),
  'scale shorter dimension': (inputs) => toShorter(inputs.number('resize_type.shorter_size')),
  'scale width': (inputs) => toSize(inputs.number('resize_type.width'), 0, false),
  'scale height': (inputs) => toSize(0, inputs.number('resize_type.height'), false),
  'scale total pixels': (inputs) => (plane) =>
    by(Math.sqrt((inputs.number('resize_type.megapixels') * 1024 * 1024) / (plane.width * plane.height)))(plane),
  'match size': (inputs) => {
    const match = inputs.maybe('mask', 'resize_type.match') ?? inputs.get('image', 'resize_type.match');
    const isCropped = inputs.text('resize_type.crop') === 'center';
    return () => ({ width: match.frames[0]?.width ?? 1, height: match.frames[0]?.height ?? 1, isCropped });
  },
  'scale to multiple': (inputs) => {
    const step = inputs.number('resize_type.multiple');
    return ({ width, height }) => ({
      width: Math.max(step, Math.floor(width / step) * step),
      height: Math.max(step, Math.floor(height / step) * step),
      isCropped: true,
    });
  },
};
