import { decodePng } from '../../../raster/png.ts';
import type { RehearsedComfy } from '../create-engine.ts';
import type { FileName, UploadedFile } from '../engine.ts';
import { withAlpha } from '../kernels/alpha.ts';
import { encodePlane, pickChannels, planeOfRaster } from '../picture/plane.ts';
import { scalePlane } from '../picture/scale.ts';
import { empty, json, type Reply } from './reply.ts';

/** `POST /upload/image` and `/upload/mask`. The name in the answer is the one to use. */
export async function upload(engine: RehearsedComfy, form: FormData, kind: 'image' | 'mask'): Promise<Reply> {
  const image = form.get('image');
  if (image === null || typeof image === 'string' || image.name === '') return empty(400);
  const subfolder = textOf(form, 'subfolder');
  if (subfolder.split('/').includes('..') || image.name.includes('/')) return empty(400);
  const type = textOf(form, 'type');
  const bytes = new Uint8Array(await image.arrayBuffer());
  const file: UploadedFile = {
    name: image.name,
    bytes: kind === 'mask' ? maskOnto(engine, bytes, textOf(form, 'original_ref')) : bytes,
    subfolder,
    type: type === 'temp' || type === 'output' ? type : 'input',
    overwrite: ['true', '1'].includes(textOf(form, 'overwrite')),
  };
  const { filename, ...where } = engine.upload(file);
  return json({ name: filename, ...where });
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The original's colours under the alpha of what was uploaded. */
function maskOnto(engine: RehearsedComfy, bytes: Uint8Array, reference: string): Uint8Array {
  const { filename, subfolder = '', type = 'output' } = JSON.parse(reference) as Partial<FileName>;
  const original = filename === undefined ? undefined : engine.view({ filename, subfolder, type });
  if (!original) return bytes;
  const colours = planeOfRaster(decodePng(original), 4);
  const mask = pickChannels(planeOfRaster(decodePng(bytes), 4), [3]);
  return encodePlane(withAlpha(colours, scalePlane(mask, colours.width, colours.height, 'bilinear')));
}
