import { decodePng } from '../../../raster/png.ts';
import type { RehearsedComfy } from '../create-engine.ts';
import type { FileName } from '../engine.ts';
import { encodePlane, mapNumbers, pickChannels, planeOfRaster, type Plane } from '../picture/plane.ts';
import { empty, type Reply } from './reply.ts';

/** `GET /view`. Only PNG is written here, so a `preview` in another format comes as the file itself. */
export function view(engine: RehearsedComfy, query: URLSearchParams): Reply {
  const filename = query.get('filename') ?? '';
  const subfolder = query.get('subfolder') ?? '';
  const type = query.get('type') ?? 'output';
  if (filename === '' || filename.startsWith('/') || filename.includes('..')) return empty(filename === '' ? 404 : 400);
  if (!isFolder(type)) return empty(400);
  if (subfolder.split('/').includes('..') || subfolder.startsWith('/')) return empty(403);
  const bytes = engine.view({ filename, subfolder, type });
  if (!bytes) return empty(404);
  const headers = { 'Content-Disposition': `filename="${filename}"`, 'Content-Type': mimeOf(filename) };
  return { status: 200, headers, body: inChannels(bytes, query.get('channel')) };
}

function isFolder(type: string): type is FileName['type'] {
  return type === 'output' || type === 'input' || type === 'temp';
}

function inChannels(bytes: Uint8Array, channel: string | null): Uint8Array {
  if (channel !== 'rgb' && channel !== 'a') return bytes;
  const plane = planeOfRaster(decodePng(bytes), 4);
  return encodePlane(channel === 'rgb' ? pickChannels(plane, [0, 1, 2]) : onlyAlpha(plane));
}

/** Black with the picture's alpha. */
function onlyAlpha(plane: Plane): Plane {
  return mapNumbers(plane, (value, index) => (index % 4 === 3 ? value : 0));
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

function mimeOf(filename: string): string {
  return MIME_TYPES[filename.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
