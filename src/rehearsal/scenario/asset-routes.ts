import { type Answer, type Exchange, ok, readJson } from '../http/answer.ts';
import { isDict } from '../http/dict.ts';
import type { Asset } from './asset-book.ts';
import { bytesOfBase64, readUploaded } from './read-image.ts';
import { because } from './reply.ts';
import { type Team, drawFaults } from './team.ts';

/** What `POST /assets` takes; larger files go by `/uploads`. */
const MOST_BYTES = 6 * 1024 * 1024;

/** `POST /assets {image, name}`. */
export function createAsset(team: Team, exchange: Exchange): Answer {
  const sent = readJson(exchange);
  if (!isDict(sent)) return because(400, 'Invalid request body');
  const { image, name } = sent;
  if (typeof image !== 'string' || image === '') return because(400, '"image" is required');
  if (typeof name !== 'string' || name === '') return because(400, '"name" is required');
  const bytes = bytesOfBase64(image);
  if (bytes.length >= MOST_BYTES) return because(413, 'Image is too large: it must be smaller than 6MB');
  team.counters.count('uploads');
  const asset = team.assets.add(readUploaded(bytes, name));
  return ok({ asset: describeAsset(team, exchange, asset) });
}

/** `GET /assets/{id}`: a fresh signed URL every time. */
export function readAsset(team: Team, exchange: Exchange, id: string): Answer {
  team.counters.count('assetResolutions');
  const asset = team.assets.find(id);
  if (!asset) return because(404, `Asset ${id} not found`);
  return ok({ asset: describeAsset(team, exchange, asset) });
}

/** `POST /assets/get-bulk {assetIds}`. */
export function readAssets(team: Team, exchange: Exchange): Answer {
  team.counters.count('assetResolutions');
  const sent = readJson(exchange);
  const ids: readonly unknown[] = isDict(sent) && Array.isArray(sent['assetIds']) ? sent['assetIds'] : [];
  const found = ids.flatMap((id) => team.assets.find(String(id)) ?? []);
  return ok({ assets: found.map((asset) => describeAsset(team, exchange, asset)) });
}

const FORMATS = ['png', 'jpeg', 'jpg', 'webp', 'gif', 'avif', 'tiff', 'heic', 'svg'];

/** `POST /assets/{id}/download {targetFormat?}`. */
export function downloadAsset(team: Team, exchange: Exchange, id: string): Answer {
  team.counters.count('assetResolutions');
  const asset = team.assets.find(id);
  if (!asset) return because(404, `Asset ${id} not found`);
  const sent = readJson(exchange);
  const format = isDict(sent) ? sent['targetFormat'] : undefined;
  if (format === undefined) return ok({ url: signedUrl(team, exchange, asset, true) });
  if (typeof format !== 'string' || !FORMATS.includes(format)) return because(400, 'Invalid target format');
  return ok({ url: `${signedUrl(team, exchange, asset, false)}&format=${format}` });
}

/** `DELETE /assets {assetIds}`. */
export function deleteAssets({ assets }: Team, exchange: Exchange): Answer {
  const sent = readJson(exchange);
  const ids: readonly unknown[] = isDict(sent) && Array.isArray(sent['assetIds']) ? sent['assetIds'] : [];
  if (ids.length === 0) return because(400, '"assetIds" is required');
  for (const id of ids) assets.delete(String(id));
  return ok({});
}

function describeAsset(team: Team, exchange: Exchange, asset: Asset): object {
  const isOriginal = exchange.url.searchParams.get('originalAssets') === 'true';
  const { id, mimeType, bytes, width, height, name, type, createdAt } = asset;
  return {
    id,
    url: signedUrl(team, exchange, asset, isOriginal),
    mimeType,
    kind: 'image',
    properties: { width, height, size: bytes.length },
    metadata: { name, type },
    status: 'success',
    privacy: 'private',
    tags: [],
    collectionIds: [],
    editCapabilities: [],
    ownerId: 'rehearsal',
    authorId: 'rehearsal',
    createdAt,
    updatedAt: createdAt,
  };
}

function signedUrl(team: Team, exchange: Exchange, asset: Asset, isOriginal: boolean): string {
  const [fault] = drawFaults(team, exchange, 'asset', asset.type);
  if (fault) team.counters.countFault(fault.name);
  return team.assets.sign(asset, { isOriginal, lifetimeMs: fault ? -60_000 : team.settings.urlLifetimeMs });
}
