import * as z from 'zod';
import { entryKey, listOf, mapping, numberBetween, oneOf, text, wholeNumber } from './fields.ts';
import { UI_COMPONENTS, UI_STATES } from './pack.ts';
import { base, yesNo } from './schema-base.ts';
import { Layout, MAX_CELLS, side } from './schema-layout.ts';

const words = () => text(2000);
const overrides = (what: string) =>
  z.record(z.string(), words(), { error: `must be a mapping of ${what} to words` }).default({});

const PromptConfig = mapping('a prompt configuration', {
  basePrompt: words().exactOptional().describe('What all cells show; stands in for `description`.'),
  commonModifiers: words().exactOptional().describe('Words added for every cell, such as `thick outline`.'),
  stylePreset: words().exactOptional().describe('Words about the style of this sheet alone.'),
});

const sheet = {
  type: z.literal('sheet').describe('Many small pictures on one, with a JSON file that says where each is.'),
  ...base,
  layout: Layout,
  promptConfig: PromptConfig.default({}).describe('Finer control over the prompt.'),
  entryOverrides: overrides('entry keys').describe('More words for single entries, by key.'),
};

const Frames = z
  .union([wholeNumber(1, MAX_CELLS), listOf(wholeNumber(0, MAX_CELLS - 1), 'cell indexes', { min: 1, max: 1024 })], {
    error: 'must be a count of frames, or a list of cell indexes',
  })
  .describe('A count takes the next free cells in order; a list names cells, counted from 0.');

const Animation = mapping('an animation', {
  frames: Frames,
  fps: numberBetween(0, 120)
    .refine((fps) => fps > 0, { error: 'must be greater than 0' })
    .default(8)
    .describe('Frames a second.'),
  loop: yesNo().default(true).describe('Whether it starts again at its end.'),
});

export const SpriteSheet = mapping('a sprite sheet', {
  kind: z.literal('sprite').describe('Frames of animations of one character or thing.'),
  ...sheet,
  animations: z
    .record(entryKey(), Animation, { error: 'must be a mapping of names to animations' })
    .describe('Animations by name, in the order of their cells. Entries are named `<animation>_<n>`.'),
});

export const TileSheet = mapping('a tile sheet', {
  kind: z.literal('tile').describe('Tiles of one landscape, which fit each other.'),
  ...sheet,
  tileWidth: side().exactOptional().describe("Width of a tile in pixels; the cell's own when absent."),
  tileHeight: side().exactOptional().describe("Height of a tile in pixels; the cell's own when absent."),
  tileOverrides: overrides('tile indexes').describe('Words for single tiles, by index, counted from 0.'),
});

const Variant = mapping('a variant', {
  key: entryKey().describe('Name of the variant, unique on the sheet.'),
  description: words().exactOptional().describe('What is special about it.'),
  promptOverride: words().exactOptional().describe('Replaces its description in the prompt.'),
});

export const VariationSheet = mapping('a variation sheet', {
  kind: z.literal('variation').describe('The same thing in several variants.'),
  ...sheet,
  variants: listOf(Variant, 'variants', { min: 1, max: MAX_CELLS }).describe('One cell each, in order.'),
});

const border = (edge: string) => wholeNumber(0, 4096).default(0).describe(`Pixels at the ${edge} that do not stretch.`);
const NinePatchMargins = mapping('nine-patch margins', {
  left: border('left'),
  right: border('right'),
  top: border('top'),
  bottom: border('bottom'),
});
const Resolution = mapping('a resolution', {
  width: side().describe('Width in pixels.'),
  height: side().describe('Height in pixels.'),
});

export const UiSheet = mapping('a UI component sheet', {
  kind: z.literal('ui_component').describe('One component of a user interface in its states.'),
  ...sheet,
  componentType: oneOf(UI_COMPONENTS).describe('Which component.'),
  states: listOf(oneOf(UI_STATES), 'states', { min: 1, max: UI_STATES.length }).describe('One cell each, in order.'),
  ninePatchMargins: NinePatchMargins.exactOptional().describe(
    'Borders of a cell that keep their size when it stretches.',
  ),
  baseResolution: Resolution.exactOptional().describe("Size of the game's screen that the component is drawn for."),
});

export const Sheet = z.discriminatedUnion('kind', [SpriteSheet, TileSheet, VariationSheet, UiSheet]);
