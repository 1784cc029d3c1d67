import type { LayerSpec, ParallaxSpec } from '../pack/pack.ts';
import { joinClauses, tidyClause } from './clause.ts';
import { LIMITS, type PromptDraft } from './draft.ts';
import { listInOrder } from './list-in-order.ts';
import { ALWAYS, NO_TEXT } from './negatives.ts';

const SCENE_NEGATIVES = ['characters', 'user interface', 'frame', ...NO_TEXT, ...ALWAYS];

/** The whole scene in one picture, for models that part it into layers themselves. */
export function draftParallax(asset: ParallaxSpec): PromptDraft {
  const layers = listInOrder(asset.layers.map(layerMeaning), LIMITS.entries);
  return {
    subject: tidyClause(asset.description, LIMITS.subject),
    details: [`wide side-scrolling backdrop in ${asset.layers.length} depth layers from far to near: ${layers}`],
    framing: ['clearly separated depths', 'level horizon', ...loopFraming(asset)],
    isCutOut: false,
    negatives: SCENE_NEGATIVES,
  };
}

/** One layer alone, for workflows that make one picture a layer. The farthest is opaque. */
export function draftLayer(asset: ParallaxSpec, layer: LayerSpec): PromptDraft {
  const isCutOut = asset.layers.indexOf(layer) !== 0;
  return {
    subject: writeLayerWords(asset, layer),
    details: [`${depthWords(layer.depth)} layer of a side-scrolling backdrop`],
    framing: [
      isCutOut ? 'only this layer, standing on the lower edge' : 'fills the whole picture',
      ...loopFraming(asset),
    ],
    isCutOut,
    negatives: isCutOut ? ['cast shadow', 'vignette', ...SCENE_NEGATIVES] : SCENE_NEGATIVES,
  };
}

/** A layer's own words, as the user wrote them. */
export function layerWords(layer: LayerSpec): string {
  return layer.description ?? layer.name;
}

/** What one layer shows, with the scene it belongs to. */
export function writeLayerWords(asset: ParallaxSpec, layer: LayerSpec): string {
  return joinClauses([layerMeaning(layer), tidyClause(asset.description, LIMITS.subject - LIMITS.modifiers)]);
}

/** Names made from `layerCount` say nothing, so depth speaks for them. */
function layerMeaning(layer: LayerSpec): string {
  const words = tidyClause(layerWords(layer), LIMITS.modifiers);
  return words === '' || /^layer \d+$/.test(words) ? depthWords(layer.depth) : words;
}

function depthWords(depth: number): string {
  if (depth <= 0) return 'farthest distance';
  if (depth < 0.4) return 'far distance';
  if (depth < 0.75) return 'middle distance';
  return 'near foreground';
}

function loopFraming(asset: ParallaxSpec): readonly string[] {
  return asset.loop === 'x' ? ['left and right edges join seamlessly'] : [];
}
