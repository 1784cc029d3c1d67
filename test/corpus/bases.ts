import type { ExpectedPicture } from '../../src/check/index.ts';
import { createPainter } from '../../src/providers/painter/index.ts';
import { BASE, canvasOf, paint } from '../../src/providers/painter/art/paint-samples.ts';
import { STYLE_NAMES } from '../../src/pack/pack.ts';
import type { Dice } from './dice.ts';
import { anySubject, anyScene, finishSheet } from './drawn.ts';
import { finishScene, type PaintedSubject } from './finish.ts';
import { generatePack } from './generated.ts';
import { makePack, styleOf } from './packs.ts';
import { SCENES, type SceneName } from './scenes.ts';
import { drawSheet, planSheet } from './sheets.ts';
import { SOLID } from './subjects/index.ts';
import type { SheetKind } from '../../src/pack/pack.ts';

/** Good pictures to be spoiled: half of them hand-drawn, half the painter's. */
export interface Bases {
  /** `least` is the shortest side; `fill` how much of the canvas the subject fills. */
  readonly subject: (dice: Dice, least?: number, fill?: number) => PaintedSubject;
  readonly sheet: (dice: Dice, kinds: readonly [SheetKind, ...SheetKind[]]) => ExpectedPicture;
  readonly scene: (dice: Dice) => ExpectedPicture;
  readonly loop: (dice: Dice) => ExpectedPicture;
}

export async function makeBases(seed: number): Promise<Bases> {
  const pictures: ExpectedPicture[] = [];
  const plan = { entities: 0, scenes: 4, layers: 1, titles: 0, sheets: 2, longest: 384 };
  for (let i = 0; i < STYLE_NAMES.length; i++)
    for (const made of await generatePack(makePack(seed + 500 + i, styleOf(seed + i), plan), createPainter()))
      pictures.push(...(made.alarms.length === 0 ? made.pictures : []));
  const one = (dice: Dice, suits: (picture: ExpectedPicture) => boolean): ExpectedPicture | undefined => {
    const fitting = pictures.filter(suits);
    return fitting[dice.whole(0, fitting.length - 1)];
  };
  return {
    subject: anyBase,
    sheet(dice, kinds) {
      const kind = dice.pick(kinds);
      const painted = dice.chance(0.5) ? one(dice, ({ sheet }) => sheet?.kind === kind) : undefined;
      return painted ?? finishSheet(drawSheet(planSheet(kind, dice), dice.whole(0, 1e6)), '').picture;
    },
    scene: (dice) =>
      (dice.chance(0.5) ? one(dice, ({ alpha, sheet }) => alpha === 'opaque' && !sheet) : undefined) ??
      finishScene(anyScene(dice, Object.keys(SCENES).filter((name) => name !== 'pines') as [SceneName]), '').picture,
    loop: (dice) =>
      (dice.chance(0.5) ? one(dice, ({ loop }) => loop !== 'none') : undefined) ??
      finishScene(anyScene(dice, ['hills', 'bricks', 'grass', 'water', 'pines', 'stars']), '').picture,
  };
}

const THINGS = [
  'a green slime',
  'a knight',
  'a red potion',
  'a gold crown',
  'a dragon',
  'an oak tree',
  'a spaceship',
  'a mushroom',
  'a robot',
] as const;

function anyBase(dice: Dice, least = 32, fill = 0.9): PaintedSubject {
  for (;;) {
    const subject = dice.chance(0.5) ? anySubject(dice, SOLID, fill) : paintedSubject(dice);
    if (Math.min(subject.width, subject.height) >= least) return subject;
  }
}

function paintedSubject(dice: Dice): PaintedSubject {
  const style = dice.pick(STYLE_NAMES);
  const side = dice.pick([32, 48, 64, 96, 128, 192, 256]);
  const times = style === 'pixel' ? 1 : dice.pick([1, 2]);
  const subject = dice.pick(THINGS);
  const canvas = canvasOf(side * times, side * times);
  const painted = paint({ ...BASE, seed: dice.whole(0, 9999), subject, style: { name: style, words: '' }, canvas });
  return { name: `${subject}, ${style}`, painted, width: side, height: side, isPixelArt: style === 'pixel' };
}
