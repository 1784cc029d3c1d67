import { decodePng } from '../../../raster/png.ts';
import type { Raster } from '../../../raster/raster.ts';
import { isOpaque } from '../../../raster/alpha.ts';
import { parseAnnotatedName, type FileStore } from '../files.ts';
import { createPlane, mapNumbers, pickChannels, planeOfRaster, type Plane } from '../picture/plane.ts';
import { PythonError } from '../python-error.ts';
import { give, type Kernel, type Result } from './kernel.ts';

/** Nodes that bring pictures in. Masks are 1 where the picture is transparent. */
export const LOAD_IMAGE: Readonly<Record<string, Kernel>> = {
  LoadImage: (inputs, { files }) => imageAndMask(open(files, inputs.text('image'))),
  LoadImageOutput: (inputs, { files }) => imageAndMask(open(files, inputs.text('image'))),
  LoadImageMask(inputs, { files }) {
    const { raster } = open(files, inputs.text('image'));
    const channel = ['red', 'green', 'blue', 'alpha'].indexOf(inputs.text('channel'));
    if (channel === 3 && isOpaque(raster)) return give({ kind: 'mask', frames: [NO_MASK] });
    const plane = pickChannels(planeOfRaster(raster, 4), [channel]);
    return give({ kind: 'mask', frames: [channel === 3 ? invert(plane) : plane] });
  },
  ETN_LoadImageBase64: (inputs) => imageAndMask(decode(fromBase64(inputs.text('image')))),
  ETN_LoadMaskBase64(inputs) {
    const { raster } = decode(fromBase64(inputs.text('mask')));
    const plane = pickChannels(planeOfRaster(raster, 4), [isOpaque(raster) ? 0 : 3]);
    return give({ kind: 'mask', frames: [plane] });
  },
};

interface Picture {
  readonly raster: Raster;
}

/** What a picture without alpha gives for a mask, whatever its own size. */
const NO_MASK = createPlane({ width: 64, height: 64 }, 1);

function imageAndMask({ raster }: Picture): Result {
  const plane = planeOfRaster(raster, 4);
  const mask = isOpaque(raster) ? NO_MASK : invert(pickChannels(plane, [3]));
  return give({ kind: 'image', frames: [pickChannels(plane, [0, 1, 2])] }, { kind: 'mask', frames: [mask] });
}

function invert(plane: Plane): Plane {
  return mapNumbers(plane, (value) => 1 - value);
}

function open(files: FileStore, name: string): Picture {
  const bytes = files.read(parseAnnotatedName(name));
  if (!bytes)
    throw new PythonError('FileNotFoundError', `[Errno 2] No such file or directory: 'ComfyUI/input/${name}'`);
  return decode(bytes, `ComfyUI/input/${name}`);
}

function decode(bytes: Uint8Array, path?: string): Picture {
  try {
    return { raster: decodePng(bytes) };
  } catch (error) {
    const what = path === undefined ? '<_io.BytesIO object at 0x7f0e5c1d2a70>' : `'${path}'`;
    throw new PythonError('PIL.UnidentifiedImageError', `cannot identify image file ${what}`, { cause: error });
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.slice(text.indexOf(',') + 1), 'base64'));
}
