import { createRaster } from '../../../../raster/raster.ts';
import type { Ramp } from '../colour.ts';
import { mix } from '../colour.ts';
import { drawFigure, figureBounds, outlineWidth } from '../draw-figure.ts';
import { FAMILIES } from '../families/index.ts';
import type { Part } from '../figure.ts';
import { createKit } from '../kit.ts';
import { REST } from '../pose.ts';
import { readSubject } from '../subject.ts';
import { copyOver } from '../surface.ts';
import type { FamilyName } from '../vocabulary/nouns.ts';
import type { Brush } from './plane.ts';
import type { Stage } from './stage.ts';
import { fillLand, inAir, period, skyline, turnsOf, wavesFor } from './stage.ts';
import type { Rgb } from '../colour.ts';

/** Families that float where others stand on the ground. */
const FLOATING: ReadonlySet<FamilyName> = new Set<FamilyName>([
  'moon',
  'planet',
  'asteroid',
  'fish',
  'spaceship',
  'rocket',
  'cloud',
  'star',
  'sun',
]);

/** How tall a family stands beside the others. */
const TALLNESS: Readonly<Partial<Record<FamilyName, number>>> = {
  tree: 1.5,
  pine: 1.6,
  castle: 1.5,
  house: 1.3,
  flower: 0.55,
  fish: 0.6,
  mushroom: 0.6,
  asteroid: 0.6,
  frog: 0.5,
};

/** Real figures of the place's own things, on a strip of ground or afloat. */
export function scatterProps(stage: Stage, { depth, salt, land, ground, random }: Brush): void {
  const floats = stage.place.light === 'stars' || stage.place.props[0] === 'fish';
  const level = (x: number) => ground + 3 - 7 * (skyline(stage, x, wavesFor(stage, 52), salt, 1) - 0.5);
  if (!floats) fillLand(stage, level, [land, mix(land, [20, 16, 40], 0.22)]);
  const { props } = stage.place;
  const [first] = props;
  if (first === undefined) return;
  const gap = (floats ? 34 : 21) + depth * 6;
  for (let x = random.range(4, 14); x < stage.span - 6; x += gap * random.range(0.6, 1.4)) {
    const family = props[random.integer(props.length)] ?? first;
    const size = (14 + depth * 10) * (TALLNESS[family] ?? 1) * random.range(0.8, 1.15);
    const foot = floats && FLOATING.has(family) ? random.range(size + 4, 92) : level(x) + 2;
    drawProp(stage, { family, size, x, foot, depth, seed: random.integer(1 << 30) });
  }
}

interface Prop {
  readonly family: FamilyName;
  readonly size: number;
  readonly x: number;
  readonly foot: number;
  readonly depth: number;
  readonly seed: number;
}

function drawProp(stage: Stage, { family, size, x, foot, depth, seed }: Prop): void {
  const kit = createKit(stage.world, { subject: readSubject(''), family, seed });
  const parts = FAMILIES[family](kit).map((part) => airy(stage, part, depth));
  const bounds = figureBounds(parts);
  const scale = (size / (bounds.bottom - bounds.top)) * stage.scale;
  const margin = 3 + Math.ceil(outlineWidth(stage.world.look, scale));
  const home = stage.left + x * stage.scale - ((bounds.right - bounds.left) / 2) * scale - margin;
  const roof = stage.top + foot * stage.scale - (bounds.bottom - bounds.top) * scale - margin;
  const [left, top] = [Math.floor(home), Math.floor(roof)];
  const wide = Math.ceil((bounds.right - bounds.left) * scale) + 2 * margin + 1;
  // Painted apart, so that a figure across the picture's side is shaded as one.
  const apart = createRaster(wide, Math.ceil(size * stage.scale) + 2 * margin + 1);
  const [restX, restY] = [home - left + margin - bounds.left * scale, roof - top + margin - bounds.top * scale];
  drawFigure(apart, { parts, look: stage.world.look, place: [scale, 0, 0, scale, restX, restY], pose: REST });
  const from = (left - stage.left) / stage.scale;
  for (const turn of turnsOf(stage, from, from + wide / stage.scale))
    copyOver(stage.surface, apart, { x: left + Math.round(turn * period(stage)), y: top });
}

function airy(stage: Stage, part: Part, depth: number): Part {
  const { tint, dim } = stage.place;
  const veil = (colour: Rgb): Rgb => mix(inAir(stage, colour, 0.5 + depth * 0.5), tint, dim * 0.7);
  const { line, dark, base, light } = part.ramp;
  const ramp: Ramp = { line: veil(line), dark: veil(dark), base: veil(base), light: veil(light) };
  return { ...part, ramp };
}
