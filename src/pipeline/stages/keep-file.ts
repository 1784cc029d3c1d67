import { encodePng } from '../../raster/png.ts';
import type { Raster } from '../../raster/raster.ts';
import type { ManifestFile } from '../../report/manifest.ts';
import type { StageContext } from '../stage.ts';

/** A finished picture as a file of the asset; its bytes go to the blob store. */
export async function keepPicture(
  raster: Raster,
  path: string,
  context: StageContext,
  layer?: number,
): Promise<ManifestFile> {
  const bytes = encodePng(raster);
  const sha256 = await context.ports.blobs.put(bytes);
  context.rasters.set(sha256, raster);
  const { width, height } = raster;
  if (layer !== undefined) return { path, role: 'layer', layer, width, height, bytes: bytes.length, sha256 };
  return { path, role: 'image', width, height, bytes: bytes.length, sha256 };
}

/** Metadata as a JSON file of the asset. */
export async function keepJson(value: unknown, path: string, context: StageContext): Promise<ManifestFile> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
  return { path, role: 'metadata', bytes: bytes.length, sha256: await context.ports.blobs.put(bytes) };
}
