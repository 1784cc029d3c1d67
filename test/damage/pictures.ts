import { bleed } from '../../src/finish/bleed.ts';
import { frameSubject } from '../../src/finish/frame-subject.ts';
import type { MeasuredPicture } from '../../src/measure/picture.ts';
import { STYLE_NAMES, type StyleName } from '../../src/pack/pack.ts';
import { BASE, canvasOf, paint } from '../../src/providers/painter/art/paint-samples.ts';
import type { Rgba } from '../../src/raster/raster.ts';
import { paintRaster } from '../rasters.ts';

export interface NamedPicture {
  readonly name: string;
  readonly picture: MeasuredPicture;
}

/** A subject as the painter paints and limner frames it. */
export function paintedSubject(
  subject: string,
  style: StyleName,
  [width, height]: readonly [number, number],
): NamedPicture {
  const canvas = canvasOf(width, height);
  const painted = paint({ ...BASE, subject, style: { name: style, words: '' }, canvas });
  const isPixelArt = style === 'pixel';
  const framed = frameSubject(painted, { canvas, width, height, resample: isPixelArt ? 'nearest' : 'smooth' });
  const raster = isPixelArt ? framed : bleed(framed);
  const name = `${subject}, ${style}, ${width} x ${height}`;
  return { name, picture: { raster, alpha: 'cut-out', isPixelArt, loop: 'none' } };
}

export function paintedScene(subject: string, style: StyleName): NamedPicture {
  const raster = paint({
    ...BASE,
    type: 'background',
    subject,
    style: { name: style, words: '' },
    canvas: canvasOf(160, 96),
    transparent: false,
    composition: { kind: 'scene', tile: 'none' },
  });
  const isPixelArt = style === 'pixel';
  return { name: `${subject}, ${style}`, picture: { raster, alpha: 'opaque', isPixelArt, loop: 'none' } };
}

const SUBJECTS = [
  'a slime',
  'a knight',
  'a red potion',
  'a gold crown',
  'a dragon',
  'an oak tree',
  'a spaceship',
] as const;
const SIZES = [
  [48, 48],
  [80, 60],
  [100, 100],
] as const;

/** All styles, and every subject in more than one of them and in more than one size. */
export function paintedSubjects(): readonly NamedPicture[] {
  return STYLE_NAMES.flatMap((style, i) =>
    SUBJECTS.map((subject, j) => paintedSubject(subject, style, SIZES[(i + j) % SIZES.length] ?? SIZES[0])),
  );
}

export function paintedScenes(): readonly NamedPicture[] {
  return STYLE_NAMES.map((style) => paintedScene('a forest at dawn', style));
}

type Shade = (x: number, y: number) => readonly [red: number, green: number, blue: number];

/** A disc with a soft edge, in the middle of its picture. */
export function disc(size: number, radius: number, shade: Shade): MeasuredPicture {
  const middle = (size - 1) / 2;
  const raster = paintRaster(size, size, (x, y) => {
    const cover = Math.max(0, Math.min(1, radius - Math.hypot(x - middle, y - middle) + 0.5));
    return rounded([...shade(x, y), cover * 255]);
  });
  return { raster, alpha: 'cut-out', isPixelArt: false, loop: 'none' };
}

/** Drawn by hand: what a painter would not think of. */
export const HAND_MADE: readonly NamedPicture[] = [
  { name: 'a shaded ball', picture: disc(120, 45, (x, y) => shadeOf(x, y, [230, 120, 60])) },
  { name: 'a grey ball', picture: disc(96, 38, (x, y) => shadeOf(x, y, [220, 220, 220])) },
  { name: 'a green disc', picture: disc(100, 40, (x, y) => [40 + x / 4, 180 - y / 4, 60]) },
  { name: 'a disc with a dark outline', picture: outlinedDisc() },
];

function outlinedDisc(): MeasuredPicture {
  const isOutline = (x: number, y: number): boolean => Math.hypot(x - 63.5, y - 63.5) > 46;
  return disc(128, 50, (x, y) => (isOutline(x, y) ? [20, 10, 30] : [240 - x / 8, 200, 60 + y / 8]));
}

function shadeOf(x: number, y: number, colour: readonly [number, number, number]): readonly [number, number, number] {
  const light = 1 - Math.hypot(x - 38, y - 34) / 140;
  return [colour[0] * light, colour[1] * light + 10, colour[2] * light + 20];
}

function rounded([red = 0, green = 0, blue = 0, alpha = 0]: readonly number[]): Rgba {
  return [Math.round(red), Math.round(green), Math.round(blue), Math.round(alpha)];
}
