import type { MeasuredCell, MeasuredSheet } from '../../src/measure/picture.ts';
import type { SheetKind } from '../../src/pack/pack.ts';
import { pasteAll } from '../../src/raster/paste.ts';
import { createRaster, type Raster } from '../../src/raster/raster.ts';
import { throwDice, type Dice } from './dice.ts';
import { draw, type Layer, type Rgb } from './draw.ts';
import { box, circle, ellipse, grown, join, placed, ring, stroke } from './forms.ts';
import { anyColour, lit, plain, round, upright } from './paints.ts';
import { pixelate } from './pixelate.ts';
import { paintScene, type SceneName } from './scenes.ts';
import { sketch, type SubjectName } from './subjects/index.ts';

/** A hand-drawn sheet, with what its cells are for. */
export interface DrawnSheet {
  readonly name: string;
  readonly raster: Raster;
  readonly sheet: MeasuredSheet;
  readonly isPixelArt: boolean;
}

export interface SheetPlan {
  readonly kind: SheetKind;
  readonly columns: number;
  readonly rows: number;
  readonly cell: { readonly width: number; readonly height: number };
  readonly spacing: number;
  /** A plain colour behind everything; absent: transparent. */
  readonly ground?: Rgb;
  readonly isPixelArt: boolean;
}

export function planSheet(kind: SheetKind, dice: Dice): SheetPlan {
  const side = dice.pick([32, 48, 64, 96, 128]);
  const isUi = kind === 'ui_component';
  const ground =
    kind !== 'tile' && dice.chance(0.3)
      ? dice.pick<Rgb>([
          [255, 255, 255],
          [120, 124, 130],
          [30, 32, 38],
          [200, 225, 240],
        ])
      : undefined;
  return {
    kind,
    columns: isUi ? 2 : dice.whole(3, 6),
    rows: isUi ? 2 : dice.whole(1, 3),
    cell: { width: isUi ? side * 2 : side, height: isUi ? Math.max(24, side >> 1) : side },
    spacing: dice.pick([0, 2, 4]),
    isPixelArt: side <= 64 && dice.chance(0.4),
    ...(ground ? { ground } : {}),
  };
}

export function drawSheet(plan: SheetPlan, seed: number): DrawnSheet {
  const { kind, columns, rows, cell, spacing, ground } = plan;
  const places = Array.from({ length: columns * rows }, (_, index) => ({
    ...cell,
    x: spacing + (index % columns) * (cell.width + spacing),
    y: spacing + Math.floor(index / columns) * (cell.height + spacing),
  }));
  const size = { width: spacing + columns * (cell.width + spacing), height: spacing + rows * (cell.height + spacing) };
  const pictures = places.map((rect, index) => {
    const raster = drawCell(plan, { index, count: places.length, seed });
    return { x: rect.x, y: rect.y, raster: ground ? onGround(raster, ground) : raster };
  });
  const cells = places.map((rect, index): MeasuredCell => ({
    key: `cell_${index}`,
    rect,
    ...roleOf(kind, index, places.length),
  }));
  const raster = pasteAll(size, pictures);
  const look = `${plan.isPixelArt ? 'pixel ' : ''}${kind} of ${columns} x ${rows}${ground ? ' on a ground' : ''}`;
  return { name: look, raster, sheet: { kind, cells }, isPixelArt: plan.isPixelArt };
}

function roleOf(kind: SheetKind, index: number, count: number): Partial<MeasuredCell> {
  if (kind === 'sprite') return { frame: { animation: 'walk', index, count, loop: true } };
  return kind === 'tile' ? { tile: { index, count } } : {};
}

interface Turn {
  readonly index: number;
  readonly count: number;
  readonly seed: number;
}

function drawCell(plan: SheetPlan, turn: Turn): Raster {
  const { kind, cell, isPixelArt } = plan;
  if (kind === 'tile') return drawTile(plan, turn);
  const layers =
    kind === 'sprite'
      ? drawFrame(turn)
      : kind === 'variation'
        ? drawVariant(turn)
        : drawButton(turn, cell.width / cell.height);
  const raster = draw({ layers }, { ...cell, hard: isPixelArt });
  return isPixelArt ? pixelate(raster, { step: 36, dither: false }) : raster;
}

