import type { Raster } from '../../../raster/raster.ts';
import type { Ramp, Rgb } from './colour.ts';
import { mix } from './colour.ts';
import { smoothNoise } from './noise.ts';
import type { Relief } from './relief.ts';
import { reliefOf } from './relief.ts';
import type { Stencil } from './stencil.ts';
import type { Look } from './styles.ts';
import { blend } from './surface.ts';

/** Lays a material over a stencil, lit from the top left in the way of the look. */
export function shadeStencil(surface: Raster, stencil: Stencil, ramp: Ramp, look: Look): void {
  if (stencil.width === 0 || stencil.height === 0) return;
  const tones = tonesOf(ramp, look);
  const relief = reliefOf(stencil);
  const texture = look.texture > 0 ? brush : undefined;
  for (let y = 0; y < stencil.height; y++) {
    let at = ((y + stencil.y) * surface.width + stencil.x) * 4;
    for (let x = 0; x < stencil.width; x++, at += 4) {
      const coverage = stencil.coverage[y * stencil.width + x] ?? 0;
      if (coverage === 0) continue;
      const slope = slopeAt(relief, x, y) + (texture ? texture(x + stencil.x, y + stencil.y, surface.height) : 0);
      const tone = tones[slope < -127 ? 0 : slope > 127 ? 254 : Math.round(slope) + 127] ?? ramp.base;
      blend(surface.rgba, at, tone, coverage);
    }
  }
}

/** Bilinear between the relief's coarse points; positive where the surface faces the light. */
function slopeAt(relief: Relief, x: number, y: number): number {
  const coarseX = (x + 0.5) / relief.step - 0.5;
  const coarseY = (y + 0.5) / relief.step - 0.5;
  const left = coarseX < 0 ? 0 : Math.min(Math.floor(coarseX), relief.width - 1);
  const top = coarseY < 0 ? 0 : Math.min(Math.floor(coarseY), relief.height - 1);
  const shareX = Math.max(0, coarseX - left);
  const shareY = Math.max(0, coarseY - top);
  const at = top * relief.width + left;
  const right = left + 1 < relief.width ? 1 : 0;
  const below = top + 1 < relief.height ? relief.width : 0;
  const { slopes } = relief;
  const upper = (slopes[at] ?? 0) + ((slopes[at + right] ?? 0) - (slopes[at] ?? 0)) * shareX;
  const lower = (slopes[at + below] ?? 0) + ((slopes[at + below + right] ?? 0) - (slopes[at + below] ?? 0)) * shareX;
  return upper + (lower - upper) * shareY;
}

/** Slanted strokes: long along one diagonal, thin across it. */
function brush(x: number, y: number, height: number): number {
  const unit = 160 / height;
  const along = (x + y) * unit * 0.045;
  const across = (x - y) * unit * 0.32;
  return (smoothNoise(along + 64, across + 512, 77, 1024, 1024) - 128) * 0.5;
}

/** The colour for each slope -127..127. */
function tonesOf(ramp: Ramp, look: Look): readonly Rgb[] {
  return Array.from({ length: 255 }, (_, index) => toneAt(ramp, look, (index - 127) / 127));
}

function toneAt(ramp: Ramp, look: Look, slope: number): Rgb {
  if (look.shading.kind === 'round') {
    const deep = mix(ramp.dark, ramp.line, 0.3);
    return slope < 0
      ? mix(ramp.base, deep, Math.min(1, -slope * 1.5))
      : mix(ramp.base, ramp.light, Math.min(1, slope * 1.4));
  }
  const softness = Math.max(0.004, look.shading.softness);
  const lit = look.shading.tones === 3 ? ramp.light : ramp.base;
  const toDark = clamp01((-0.4 - slope) / (softness * 0.4) + 0.5);
  const toLight = clamp01((slope - 0.44) / (softness * 0.4) + 0.5);
  return toDark > 0 ? mix(ramp.base, ramp.dark, toDark) : mix(ramp.base, lit, toLight);
}

function clamp01(value: number): number {
  return value < 0 ? 0 : Math.min(1, value);
}
