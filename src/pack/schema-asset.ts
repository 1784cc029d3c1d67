import * as z from 'zod';
import { entryKey, listOf, mapping, named, numberBetween, oneOf, text, wholeNumber } from './fields.ts';
import { imagePathFault } from './names.ts';
import { base, yesNo } from './schema-base.ts';
import { MAX_SIDE } from './schema-layout.ts';
import { Sheet } from './schema-sheet.ts';

const SIMPLE_SHAPES = ['box', 'circle', 'ellipse', 'capsule', 'triangle', 'diamond'] as const;
const fraction = () => numberBetween(0, 1);
/** Smaller, nothing could be both solid and clear around its edges. */
const cutOutSide = () => wholeNumber(4, MAX_SIDE);
const sceneSide = () => wholeNumber(16, MAX_SIDE);

const Point = z
  .tuple([fraction(), fraction()], { error: 'must be a point [x, y]' })
  .describe('x and y from 0 to 1 of the box around the subject; y runs down.');

export const Entity = mapping('an entity', {
  type: z.literal('entity').describe('One creature, item or thing on a transparent background.'),
  ...base,
  width: cutOutSide().describe('Width of the finished picture in pixels.'),
  height: cutOutSide().describe('Height of the finished picture in pixels.'),
  shape: oneOf([...SIMPLE_SHAPES, 'polygon', 'path', 'image'])
    .exactOptional()
    .describe('Outline that steers the model. `polygon` wants `points`, `path` wants `path`, `image` wants `image`.'),
  points: listOf(Point, '[x, y] pairs', { min: 3, max: 256 })
    .exactOptional()
    .describe('Corners of `shape: polygon`: [[x, y], …], each from 0 to 1.'),
  path: z
    .string({ error: 'must be the data of an SVG path, of at most 20000 characters' })
    .min(1)
    .max(20_000)
    .exactOptional()
    .describe('Outline of `shape: path`: the `d` of an SVG path, in any view box.'),
  image: named(imagePathFault, 'must be the path of a PNG file')
    .exactOptional()
    .describe("PNG file of `shape: image`, relative to the pack's folder."),
  strength: fraction().default(0.95).describe('How far the model may leave the outline: 0 not at all, 1 freely.'),
  view: text(200).exactOptional().describe('Words for the camera, such as `side view` or `top-down`.'),
});

export const Background = mapping('a background', {
  type: z.literal('background').describe('An opaque scene.'),
  ...base,
  width: sceneSide().describe('Width of the finished picture in pixels.'),
  height: sceneSide().describe('Height of the finished picture in pixels.'),
  tile: oneOf(['none', 'x', 'xy']).default('none').describe('Which edges join without a seam.'),
});

export const TitleHero = mapping('a title hero', {
  type: z.literal('title_hero').describe('The lettering of the game title.'),
  ...base,
  title: text(80).describe('The words to letter.'),
  width: cutOutSide().describe('Width of the finished picture in pixels.'),
  height: cutOutSide().describe('Height of the finished picture in pixels.'),
  keepBackground: yesNo().default(false).describe('Keeps what is painted behind the letters.'),
});

const Layer = mapping('a layer', {
  name: entryKey().describe('Name of the layer, unique in its set.'),
  description: text(2000).exactOptional().describe('What this layer shows.'),
  depth: fraction().exactOptional().describe('0 is the farthest, 1 the nearest.'),
  speed: numberBetween(0, 10).exactOptional().describe('Scroll speed: 0 stands still, 1 moves with the world.'),
});

export const Parallax = mapping('a parallax set', {
  type: z.literal('parallax').describe('A landscape in layers that scroll at their own speeds.'),
  ...base,
  width: sceneSide().describe('Width of every layer in pixels.'),
  height: sceneSide().describe('Height of every layer in pixels.'),
  loop: oneOf(['x', 'none']).default('x').describe('`x`: left and right edge join without a seam.'),
  layers: listOf(z.union([entryKey(), Layer], { error: 'must be a name or a layer' }), 'layers', { min: 1, max: 8 })
    .exactOptional()
    .describe('Names, or layers; the first is the farthest.'),
  layerCount: wholeNumber(1, 8).exactOptional().describe('How many layers, when their names do not matter.'),
});

/** One asset as the user writes it. */
export const Asset = z
  .discriminatedUnion('type', [Entity, Background, TitleHero, Parallax, Sheet], { error: 'must be a mapping' })
  .describe('One thing the game needs.');

export type AssetInput = z.output<typeof Asset>;
export type EntityInput = z.output<typeof Entity>;
export type ParallaxInput = z.output<typeof Parallax>;
export type SheetInput = z.output<typeof Sheet>;
export type SpriteInput = Extract<SheetInput, { kind: 'sprite' }>;
export type LayoutInput = SheetInput['layout'];
