import type { Raster } from '../../src/raster/raster.ts';
import { throwDice, type Dice } from './dice.ts';
import { draw } from './draw.ts';
import { blownUp, finishScene, finishSubject, type PaintedSubject, type Scene } from './finish.ts';
import { pixelate } from './pixelate.ts';
import type { Sample } from './sample.ts';
import { paintScene, SCENES, type SceneKind, type SceneName } from './scenes.ts';
import { drawSheet, planSheet, type DrawnSheet } from './sheets.ts';
import { sketch, SUBJECTS, type SubjectName } from './subjects/index.ts';

const SIDES = [24, 32, 48, 64, 96, 128, 192, 256, 384, 512] as const;

export interface Wish {
  readonly name: SubjectName;
  /** The longer side of the finished picture. */
  readonly side: number;
  readonly isPixelArt: boolean;
  readonly seed: number;
  /** The share of the canvas that the drawing's own space fills; less leaves more room around it. */
  readonly fill?: number;
}

/** A hand-drawn subject, painted at up to three times its finished size as models do. */
export function drawSubject({ name, side, isPixelArt, seed, fill = 1 }: Wish): PaintedSubject {
  const layers = sketch(name, seed).map(({ form, paint }) => ({
    form: (x: number, y: number) => form(x / fill, y / fill) * fill,
    paint: (x: number, y: number, distance: number) => paint(x / fill, y / fill, distance / fill),
  }));
  const times = isPixelArt ? 1 : side <= 128 ? 3 : side <= 256 ? 2 : 1;
  const drawn = draw({ layers }, { width: side * times, height: side * times, hard: isPixelArt });
  const painted = isPixelArt
    ? blownUp(pixelate(drawn, { step: 36, dither: seed % 2 === 0 }), side <= 128 ? 4 : 1)
    : drawn;
  return { name: `${name}${isPixelArt ? ' in pixels' : ''}`, painted, width: side, height: side, isPixelArt };
}

/** A different one for every number. */
export function anySubject(dice: Dice, names: readonly [SubjectName, ...SubjectName[]], fill?: number): PaintedSubject {
  const side = dice.pick(SIDES);
  const isPixelArt = side <= 128 && dice.chance(0.3);
  return drawSubject({
    name: dice.pick(names),
    side,
    isPixelArt,
    seed: dice.whole(0, 1e6),
    ...(fill === undefined ? {} : { fill }),
  });
}

/** Good subjects: every hand-drawn one in turn. */
export function goodSubjects(seed: number, count: number): readonly Sample[] {
  const names = Object.keys(SUBJECTS) as SubjectName[];
  return Array.from({ length: count }, (_, i) => {
    const dice = throwDice(seed, 'subject', i);
    const name = names[i % names.length] ?? 'blob';
    const sample = finishSubject(anySubject(dice, [name]), 'drawn subjects');
    // A pack asks for a pair of them.
    return name === 'boots' ? { ...sample, picture: { ...sample.picture, several: true } } : sample;
  });
}

const SCENE_SIZES = [
  [256, 144],
  [320, 320],
  [480, 270],
  [512, 288],
  [192, 384],
  [128, 128],
] as const;

export function anyScene(
  dice: Dice,
  names: readonly [SceneName, ...SceneName[]],
): Scene & { readonly kind: SceneName; readonly seed: number } {
  const kind = dice.pick(names);
  const own: SceneKind = SCENES[kind];
  const [width, height] =
    own.loop === 'xy'
      ? dice.pick<readonly [number, number]>([
          [128, 128],
          [192, 192],
          [256, 256],
          [64, 64],
        ])
      : dice.pick<readonly [number, number]>(SCENE_SIZES);
  const isPixelArt = width <= 320 && dice.chance(0.25);
  const seed = dice.whole(0, 1e6);
  const painted = paintScene(kind, seed, { width, height });
  return {
    name: `${kind}${isPixelArt ? ' in pixels' : ''}`,
    kind,
    seed,
    raster: inStyle(painted, isPixelArt),
    loop: own.loop,
    alpha: own.alpha ?? 'opaque',
    isPixelArt,
  };
}

export const inStyle = (raster: Raster, isPixelArt: boolean): Raster =>
  isPixelArt ? pixelate(raster, { step: 51, dither: true }) : raster;

export function goodScenes(seed: number, count: number): readonly Sample[] {
  const names = Object.keys(SCENES) as SceneName[];
  return Array.from({ length: count }, (_, i) =>
    finishScene(anyScene(throwDice(seed, 'scene', i), [names[i % names.length] ?? 'sky']), 'drawn scenes'),
  );
}

export function goodSheets(seed: number, count: number): readonly Sample[] {
  const kinds = ['sprite', 'variation', 'ui_component', 'tile'] as const;
  return Array.from({ length: count }, (_, i) => {
    const dice = throwDice(seed, 'sheet', i);
    return finishSheet(
      drawSheet(planSheet(kinds[i % kinds.length] ?? 'sprite', dice), dice.whole(0, 1e6)),
      'drawn sheets',
    );
  });
}

export function finishSheet({ name, raster, sheet, isPixelArt }: DrawnSheet, group: string): Sample {
  const { width, height } = raster;
  return { name, group, picture: { raster, width, height, alpha: 'any', isPixelArt, loop: 'none', sheet } };
}
