import type { MeasuredCell, MeasuredPicture } from '../src/measure/picture.ts';
import { STYLE_NAMES, type SheetKind, type StyleName, UI_STATES } from '../src/pack/pack.ts';
import { BASE, canvasOf, paint, paintAll } from '../src/providers/painter/art/paint-samples.ts';
import type { CellIntent, Composition, ImageJob } from '../src/providers/provider.ts';
import type { Raster } from '../src/raster/raster.ts';

export interface SheetWish {
  readonly kind: SheetKind;
  readonly seed: number;
  /** Pixels of a side; absent: one of several by the seed. */
  readonly cell?: number;
  readonly subject?: string;
  readonly style?: StyleName;
  readonly animation?: string;
  readonly spacing?: number;
}

const SUBJECTS: Readonly<Record<SheetKind, readonly string[]>> = {
  sprite: ['a small knight in blue armor', 'a green slime', 'a bat', 'a wizard with a staff', 'a dragon', 'a wolf'],
  tile: ['damp cave ground', 'a brick wall', 'wooden planks', 'grass', 'stone wall', 'sand', 'metal plates'],
  variation: ['a faceted gem', 'a potion', 'a sword', 'a shiny piece of candy', 'a round glowing badge', 'a mushroom'],
  ui_component: ['a stone button with a mossy rim', 'a blue panel', 'a golden frame', 'a wooden thing'],
};
const ANIMATIONS = ['idle', 'walk', 'run', 'jump', 'attack', 'hurt', 'die', 'fly'];
const VARIANTS = ['red', 'blue', 'green', 'yellow', 'purple', 'white', 'orange', 'black'];
const COMPONENTS = ['button', 'checkbox', 'radio', 'slider', 'panel', 'progress_bar', 'toggle_switch', 'dropdown'];
const SIDES = [16, 24, 32, 48, 64, 96, 128];
const COUNTS = [4, 6, 8];
const FIRST_ONCE = 3;

/** For tests: one of a list, by any number. */
export function pick<T>(list: readonly [T, ...T[]] | readonly T[], n: number): T {
  const found = list[Math.abs(n) % list.length];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

/** For tests: a sheet of four columns that the painter made, everything chosen by the seed but what is wished. */
export function paintSheetSample(wish: SheetWish): MeasuredPicture {
  const { kind, seed } = wish;
  const side = wish.cell ?? pick(SIDES, seed);
  const count = kind === 'tile' ? 8 : pick(COUNTS, Math.floor(seed / 3));
  const spacing = wish.spacing ?? pick([0, 2, 4], Math.floor(seed / 5));
  const cells = Array.from({ length: count }, (_, index): CellIntent => ({
    ...roleOf(wish, index, count),
    words: kind === 'variation' ? pick(VARIANTS, index) : '',
    rect: cellRect(index, side, spacing),
  }));
  const style = wish.style ?? pick(STYLE_NAMES, Math.floor(seed / 2));
  const raster = paint({
    ...BASE,
    type: 'sheet',
    seed,
    subject: wish.subject ?? pick(SUBJECTS[kind], seed),
    style: { name: style, words: '' },
    transparent: kind !== 'tile',
    canvas: canvasOf(4 * side + 5 * spacing, Math.ceil(count / 4) * (side + spacing) + spacing),
    composition: { kind: 'cells', sheet: kind, cells },
  });
  const measured = cells.map(({ rect }, index): MeasuredCell => ({ rect, ...roleOf(wish, index, count) }));
  return { raster, alpha: 'any', isPixelArt: style === 'pixel', loop: 'none', sheet: { kind, cells: measured } };
}

const GROUND = [120, 165, 190] as const;

/** For tests: the same picture on a plain, opaque ground with a trace of noise, as models leave it. */
export function onPlainGround(picture: MeasuredPicture): MeasuredPicture {
  const rgba = picture.raster.rgba.slice();
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3] ?? 0;
    const noise = (i >> 2) % 5;
    for (const [c, ground] of GROUND.entries())
      rgba[i + c] = Math.round(((rgba[i + c] ?? 0) * alpha + (ground + noise) * (255 - alpha)) / 255);
    rgba[i + 3] = 255;
  }
  return { ...picture, raster: { ...picture.raster, rgba } };
}

function cellRect(index: number, side: number, spacing: number): CellIntent['rect'] {
  const [column, row] = [index % 4, Math.floor(index / 4)];
  return { x: spacing + column * (side + spacing), y: spacing + row * (side + spacing), width: side, height: side };
}

function roleOf(
  { kind, seed, animation }: SheetWish,
  index: number,
  count: number,
): Omit<CellIntent, 'words' | 'rect'> {
  switch (kind) {
    case 'sprite': {
      const name = animation ?? pick(ANIMATIONS, Math.floor(seed / 2));
      const loop = ANIMATIONS.indexOf(name) < FIRST_ONCE || name === 'fly';
      return { key: `${name}_${index}`, frame: { animation: name, index, count, loop } };
    }
    case 'tile':
      return { key: `tile_${index}`, tile: { index, count } };
    case 'variation':
      return { key: pick(VARIANTS, index) };
    case 'ui_component': {
      const state = pick(UI_STATES, index);
      return { key: `${state}_${index}`, component: { type: pick(COMPONENTS, seed), state } };
    }
  }
}

const PLACES = ['a forest', 'a cave', 'a city', 'a desert', 'a castle', 'the sea', 'a swamp', 'mountains at dawn'];
const SURFACES = ['brick wall', 'wooden planks', 'stone wall', 'grass', 'sand', 'lava', 'ice', 'metal plates', 'water'];

/** For tests: a background, a ground or a layer that the painter made to be joined at its edges. */
export function paintLoopSample(seed: number, width = 192, height = 128): MeasuredPicture {
  const style = pick(STYLE_NAMES, seed);
  const kind = pick(['x', 'xy', 'layers'], Math.floor(seed / 2));
  const job = { ...BASE, seed, style: { name: style, words: '' }, transparent: false, canvas: canvasOf(width, height) };
  const raster = paintLoop(job, kind, Math.floor(seed / 6));
  return { raster, alpha: 'any', isPixelArt: style === 'pixel', loop: kind === 'xy' ? 'xy' : 'x' };
}

function paintLoop(job: ImageJob, kind: string, n: number): Raster {
  const scene = (composition: Composition, subject: string, type: ImageJob['type']): ImageJob => ({
    ...job,
    type,
    composition,
    subject,
  });
  if (kind === 'layers') {
    const layers = [0, 1, 2].map((i) => ({ name: `layer ${i}`, words: '', depth: i / 2 }));
    return pick(paintAll(scene({ kind: 'layers', loop: 'x', layers }, pick(PLACES, n), 'parallax')), n);
  }
  const tile = kind === 'xy' ? 'xy' : 'x';
  return paint(scene({ kind: 'scene', tile }, pick(tile === 'xy' ? SURFACES : PLACES, n), 'background'));
}
