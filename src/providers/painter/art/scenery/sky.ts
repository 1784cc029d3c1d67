import { bayer } from '../bayer.ts';
import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import { ellipse } from '../geometry.ts';
import { starPath } from '../parts.ts';
import { createRandom } from '../random.ts';
import { paintNebula } from './nebula.ts';
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
      const dither = bayer(x, y) / 16;
      surface.rgba.set(rise > dither ? next : tone, (y * surface.width + x) * 4);
      surface.rgba[(y * surface.width + x) * 4 + 3] = 255;
    }
  }
}

export function paintStars(stage: Stage, count: number): void {
  const random = createRandom(stage.seed + 31);
  const least = 0.7 / stage.scale;
  for (let i = 0; i < count; i++) {
    const size = Math.max(least, random.range(0.12, 0.42));
    fillAround(stage, ellipse(random.range(0, stage.span), random.range(0, 70), size, size, 8), stage.place.stars);
  }
  for (let i = 0; i < 5; i++) {
    const [x, y, size] = [random.range(0, stage.span), random.range(4, 50), random.range(1.4, 2.6)];
    fillAround(stage, starPath(x, y, size, 4, 0.2), stage.place.stars);
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
