import type {
  BackgroundSpec,
  EntitySpec,
  ParallaxSpec,
  SpriteSheetSpec,
  TileSheetSpec,
  TitleHeroSpec,
  UiSheetSpec,
  VariationSheetSpec,
} from '../pack/pack.ts';

const GRID = { type: 'grid', columns: 4, rows: 2, cellWidth: 64, cellHeight: 64, spacing: 2, margin: 2 } as const;
const SHEET = { type: 'sheet', layout: GRID, promptConfig: {}, entryOverrides: {} } as const;

/** One small asset of every kind, for this folder's tests. */
export const SAMPLES = {
  entity: {
    id: 'slime',
    type: 'entity',
    description: 'a cute green slime monster',
    width: 64,
    height: 64,
    strength: 0.95,
    view: 'side view',
  } satisfies EntitySpec,
  background: {
    id: 'cave',
    type: 'background',
    description: 'a glowing mushroom cavern',
    width: 1344,
    height: 768,
    tile: 'none',
  } satisfies BackgroundSpec,
  titleHero: {
    id: 'logo',
    type: 'title_hero',
    title: 'Slime Quest',
    description: 'dripping lettering',
    width: 1024,
    height: 512,
    keepBackground: false,
  } satisfies TitleHeroSpec,
  parallax: {
    id: 'forest',
    type: 'parallax',
    description: 'a misty pine forest at dawn',
    width: 1344,
    height: 768,
    loop: 'x',
    layers: [
      { name: 'sky', depth: 0, speed: 0 },
      { name: 'layer 1', depth: 0.5, speed: 0.5 },
      { name: 'ferns', description: 'near ferns, dewy', depth: 1, speed: 1 },
    ],
  } satisfies ParallaxSpec,
  sprite: {
    ...SHEET,
    id: 'hero',
    kind: 'sprite',
    description: 'a small knight',
    entryOverrides: { walk_1: 'left foot up' },
    animations: { walk: { frames: 4, fps: 8, loop: true }, jump: { frames: [4, 5], fps: 8, loop: false } },
  } satisfies SpriteSheetSpec,
  tile: {
    ...SHEET,
    id: 'ground',
    kind: 'tile',
    description: 'mossy cave floor',
    tileWidth: 64,
    tileHeight: 64,
    tileOverrides: { '0': 'plain stone' },
    entryOverrides: { tile_3: 'a puddle' },
  } satisfies TileSheetSpec,
  variation: {
    ...SHEET,
    id: 'gems',
    kind: 'variation',
    description: 'a cut gem',
    variants: [
      { key: 'red' },
      { key: 'deep_blue', description: 'with a star inside' },
      { key: 'odd', promptOverride: 'a cracked grey pebble' },
    ],
  } satisfies VariationSheetSpec,
  ui: {
    ...SHEET,
    id: 'button',
    kind: 'ui_component',
    description: 'a wooden button',
    componentType: 'button',
    states: ['normal', 'hover', 'pressed', 'disabled'],
    entryOverrides: { hover: 'with a firefly' },
    ninePatchMargins: { left: 8, right: 8, top: 8, bottom: 8 },
  } satisfies UiSheetSpec,
};
