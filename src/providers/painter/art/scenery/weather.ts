import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import { ellipse, polygon } from '../geometry.ts';
import type { Random } from '../random.ts';
import { createRandom } from '../random.ts';
import { stroke } from '../stroke.ts';
import { blend } from '../surface.ts';
import type { WeatherName } from '../vocabulary/hours.ts';
import { bayer } from '../bayer.ts';
import { softNoise } from './soft-noise.ts';
import type { Stage } from './stage.ts';
import { fillAround, wavesFor } from './stage.ts';

/** What falls or drifts before everything else. */
export function paintWeather(stage: Stage): void {
  const { weather } = stage.place;
  if (weather) WEATHERS[weather](stage, createRandom(stage.seed + 53));
}

const WEATHERS: Readonly<Record<WeatherName, (stage: Stage, random: Random) => void>> = {
  rain: (stage, random) => paintRain(stage, random, 7),
  storm: (stage, random) => paintRain(stage, random, 4.5),
  snow: paintSnow,
  fog(stage) {
    paintHaze(stage, { top: 30, bottom: 84, salt: 3, thick: 0.5 });
    paintHaze(stage, { top: 58, bottom: 108, salt: 5, thick: 0.8 });
  },
  overcast: () => undefined,
};

function paintRain(stage: Stage, random: Random, gap: number): void {
  const drop = mix(stage.place.skyBottom, [235, 244, 255], 0.65);
  const slant = 0.26;
  const count = Math.round((stage.span / gap) * 9);
  for (let index = 0; index < count; index++) {
    const near = random.range(0.4, 1);
    const [x, y, long] = [random.range(0, stage.span), random.range(-4, 100), 6 * near];
    const wide = Math.max(0.25 + near * 0.3, 0.9 / stage.scale);
    fillAround(
      stage,
      stroke(wide, x, y, x - long * slant, y + long),
      drop,
      stage.world.look.grid ? 1 : 0.35 + near * 0.4,
    );
  }
}

function paintSnow(stage: Stage, random: Random): void {
  const count = Math.round(stage.span * 1.1);
  for (let index = 0; index < count; index++) {
    const size = Math.max(0.6 / stage.scale, random.range(0.3, 1.15));
    const spot = ellipse(random.range(0, stage.span), random.range(-2, 102), size, size, 12);
    fillAround(stage, spot, [250, 252, 255], stage.world.look.grid ? 1 : 0.55 + size * 0.35);
  }
}

/** A bolt from the clouds, behind the land. */
export function paintBolt(stage: Stage): void {
  const random = createRandom(stage.seed + 59);
  const count = Math.max(1, Math.round(stage.span / 160));
  for (let index = 0; index < count; index++) {
    const x = ((index + random.range(0.2, 0.8)) / count) * stage.span;
    for (const [size, share] of [
      [26, 0.1],
      [16, 0.14],
    ] as const)
      fillAround(stage, ellipse(x, 14, size, size * 0.7), [236, 240, 255], share);
    const bolt = polygon(x + 2, 8, x - 5, 30, x - 0.5, 29, x - 7, 56, x + 6, 24, x + 1.4, 25, x + 7, 8);
    fillAround(stage, bolt, [255, 250, 196]);
  }
}

/** A closed ceiling of heavy cloud. */
export function paintCeiling(stage: Stage, dark: number): void {
  const random = createRandom(stage.seed + 61);
  const base = mix(stage.place.skyTop, [30, 34, 52], dark);
  for (const row of [2, 1, 0]) {
    const tone: Rgb = mix(base, stage.place.skyBottom, row * 0.16);
    const count = wavesFor(stage, 17, 5);
    for (let index = 0; index < count; index++) {
      const x = ((index + random.range(0, 0.8)) / count) * stage.span;
      const wide = random.range(11, 18);
      fillAround(stage, ellipse(x, -6 + row * 8 + random.range(-2, 3), wide, wide * 0.6), tone);
    }
  }
}

interface Haze {
  /** Units between which it lies. */
  readonly top: number;
  readonly bottom: number;
  readonly salt: number;
  /** 0..1, at its thickest. */
  readonly thick: number;
}

/** A drifting veil in the colour of the air; pixel by pixel where there is no half transparency. */
export function paintHaze(stage: Stage, { top, bottom, salt, thick }: Haze): void {
  const { surface, span, scale, world, place } = stage;
  const across = Math.max(2, Math.round(span / 34));
  const air = mix(place.skyBottom, [240, 244, 248], 0.35);
  const end = Math.min(surface.height, Math.ceil(bottom * scale + stage.top));
  // Every second row is enough, too.
  const step = Math.max(1, Math.min(4, Math.floor(scale)));
  const { starts, row } = softNoise(stage, { seed: stage.seed + salt * 977, across, step });
  const drift = new Float32Array(starts.length - 1);
  const first = Math.max(0, Math.floor(top * scale + stage.top));
  for (let y = first; y < end; y++) {
    const height = (y - stage.top) / scale;
    if ((y - first) % 2 === 0) drift.set(row(height / 16));
    const thickness = thick * fadeAt((height - top) / (bottom - top), bottom > 100);
    for (let column = 0; column < drift.length; column++) {
      const veil = thickness * Math.min(1, (drift[column] ?? 0) / 150);
      const alpha = Math.round(veil * 255);
      for (let x = starts[column] ?? 0; x < (starts[column + 1] ?? 0); x++) {
        const here = world.look.grid ? (veil * 16 > bayer(x, y) + 0.5 ? 255 : 0) : alpha;
        blend(surface.rgba, (y * surface.width + x) * 4, air, here);
      }
    }
  }
}

/** From nothing at the upper edge to 1, and back to nothing at the lower one unless that lies below the picture. */
function fadeAt(share: number, isOpen: boolean): number {
  return Math.max(0, Math.min(1, share / 0.4, isOpen ? 1 : (1 - share) / 0.4));
}