function drawTile({ cell, isPixelArt }: SheetPlan, { index, seed }: Turn): Raster {
  const kinds: readonly [SceneName, ...SceneName[]] = ['bricks', 'grass', 'water', 'grass', 'bricks'];
  const raster = paintScene(kinds[(index + seed) % kinds.length] ?? 'grass', seed + index * 7, cell);
  return isPixelArt ? pixelate(raster, { step: 36, dither: true }) : raster;
}

/** A figure that walks: it bobs a little, and its limbs swing. */
function drawFrame({ index, count, seed }: Turn): readonly Layer[] {
  const dice = throwDice(seed, 'walker');
  const phase = (index / count) * 2 * Math.PI;
  const [rgb, skin] = [anyColour(dice), anyColour(dice, [0.7, 0.95])];
  const [bob, swing] = [0.025 * Math.sin(phase * 2), 0.24 * Math.sin(phase)];
  const line: Rgb = [30, 22, 36];
  const leg = (way: number): Layer['form'] => stroke(0, 0.35, way * swing, 0.78, 0.09);
  const arm = (way: number): Layer['form'] => stroke(0, 0, way * swing * 1.2, 0.36, 0.07);
  const body = join(box(0, 0.12, 0.24, 0.32, 0.12), circle(0, -0.42, 0.27));
  const figure = join(leg(1), leg(-1), arm(-1), body);
  return [
    { form: placed(figure, 0, bob), paint: plain(line) },
    { form: placed(grown(join(leg(1), leg(-1)), -0.03), 0, bob), paint: plain(lit(rgb, 0.7)) },
    { form: placed(grown(box(0, 0.12, 0.24, 0.32, 0.12), -0.035), 0, bob), paint: upright(rgb) },
    { form: placed(grown(circle(0, -0.42, 0.27), -0.035), 0, bob), paint: round(skin, 0, -0.4, 0.3) },
    { form: placed(circle(0.12, -0.44, 0.05), 0, bob), paint: plain(line) },
    { form: placed(grown(arm(1), -0.02), 0, bob), paint: plain(skin) },
  ];
}

function drawVariant({ index, seed }: Turn): readonly Layer[] {
  const names: readonly [SubjectName, ...SubjectName[]] = [
    'ball',
    'critter',
    'bottle',
    'hoop',
    'leaf',
    'tree',
    'coin',
    'key',
    'knight',
    'ship',
  ];
  return sketch(names[seed % names.length] ?? 'ball', seed + index * 31);
}

function drawButton({ index, seed }: Turn, aspect: number): readonly Layer[] {
  const dice = throwDice(seed, 'button');
  const rgb = lit(anyColour(dice), [1, 1.15, 0.75, 0.5][index % 4] ?? 1);
  const form = box(0, 0, aspect * 0.93, 0.86, dice.between(0.1, 0.6));
  const bolt = dice.chance(0.5)
    ? [-1, 1].map((way) => ({ form: circle(way * (aspect - 0.5), 0, 0.14), paint: plain(lit(rgb, 0.5)) }))
    : [];
  const gem = [
    { form: ring(0, 0, 0.34, 0.06), paint: plain(lit(rgb, 0.55)) },
    { form: ellipse(0, 0, 0.2, 0.2), paint: round(anyColour(dice), 0, 0, 0.25) },
  ];
  return [
    { form, paint: plain(lit(rgb, 0.4)) },
    { form: grown(form, -0.08), paint: upright(rgb, 0.3) },
    ...bolt,
    ...(dice.chance(0.5) ? gem : []),
  ];
}

function onGround(raster: Raster, ground: Rgb): Raster {
  const filled = createRaster(raster.width, raster.height, [...ground, 255]);
  for (let at = 0; at < filled.rgba.length; at += 4) {
    const cover = (raster.rgba[at + 3] ?? 0) / 255;
    for (let c = 0; c < 3; c++)
      filled.rgba[at + c] = Math.round((raster.rgba[at + c] ?? 0) * cover + (ground[c] ?? 0) * (1 - cover));
  }
  return filled;
}
