import { UI_COMPONENTS, UI_STATES } from '../../src/pack/pack.ts';
import { parsePack } from '../../src/pack/parse-pack.ts';
import { buildJob } from '../../src/plan/build-job.ts';
import { paintJob } from '../../src/providers/painter/art/paint-job.ts';
import { createPainter } from '../../src/providers/painter/index.ts';
import { translateJob } from '../../src/providers/painter/translate.ts';
import type { Raster } from '../../src/raster/raster.ts';
import { board, column, stack } from './board.ts';

/** What the painter makes of scenes, layers, titles and sheets, for the eye: one picture a kind, in reading order. */
export interface SheetSection {
  readonly name: string;
  /** What is to be seen, row by row. */
  readonly caption: string;
  readonly raster: () => Raster;
}

const PLACES = [
  'forest',
  'mountains',
  'cave',
  'desert',
  'ocean',
  'coral reef',
  'city at night',
  'outer space',
  'snowy winter land',
  'swamp',
  'castle interior',
  'sky above the clouds',
  'volcano',
  'meadow',
  'castle',
  'ancient ruins',
  'jungle',
  'beach',
  'dark dungeon',
  'haunted graveyard',
];
const HOURS = ['at dawn', 'at noon', 'at dusk', 'at night', 'in the rain', 'in falling snow', 'in fog', 'in a storm'];
const SURFACES = [
  'stone wall',
  'brick wall',
  'wooden planks',
  'grass texture',
  'dirt',
  'sand',
  'water',
  'snow',
  'lava',
  'metal plates',
  'cobblestone',
  'ice',
];
const STYLES = ['pixel', 'cartoon', 'flat', '3d', 'painterly'] as const;
const TITLES = [
  ['Slime Quest', 'dripping green slime lettering'],
  ['Frostheim', 'icy letters with a crystal'],
  ['Dragonfire', 'burning letters with a dragon'],
  ['Größe & Übermut 2', 'stone letters with a castle'],
  ['STAR RACER', 'neon science fiction with a rocket'],
  ['The Little Café', 'cute candy lettering with a cat'],
  ['Kingdom of Ash', 'golden medieval letters with a sword'],
  ['Łódź, señor?', 'a pirate map with a chest'],
] as const;

const painter = createPainter();
const capabilities = await painter.probe({ signal: new AbortController().signal });

