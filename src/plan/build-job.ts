import { type Canvas, type CanvasPolicy } from '../guide/canvas.ts';
import { fitCanvas, toCanvas } from '../guide/fit-canvas.ts';
import type { GuideSpec } from '../guide/guide.ts';
import { horizonGuide, sheetGuide, silhouetteGuide } from '../guide/sheet-guide.ts';
import { hashJson } from '../hash.ts';
import type { AssetSpec, EntitySpec, Pack, ParallaxSpec, SheetSpec, Style } from '../pack/pack.ts';
import { tintOf } from '../prompt/colour-words.ts';
import { layerWords } from '../prompt/parallax.ts';
import { namedStyle, styleWords } from '../prompt/styles.ts';
import { type PromptOptions, isCutOut, writeLayerPrompt, writePrompt } from '../prompt/write-prompt.ts';
import type { Capabilities, CellIntent, Composition, ImageJob } from '../providers/provider.ts';
import type { Rgba } from '../raster/raster.ts';
import { type SheetEntry, sheetEntries } from '../sheet/entries.ts';
import { assetSize } from './asset-size.ts';

export interface JobSources {
  readonly pack: Pack;
  /** Overrides the pack's seed. */
  readonly seed?: number;
  /** sha256 of each file that an `image` shape names, by the path as written. */
  readonly imageHashes: ReadonlyMap<string, string>;
}

/** Everything that decides an asset's picture, from its words and what the provider is like. Pure. */
export function buildJob(
  asset: AssetSpec,
  sources: JobSources,
  capabilities: Pick<Capabilities, 'canvas' | 'alpha' | 'layers'>,
): ImageJob {
  const { pack } = sources;
  const style = effectiveStyle(asset, pack.style);
  const canvas = fitCanvas(assetSize(asset), canvasPolicy(asset, capabilities.canvas));
  const words: PromptOptions = { theme: pack.theme, style: pack.style, alpha: capabilities.alpha };
  const { prompt, negativePrompt, subject, keyColour } = writePrompt(asset, words);
  // A layer painted alone is steered by its words: the horizon of the whole scene would only mislead it.
  const paintsAlone = asset.type === 'parallax' && capabilities.layers === 'each';
  const guide = paintsAlone ? undefined : guideOf(asset, canvas, sources.imageHashes);
  return {
    type: asset.type,
    prompt,
    negativePrompt,
    seed: asset.seed ?? deriveSeed(sources.seed ?? pack.seed, asset.id),
    canvas,
    style: { name: typeof style === 'string' ? style : 'custom', words: styleWords(style).words.join(', ') },
    theme: pack.theme,
    subject,
    transparent: isCutOut(asset),
    ...(keyColour ? { keyColour: keyColour.hex } : {}),
    ...(guide ? { guide } : {}),
    ...(asset.type === 'entity' ? { strength: asset.strength } : {}),
    composition: paintsAlone ? composeAlone(asset, words) : compose(asset, canvas),
  };
}

/** A seed of its own for every asset, so that one more asset in the pack changes no other. 0..2147483647. */
export function deriveSeed(packSeed: number, id: string): number {
  return Number.parseInt(hashJson([packSeed, id]).slice(0, 8), 16) & 0x7fffffff;
}

/** A sheet's preset that names one of our styles stands in for the pack's. */
export function effectiveStyle(asset: AssetSpec, packStyle: Style): Style {
  const preset = asset.type === 'sheet' ? namedStyle(asset.promptConfig.stylePreset ?? '') : undefined;
  return preset ?? packStyle;
}

/** Seamless pictures must fill their canvas to its edges: what is cut away would take the seam's match with it. */
function canvasPolicy(asset: AssetSpec, policy: CanvasPolicy): CanvasPolicy {
  const isSeamless =
    (asset.type === 'background' && asset.tile !== 'none') || (asset.type === 'parallax' && asset.loop === 'x');
  return isSeamless && policy.targetPixels === undefined ? { ...policy, multipleOf: 1 } : policy;
}

function guideOf(asset: AssetSpec, canvas: Canvas, imageHashes: ReadonlyMap<string, string>): GuideSpec | undefined {
  if (asset.type === 'entity') return silhouetteGuide(hashImage(asset, imageHashes), canvas);
  if (asset.type === 'sheet') return sheetGuide(asset, canvas, sheetTints(asset));
  if (asset.type === 'parallax') return horizonGuide(asset, canvas);
  return undefined;
}

/** A guide names the content of a file, never its path: the same picture elsewhere is the same request. */
function hashImage(asset: EntitySpec, imageHashes: ReadonlyMap<string, string>): EntitySpec {
  if (asset.shape?.kind !== 'image') return asset;
  const image = imageHashes.get(asset.shape.image);
  if (image === undefined) throw new TypeError(`The file ${asset.shape.image} was not read.`);
  return { ...asset, shape: { kind: 'image', image } };
}

function compose(asset: AssetSpec, canvas: Canvas): Composition {
  switch (asset.type) {
    case 'entity':
      return { kind: 'subject', ...(asset.view === undefined ? {} : { view: asset.view }) };
    case 'background':
      return { kind: 'scene', tile: asset.tile };
    case 'title_hero':
      return { kind: 'title', title: asset.title };
    case 'parallax':
      return {
        kind: 'layers',
        loop: asset.loop,
        layers: asset.layers.map((layer) => ({ name: layer.name, words: layerWords(layer), depth: layer.depth })),
      };
    case 'sheet':
      return { kind: 'cells', sheet: asset.kind, cells: cellIntents(asset, canvas) };
  }
}

/** Layers that each are a job of their own, with words of their own. */
function composeAlone(asset: ParallaxSpec, words: PromptOptions): Composition {
  const layers = asset.layers.map((layer) => {
    const { prompt, negativePrompt, keyColour } = writeLayerPrompt(asset, layer, words);
    const alone = { prompt, negativePrompt, ...(keyColour ? { keyColour: keyColour.hex } : {}) };
    return { name: layer.name, words: layerWords(layer), depth: layer.depth, alone };
  });
  return { kind: 'layers', loop: asset.loop, layers };
}

/** One intent a cell: where several sprite entries show the same cell, the first says what is in it. */
function cellIntents(asset: SheetSpec, canvas: Canvas): readonly CellIntent[] {
  const byCell = new Map<number, SheetEntry>();
  for (const entry of sheetEntries(asset)) if (!byCell.has(entry.index)) byCell.set(entry.index, entry);
  const tints = sheetTints(asset);
  return [...byCell.values()].map(({ key, rect, words, frame, tile, component }) => {
    const tint = tints.get(key);
    return {
      key,
      rect: toCanvas(rect, canvas),
      words,
      ...(tint ? { tint } : {}),
      ...(frame ? { frame } : {}),
      ...(tile ? { tile } : {}),
      ...(component ? { component } : {}),
    };
  });
}

/** The colours that variants name, in their words or in their keys. */
function sheetTints(asset: SheetSpec): ReadonlyMap<string, Rgba> {
  if (asset.kind !== 'variation') return new Map();
  return new Map(
    sheetEntries(asset).flatMap(({ key, words }) => {
      const tint = tintOf(words) ?? tintOf(key.replace(/[_-]/g, ' '));
      return tint ? [[key, tint] as const] : [];
    }),
  );
}
