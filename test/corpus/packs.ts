import { parsePack } from '../../src/pack/parse-pack.ts';
import { type Pack, type StyleName, STYLE_NAMES } from '../../src/pack/pack.ts';
import { throwDice, type Dice } from './dice.ts';

const THINGS = [
  'a green slime',
  'a knight with a red cape',
  'a purple bat',
  'a dragon',
  'an oak tree',
  'a glass potion',
  'a golden crown',
  'a spaceship',
  'a skeleton',
  'a red mushroom',
  'a treasure chest',
  'a small house',
  'a silver key',
  'a fiery sword',
  'a ghost',
  'a blue fish',
  'a rusty robot',
  'a wizard',
  'a spider',
  'a pink flower',
  'a wooden shield',
  'a glowing gem',
  'an owl',
  'a snowman',
  'a black cat',
  'a burger',
  'a cactus',
  'a lantern',
  'a bomb',
  'a snail',
] as const;
const PLACES = [
  'a forest at dawn',
  'a dark cave',
  'a snowy mountain',
  'a desert at night',
  'deep space',
  'a city street',
  'a meadow',
  'a swamp',
  'a lava field',
  'the sea floor',
] as const;
const GROUNDS = ['grass', 'a stone wall', 'sand', 'water', 'planks of wood', 'snow'] as const;
const SIDES = [24, 32, 48, 64, 96, 128, 192, 256, 384, 512] as const;
const STATES = ['normal', 'hover', 'pressed', 'disabled'] as const;

export interface PackPlan {
  readonly entities: number;
  readonly scenes: number;
  readonly layers: number;
  readonly titles: number;
  /** Of each kind. */
  readonly sheets: number;
  /** The longest side of what is not a subject. */
  readonly longest: number;
}

/** A pack of one style with so many assets of each type, in sizes from 24 to 512. */
export function makePack(seed: number, style: StyleName, plan: PackPlan): Pack {
  const dice = throwDice(seed, 'pack', style);
  const assets = [
    ...times(plan.entities, (i) => entity(dice, i, seed)),
    ...times(plan.scenes, (i) => scene(dice, i, plan.longest)),
    ...times(plan.layers, (i) => layers(dice, i, plan.longest)),
    ...times(plan.titles, (i) => ({
      id: `title${i}`,
      type: 'title_hero',
      title: dice.pick(['Slime Quest', 'Last Orbit', 'Gem', 'Dusk of Kings']),
      width: 2 * dice.pick([64, 128, 256]),
      height: 128,
    })),
    ...times(plan.sheets, (i) => sheets(dice, i)).flat(),
  ];
  const parsed = parsePack(JSON.stringify({ pack: 'corpus', style, seed, assets }), {
    file: 'corpus.json',
    format: 'json',
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

export const styleOf = (seed: number): StyleName => STYLE_NAMES[seed % STYLE_NAMES.length] ?? 'cartoon';

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));

function entity(dice: Dice, index: number, seed: number): object {
  const [width, side] = [dice.pick(SIDES), dice.pick([1, 1, 0.75, 1.25])];
  const shape = dice.pick([{}, {}, { shape: 'circle' }, { shape: 'capsule' }]);
  const description = THINGS[(seed * 7 + index * 11) % THINGS.length];
  return { id: `thing${index}`, type: 'entity', description, width, height: Math.round(width * side), ...shape };
}

function scene(dice: Dice, index: number, longest: number): object {
  const tile = dice.pick(['none', 'x', 'xy']);
  const side = dice.pick([128, 192, 256]);
  if (tile === 'xy')
    return {
      id: `scene${index}`,
      type: 'background',
      description: dice.pick(GROUNDS),
      tile,
      width: side,
      height: side,
    };
  const [width, height] = [longest, Math.round(longest * dice.pick([0.5, 0.6, 0.75]))];
  return { id: `scene${index}`, type: 'background', description: dice.pick(PLACES), tile, width, height };
}

function layers(dice: Dice, index: number, longest: number): object {
  const height = Math.round(longest * 0.6);
  return {
    id: `far${index}`,
    type: 'parallax',
    description: dice.pick(PLACES),
    layers: ['sky', 'far hills', 'near plants'],
    width: longest,
    height,
  };
}

const MOVES = [
  'idle',
  'walk',
  'run',
  'jump',
  'attack',
  'hurt',
  'fly',
  'spin',
  'die',
  'burn',
  'open',
  'explode',
  'swim',
] as const;

/** Two animations of four frames. */
function moves(dice: Dice): object {
  const once = { frames: 4, fps: 8, loop: false };
  return { [dice.pick(MOVES)]: { frames: 4, fps: 6 }, [`${dice.pick(MOVES)} once`]: once };
}

function sheets(dice: Dice, index: number): readonly object[] {
  const side = dice.pick([32, 48, 64, 96, 128]);
  const spacing = dice.pick([0, 2, 4]);
  const grid = (columns: number, rows: number, height = side): object => ({
    type: 'grid',
    columns,
    rows,
    cellWidth: side,
    cellHeight: height,
    spacing,
    margin: spacing,
  });
  const description = dice.pick(THINGS);
  const variants = ['red', 'blue', 'green', 'golden'].map((key) => ({ key, description: `${key} ${description}` }));
  return [
    {
      id: `walk${index}`,
      type: 'sheet',
      kind: 'sprite',
      description: dice.pick(THINGS),
      layout: grid(4, 2),
      animations: moves(dice),
    },
    { id: `tiles${index}`, type: 'sheet', kind: 'tile', description: dice.pick(GROUNDS), layout: grid(4, 2) },
    { id: `kinds${index}`, type: 'sheet', kind: 'variation', description, layout: grid(2, 2), variants },
    {
      id: `ui${index}`,
      type: 'sheet',
      kind: 'ui_component',
      description: 'a stone frame',
      componentType: dice.pick(['button', 'checkbox', 'panel', 'progress_bar', 'slider']),
      layout: grid(2, 2, Math.max(24, side >> 1)),
      states: STATES,
    },
  ];
}