/** The pictures of each asset that the lines describe, in a pack of the given style. */
export function paintAssets(style: string, lines: readonly string[]): readonly (readonly Raster[])[] {
  const text = `pack: sheet\nstyle: ${style}\nassets:\n${lines.map((line, i) => `  - { id: a${i}, ${line} }`).join('\n')}\n`;
  const parsed = parsePack(text, { file: 'sheet.yaml', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { pack } = parsed;
  return pack.assets.map((asset) =>
    paintJob(translateJob(buildJob(asset, { pack, imageHashes: new Map() }, capabilities), new Map())),
  );
}

const scene = (words: string, width = 336, height = 192, tile = 'none'): string =>
  `type: background, description: "${words}", width: ${width}, height: ${height}, tile: ${tile}`;

export function sceneSections(): readonly SheetSection[] {
  return [
    {
      name: 'biomes',
      caption: PLACES.join(', '),
      raster: () =>
        board(
          paintAssets(
            'cartoon',
            PLACES.map((place) => scene(place)),
          ).flat(),
          4,
        ),
    },
    {
      name: 'hours',
      caption: `a pine forest and a desert ${HOURS.join(', ')}`,
      raster: () =>
        board(
          paintAssets(
            'cartoon',
            ['pine forest', 'town'].flatMap((place) => HOURS.map((hour) => scene(`a ${place} ${hour}`))),
          ).flat(),
          4,
        ),
    },
    {
      name: 'scene-styles',
      caption: `forest at dawn, cave, city at night in ${STYLES.join(', ')}`,
      raster: () =>
        board(
          STYLES.flatMap((style) =>
            paintAssets(
              style,
              ['a forest at dawn', 'a crystal cave', 'a city at night', 'an ocean'].map((words) => scene(words)),
            ).flat(),
          ),
          4,
        ),
    },
    {
      name: 'surfaces',
      caption: SURFACES.join(', '),
      raster: () =>
        board(
          paintAssets(
            'cartoon',
            SURFACES.map((words) => scene(words, 192, 192, 'xy')),
          ).flat(),
          6,
        ),
    },
    {
      name: 'titles',
      caption: TITLES.map(([title]) => title).join(', '),
      raster: () =>
        board(
          paintAssets(
            'cartoon',
            TITLES.map(
              ([title, words]) =>
                `type: title_hero, title: "${title}", description: "${words}", width: 512, height: 256`,
            ),
          ).flat(),
          2,
        ),
    },
    {
      name: 'sprites',
      caption: `${ANIMATIONS.join(', ')} of ${ACTORS.join(', ')}`,
      raster: () => column(ACTORS.map((actor) => board(paintAssets('cartoon', [sprites(actor)]).flat(), 1))),
    },
    {
      name: 'tiles',
      caption: TILE_SHEETS.map(([words]) => words).join(', '),
      raster: () =>
        board(
          TILE_SHEETS.flatMap(([words, columns, rows]) => paintAssets('cartoon', [tiles(words, columns, rows)]).flat()),
          3,
        ),
    },
    {
      name: 'tile-sets',
      caption: 'a set of 16 tiles, and one of 47 with one to spare',
      raster: () =>
        board(
          [tiles('grass terrain', 4, 4), tiles('cave autotile', 8, 6)].flatMap((line) =>
            paintAssets('cartoon', [line]).flat(),
          ),
          2,
        ),
    },
    {
      name: 'variations',
      caption: VARIATIONS.map(([words]) => words).join(', '),
      raster: () =>
        column(VARIATIONS.map(([words, keys]) => board(paintAssets('cartoon', [variants(words, keys)]).flat(), 1))),
    },
    {
      name: 'components',
      caption: `${UI_COMPONENTS.join(', ')}, each ${UI_STATES.join(', ')}`,
      raster: () =>
        board(
          UI_COMPONENTS.flatMap((type) => paintAssets('cartoon', [component(type)]).flat()),
          1,
        ),
    },
    {
      name: 'title-styles',
      caption: `three titles in ${STYLES.join(', ')}`,
      raster: () =>
        board(
          STYLES.flatMap((style) =>
            paintAssets(
              style,
              [0, 4, 6].map((at) => {
                const [title, words] = TITLES[at] ?? TITLES[0];
                return `type: title_hero, title: "${title}", description: "${words}", width: 384, height: 192`;
              }),
            ).flat(),
          ),
          3,
        ),
    },
    { name: 'parallax', caption: 'the layers of four scenes, and each scene as a whole', raster: parallaxBoard },
  ];
}

const ANIMATIONS = ['idle', 'walk', 'run', 'jump', 'attack', 'hurt', 'die'];
const ACTORS = ['a green slime', 'a knight', 'a robot', 'a cat', 'a bat'];
const sprites = (words: string): string =>
  `type: sheet, kind: sprite, description: "${words}", layout: { type: grid, columns: 14, rows: 4, cellWidth: 88, cellHeight: 88 }, animations: { ${ANIMATIONS.map((name) => `${name}: { frames: 8 }`).join(', ')} }`;

const TILE_SHEETS = [
  ['grass terrain', 4, 4],
  ['stone cave autotile', 8, 6],
  ['dungeon floor', 5, 3],
  ['water terrain', 4, 4],
  ['blob of sand in water', 8, 6],
  ['wooden planks', 5, 3],
] as const;
const tiles = (words: string, columns: number, rows: number): string =>
  `type: sheet, kind: tile, description: "${words}", layout: { type: grid, columns: ${columns}, rows: ${rows}, cellWidth: 48, cellHeight: 48 }`;

const VARIATIONS = [
  ['a cut gem', 'red, blue, green, gold, purple, black, white, pink'],
  ['a chest', 'wooden, golden, iron, frozen, open, broken, small, huge'],
  ['a slime', 'fire, ice, poison, stone, tiny, giant, angry, sleeping'],
  ['a sword', 'normal, damaged, burning, frozen, golden, cursed, wooden, magic'],
] as const;
const variants = (words: string, keys: string): string =>
  `type: sheet, kind: variation, description: "${words}", layout: { type: strip, direction: horizontal, frameCount: 8, cellWidth: 96, cellHeight: 96 }, variants: [${keys
    .split(', ')
    .map((key) => `{ key: ${key} }`)
    .join(', ')}]`;

const component = (type: string): string => {
  const [width, height] =
    type === 'scroll_bar_v' ? [40, 96] : ['checkbox', 'radio'].includes(type) ? [56, 56] : [128, 48];
  return `type: sheet, kind: ui_component, description: "a blue ${type}", componentType: ${type}, states: [${UI_STATES.join(', ')}], layout: { type: strip, direction: horizontal, frameCount: 7, cellWidth: ${width}, cellHeight: ${height}, spacing: 12 }, ninePatchMargins: { left: 12, right: 12, top: 12, bottom: 12 }`;
};

const SETS: readonly (readonly [words: string, layers: string])[] = [
  ['a misty pine forest at dawn', 'sky, far mountains, mid pines, near ferns'],
  ['a desert at dusk', 'sky, distant mesas, dunes, cacti'],
  ['a neon city at night', 'night sky, far skyline, near buildings, street lamps'],
  ['a deep cave', 'background, far rocks, stalactites, foreground'],
];

function parallaxBoard(): Raster {
  const sets = SETS.map(
    ([words, layers]) =>
      paintAssets('cartoon', [
        `type: parallax, description: "${words}", width: 336, height: 192, layers: [${layers}]`,
      ])[0] ?? [],
  );
  return board(
    sets.flatMap((layers) => [...layers, stack(layers)]),
    5,
  );
}
