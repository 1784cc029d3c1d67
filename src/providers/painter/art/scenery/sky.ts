import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import { ellipse } from '../geometry.ts';
import { roughNoise } from '../noise.ts';
import { starPath } from '../parts.ts';
import { createRandom } from '../random.ts';
import type { Stage } from './stage.ts';
import { fillAround } from './stage.ts';

/** Covers the whole surface: the sky's colours, its sun, moon or stars. */
export function paintSky(stage: Stage): void {
  paintAir(stage);
  const { light } = stage.place;
  if (light === 'stars') paintNebula(stage);
  if (light === 'stars' || light === 'moon') paintStars(stage, light === 'stars' ? 130 : 60);
  if (light === 'sun' || light === 'moon') paintDisc(stage, light);
}

/** 4 × 4 ordered dither. */
const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

function paintAir({ surface, place, world, scale, top }: Stage): void {
  const bands = world.look.grid ? 7 : world.look.name === 'flat' ? 6 : 255;
  for (let y = 0; y < surface.height; y++) {
    const steps = Math.max(0, Math.min(1, (y - top) / (scale * 78))) * bands;
    const band = Math.floor(steps);
    // On a grid, the last third of a band is dithered into the next one.
    const rise = world.look.grid ? (steps - band - 0.7) / 0.3 : 0;
    const tone = mix(place.skyTop, place.skyBottom, band / bands);
    const next = mix(place.skyTop, place.skyBottom, Math.min(1, (band + 1) / bands));
    for (let x = 0; x < surface.width; x++) {
      const dither = (BAYER[(y % 4) * 4 + (x % 4)] ?? 0) / 16;
      surface.rgba.set(rise > dither ? next : tone, (y * surface.width + x) * 4);
      surface.rgba[(y * surface.width + x) * 4 + 3] = 255;
    }
  }
}

function paintNebula(stage: Stage): void {
  const { surface, span, scale, left, top, seed } = stage;
  const across = Math.max(2, Math.round(span / 40));
  for (let y = 0; y < surface.height; y++) {
    const row = (y - top) / scale / 40;
    let share = 0;
    for (let x = 0; x < surface.width; x++) {
      // The clouds are soft: a new value every second pixel is enough, counted from where the scene repeats.
      if (x === 0 || (x - left) % 2 === 0)
        share = nebulaShare(stage, roughNoise(((x - left) / scale / span) * across, row, seed, [across, 64], 2));
      if (share > 0) tint(surface.rgba, (y * surface.width + x) * 4, [176, 88, 190], share);
    }
  }
}

function nebulaShare({ world }: Stage, noise: number): number {
  const cloud = Math.max(0, noise - 120);
  const hard = world.look.grid || world.look.name === 'flat';
  return Math.min(0.6, hard ? Math.floor(cloud / 22) * 0.11 : cloud / 190);
}

function tint(rgba: Uint8Array, at: number, colour: Rgb, share: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const under = rgba[at + channel] ?? 0;
    rgba[at + channel] = Math.round(under + ((colour[channel] ?? 0) - under) * share);
  }
}

function paintStars(stage: Stage, count: number): void {
  const random = createRandom(stage.seed + 31);
  const least = 0.7 / stage.scale;
  for (let i = 0; i < count; i++) {
    const size = Math.max(least, random.range(0.12, 0.42));
    fillAround(stage, ellipse(random.range(0, stage.span), random.range(0, 70), size, size, 8), [255, 250, 226]);
  }
  for (let i = 0; i < 5; i++) {
    const [x, y, size] = [random.range(0, stage.span), random.range(4, 50), random.range(1.4, 2.6)];
    fillAround(stage, starPath(x, y, size, 4, 0.2), [255, 246, 216]);
  }
}

function paintDisc(stage: Stage, light: 'sun' | 'moon'): void {
  const random = createRandom(stage.seed + 7);
  const [x, y] = [stage.span * random.range(0.2, 0.8), random.range(16, 30)];
  const colour: Rgb = light === 'sun' ? [255, 244, 200] : [240, 240, 224];
  if (!stage.world.look.grid) for (const halo of [17, 12.5]) fillAround(stage, ellipse(x, y, halo), colour, 0.14);
  fillAround(stage, ellipse(x, y, 8, 8, 64), colour);
  if (light !== 'moon') return;
  for (const [dx, dy, size] of [
    [-2, -2, 1.8],
    [2.5, 1, 1.3],
    [-1, 3.4, 1],
  ] as const)
    fillAround(stage, ellipse(x + dx, y + dy, size), [214, 214, 204]);
}
