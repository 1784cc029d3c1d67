import { normaliseLayers } from './normalise-layers.ts';
import { normaliseSheet } from './normalise-sheet.ts';
import type { AssetSpec, Shape } from './pack.ts';
import type { AssetInput, EntityInput } from './schema-asset.ts';

/** From what the user wrote, already checked, to what all later stages read. */
export function normaliseAsset(input: AssetInput): AssetSpec {
  switch (input.type) {
    case 'entity': {
      const { type, width, height, strength, view } = input;
      const shape = readShape(input);
      return { ...common(input), type, width, height, strength, ...(shape && { shape }), ...(view && { view }) };
    }
    case 'background': {
      const { type, width, height, tile } = input;
      return { ...common(input), type, width, height, tile };
    }
    case 'title_hero': {
      const { type, title, width, height, keepBackground } = input;
      return { ...common(input), type, title, width, height, keepBackground };
    }
    case 'parallax': {
      const { type, width, height, loop } = input;
      return { ...common(input), type, width, height, loop, layers: normaliseLayers(input) };
    }
    default:
      return normaliseSheet(input, common(input));
  }
}

export interface CommonFields {
  readonly id: string;
  readonly description: string;
  readonly seed?: number;
  readonly retries?: number;
}

function common(input: AssetInput): CommonFields {
  const base = input.type === 'sheet' ? input.promptConfig.basePrompt : undefined;
  const description = input.description ?? input.prompt ?? base ?? '';
  const { id, seed, retries } = input;
  return { id, description, ...(seed === undefined ? {} : { seed }), ...(retries === undefined ? {} : { retries }) };
}

function readShape({ shape, points, path, image }: EntityInput): Shape | undefined {
  switch (shape) {
    case undefined:
      return undefined;
    case 'polygon':
      return { kind: shape, points: points ?? [] };
    case 'path':
      return { kind: shape, path: path ?? '' };
    case 'image':
      return { kind: shape, image: image ?? '' };
    default:
      return { kind: shape };
  }
}
