import { LimnerError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import type { Save } from '../providers/graph-provider.ts';

/** All that any process needs to fetch a picture, and to finish it. */
export interface AssetRef {
  /** Of the job that made it. */
  readonly remoteId: string;
  readonly submittedAt: number;
  readonly save: Save;
  /** Its place in the batch of its node. */
  readonly index: number;
  readonly finish?: Finish;
}

/** What is still to be done to a picture that came back. */
export interface Finish {
  readonly width: number;
  readonly height: number;
  /** `#rrggbb` of the ground that the subject is to be cut from. */
  readonly keyColour?: string;
}

const VERSION = 'limner1';

/** As a text that is good as the name of a file, too. `place` is only recognised by it, never told. */
export function writeAssetId({ remoteId, submittedAt, save, index, finish }: AssetRef, place: string): string {
  const size = finish ? `${finish.width}x${finish.height}${finish.keyColour?.replace('#', '-') ?? ''}` : '';
  const parts = [remoteId, submittedAt.toString(36), save.prefix, save.node, String(index), size];
  return [VERSION, sha256(place).slice(0, 8), ...parts.map(escape)].join('~');
}

/**
 * Reads what `writeAssetId` wrote for the same place.
 * @throws LIMNER_USAGE for any other text, LIMNER_ENDPOINT_NOT_FOUND for an asset of another endpoint
 */
export function readAssetId(id: string, place: string): AssetRef {
  const [version, where, ...rest] = id.split('~');
  const [remoteId = '', time = '', prefix = '', node = '', index = '', size] = rest.map(unescape);
  const [, width, height, key] = /^(\d+)x(\d+)(?:-([0-9a-f]{6}))?$/.exec(size ?? '') ?? [];
  const isOurs = version === VERSION && rest.length === 6 && remoteId !== '' && /^\d+$/.test(index);
  if (!isOurs || (size !== '' && width === undefined)) {
    throw new LimnerError('LIMNER_USAGE', `"${id.slice(0, 80)}" is no id of an asset.`, {
      next: 'Give the assetId as unifiedGenerate, generateAsset or executeWorkflow gave it.',
    });
  }
  if (where !== sha256(place).slice(0, 8)) {
    throw new LimnerError('LIMNER_ENDPOINT_NOT_FOUND', 'This asset was made on another endpoint.', {
      next: 'Download it with a client for the endpoint that made it.',
    });
  }
  const ref = { remoteId, submittedAt: Number.parseInt(time, 36), save: { prefix, node }, index: Number(index) };
  if (width === undefined || height === undefined) return ref;
  const keyColour = key === undefined ? {} : { keyColour: `#${key}` };
  return { ...ref, finish: { width: Number(width), height: Number(height), ...keyColour } };
}

/** Node ids of a user's own workflow may be any text. */
function escape(part: string): string {
  return encodeURIComponent(part).replaceAll('~', '%7E').replaceAll('*', '%2A');
}

function unescape(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
