import type { Raster } from '../../../raster/raster.ts';
import { strokesOf } from './brush.ts';
import type { Ramp, Rgb } from './colour.ts';
import { mix } from './colour.ts';
import { glossAt } from './gloss.ts';
import type { Relief } from './relief.ts';
import { reliefOf } from './relief.ts';
import type { Stencil } from './stencil.ts';
import type { Look } from './styles.ts';
import { blend } from './surface.ts';

/** The tone for each number that a look's lamp gives, 0..255. */
type Tones = readonly Rgb[];

/** Lays a material over a stencil, lit from the top left in the way of the look. `axis` is the figure's middle column. */
export function shadeStencil(surface: Raster, stencil: Stencil, ramp: Ramp, look: Look, axis: number): void {
  if (stencil.width === 0 || stencil.height === 0) return;
  const { shading } = look;
  if (shading.kind === 'halves') return shadeHalves(surface, stencil, ramp, axis);
  const relief = reliefOf(stencil);
  if (shading.kind === 'brush') return shadeWithBrush(surface, stencil, ramp, relief);
  const tones = shading.kind === 'round' ? roundTones(ramp) : steppedTones(ramp, shading.softness);
  const toneAt =
    shading.kind === 'round'
      ? (x: number, y: number) => glossAt(slopeAt(relief, relief.slopes, x, y), slopeAt(relief, relief.sides, x, y))
      : (x: number, y: number) => indexOf(slopeAt(relief, relief.slopes, x, y));
  paint(surface, stencil, (x, y) => tones[toneAt(x, y)] ?? ramp.base);
}

function paint(surface: Raster, stencil: Stencil, colourAt: (x: number, y: number) => Rgb): void {
  for (let y = 0; y < stencil.height; y++) {
    let at = ((y + stencil.y) * surface.width + stencil.x) * 4;
    for (let x = 0; x < stencil.width; x++, at += 4) {
      const coverage = stencil.coverage[y * stencil.width + x] ?? 0;
      if (coverage > 0) blend(surface.rgba, at, colourAt(x, y), coverage);
    }
  }
}

/** The side away from the light is darker, all of it. */
function shadeHalves(surface: Raster, stencil: Stencil, ramp: Ramp, axis: number): void {
  const far = mix(ramp.base, ramp.dark, 0.6);
  const edge = Math.round(axis) - stencil.x;
  paint(surface, stencil, (x) => (x < edge ? ramp.base : far));
}

/** One tone a stroke, that of the stroke's middle; the strokes' ends fray the outline. */
function shadeWithBrush(surface: Raster, stencil: Stencil, ramp: Ramp, relief: Relief): void {
  const tones = [0.13, 0, -0.12].map((warmth) => brushTones(ramp, warmth));
  const strokes = strokesOf(surface);
  const reach = Math.min(surface.height * FRAY, Math.min(stencil.width, stencil.height) * 0.03);
  for (let y = 0; y < stencil.height; y++) {
    let at = ((y + stencil.y) * surface.width + stencil.x) * 4;
    for (let x = 0; x < stencil.width; x++, at += 4) {
      if (stencil.coverage[y * stencil.width + x] === 0) continue;
      const stroke = strokes.at(x + stencil.x, y + stencil.y);
      const coverage = frayed(stencil, x, y, Math.round(stroke.fray * reach));
      if (coverage === 0) continue;
      const [middleX, middleY] = [clamp(x + stroke.dx, stencil.width), clamp(y + stroke.dy, stencil.height)];
      const tone = indexOf(slopeAt(relief, relief.slopes, middleX, middleY) + stroke.tone);
      blend(surface.rgba, at, tones[stroke.pigment]?.[tone] ?? ramp.base, coverage);
    }
  }
}

/** The most by which strokes fall short of an outline, of the surface's height. */
const FRAY = 0.009;

function frayed(stencil: Stencil, x: number, y: number, fray: number): number {
  const own = stencil.coverage[y * stencil.width + x] ?? 0;
  if (own === 0 || fray === 0) return own;
  const [besideX, besideY] = [x + fray, y - fray];
  const isOutside = besideX < 0 || besideY < 0 || besideX >= stencil.width || besideY >= stencil.height;
  return isOutside ? 0 : Math.min(own, stencil.coverage[besideY * stencil.width + besideX] ?? 0);
}

function clamp(value: number, length: number): number {
  return value < 0 ? 0 : Math.min(length - 1, value);
}

/** -127..127 to 0..254. */
function indexOf(slope: number): number {
  return slope < -127 ? 0 : slope > 127 ? 254 : Math.round(slope) + 127;
}

/** Bilinear between the relief's coarse points; positive where the surface faces the light. */
function slopeAt(relief: Relief, slopes: Int16Array, x: number, y: number): number {
  const coarseX = (x + 0.5) / relief.step - 0.5;
  const coarseY = (y + 0.5) / relief.step - 0.5;
  const left = coarseX < 0 ? 0 : Math.min(Math.floor(coarseX), relief.width - 1);
  const top = coarseY < 0 ? 0 : Math.min(Math.floor(coarseY), relief.height - 1);
  const shareX = Math.max(0, coarseX - left);
  const shareY = Math.max(0, coarseY - top);
  const at = top * relief.width + left;
  const right = left + 1 < relief.width ? 1 : 0;
  const below = top + 1 < relief.height ? relief.width : 0;
  const upper = (slopes[at] ?? 0) + ((slopes[at + right] ?? 0) - (slopes[at] ?? 0)) * shareX;
  const lower = (slopes[at + below] ?? 0) + ((slopes[at + below + right] ?? 0) - (slopes[at + below] ?? 0)) * shareX;
  return upper + (lower - upper) * shareY;
}

function steppedTones(ramp: Ramp, softness: number): Tones {
  const soft = Math.max(0.004, softness) * 0.4;
  return tonesFrom((slope) => {
    const toDark = clamp01((-0.36 - slope) / soft + 0.5);
    const toLight = clamp01((slope - 0.62) / soft + 0.5);
    return toDark > 0 ? mix(ramp.base, ramp.dark, toDark) : mix(ramp.base, ramp.light, toLight);
  });
}

/** From deep shadow over the material's own colour to the lamp's white reflection. */
function roundTones(ramp: Ramp): Tones {
  const deep = mix(ramp.dark, ramp.line, 0.62);
  const lit = mix(ramp.base, ramp.light, 0.75);
  return Array.from({ length: 256 }, (_, index) => {
    if (index < 96) return mix(deep, ramp.dark, index / 96);
    if (index < 160) return mix(ramp.dark, ramp.base, (index - 96) / 64);
    if (index < 192) return mix(ramp.base, lit, (index - 160) / 32);
    return mix(lit, [255, 255, 255], (index - 192) / 70);
  });
}

function brushTones(ramp: Ramp, warmth: number): Tones {
  const pigment = (colour: Rgb): Rgb => mix(colour, warmth > 0 ? [255, 196, 110] : [70, 84, 190], Math.abs(warmth));
  const deep = mix(ramp.dark, ramp.line, 0.5);
  return tonesFrom((slope) =>
    pigment(slope < 0 ? mix(ramp.base, deep, Math.min(1, -slope * 1.3)) : mix(ramp.base, ramp.light, slope)),
  );
}

function tonesFrom(colourOf: (slope: number) => Rgb): Tones {
  return Array.from({ length: 255 }, (_, index) => colourOf((index - 127) / 127));
}

function clamp01(value: number): number {
  return value < 0 ? 0 : Math.min(1, value);
}
