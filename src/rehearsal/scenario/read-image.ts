import { decodePng } from '../../raster/png.ts';
import { type PictureInfo, readPictureInfo } from '../../raster/picture-info.ts';
import type { AssetBook } from './asset-book.ts';
import type { NewAsset } from './make-assets.ts';
import type { ScenarioModel } from './models.ts';
import type { Painted } from './paint-task.ts';
import { emptyPicture } from './painting/paint-scenario.ts';
import type { Body } from './read-inputs.ts';
import { Refusal } from './reply.ts';

/** The picture a job follows or works on. Throws a `Refusal` about an asset that is not there or a file that is no picture. */
export function imageOf({ inputs }: ScenarioModel, body: Body, assets: AssetBook): Painted | undefined {
  const files = inputs.filter(({ type }) => type === 'file' || type === 'file_array');
  const pictures = files.flatMap(({ name }) => [body[name]].flat().filter((value) => typeof value === 'string'));
  const [first] = pictures.map((text) => readImage(text, assets));
  return first;
}

/** An asset id, or a data URL. */
function readImage(text: string, assets: AssetBook): Painted {
  if (!text.startsWith('data:')) {
    const asset = assets.find(text);
    if (!asset) throw new Refusal(404, `Asset ${text} not found`);
    return asset.painted ?? { raster: rasterOf(asset) };
  }
  return { raster: rasterOf(readUploaded(bytesOfBase64(text), 'image')) };
}

/** Base64, or a data URL of it. */
export function bytesOfBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.replace(/^data:[^,]*,/, ''), 'base64'));
}

/** A picture from outside as an asset. Throws a `Refusal` when it is none. */
export function readUploaded(bytes: Uint8Array, name: string): NewAsset {
  return { bytes, ...readInfo(bytes), name, type: 'uploaded' };
}

function readInfo(bytes: Uint8Array): PictureInfo {
  try {
    return readPictureInfo(bytes);
  } catch {
    throw new Refusal(400, 'Invalid image: the file is not a supported image');
  }
}

/** Pictures that cannot be read here, JPEG and WebP, count as plain ones of their size. */
function rasterOf({ bytes, mimeType, width, height }: NewAsset): Painted['raster'] {
  if (mimeType !== 'image/png') return emptyPicture(width, height);
  try {
    return decodePng(bytes);
  } catch {
    throw new Refusal(400, 'Invalid image: the file is damaged');
  }
}
