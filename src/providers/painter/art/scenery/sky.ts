import { bayer } from '../bayer.ts';
import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import { ellipse } from '../geometry.ts';
import { starPath } from '../parts.ts';
import { createRandom } from '../random.ts';
import { paintNebula } from './nebula.ts';
import type { Stage } from './stage.ts';
import type { WeatherName } from '../vocabulary/hours.ts';
import { fillAround } from './stage.ts';
import { paintBolt, paintCeiling } from './weather.ts';

/** Covers the whole surface: the sky's colours, its sun, moon or stars. */
export function paintSky(stage: Stage): void {
  paintAir(stage);
  const { light, weather } = stage.place;
  if (light === 'stars') paintNebula(stage);
  if (light === 'stars' || (light === 'moon' && !weather)) paintStars(stage, light === 'stars' ? 130 : 60);
  if ((light === 'sun' || light === 'moon') && (!weather || weather === 'fog')) paintDisc(stage, light);
  if (weather && CEILINGS[weather]) paintCeiling(stage, CEILINGS[weather]);
  if (weather === 'storm') paintBolt(stage);
}

/** How dark the clouds of a weather are that closes the sky. */
const CEILINGS: Readonly<Partial<Record<WeatherName, number>>> = { rain: 0.16, storm: 0.5, overcast: 0.08, snow: 0.04 };

function paintAir({ surface, place, world, scale, top }: Stage): void {
  const bands = world.look.grid ? 7 : world.look.name === 'flat' ? 6 : 255;
  for (let y = 0; y < surface.height; y++) {
    const steps = Math.max(0, Math.min(1, (y - top) / (scale * 78))) * bands;
    const band = Math.floor(steps);
    // On a grid, the last third of a band is dithered into the next one.
    const rise = world.look.grid ? (steps - band - 0.7) / 0.3 : 0;
    const tone = mix(place.skyTop, place.skyBottom, band / bands);
    const row = surface.rgba.subarray(y * surface.width * 4, (y + 1) * surface.width * 4);
    if (rise <= 0) {
      fillWith(row, tone);
      continue;
    }
    const next = mix(place.skyTop, place.skyBottom, Math.min(1, (band + 1) / bands));
    for (let x = 0; x < surface.width; x++) {
      row.set(rise > bayer(x, y) / 16 ? next : tone, x * 4);
      row[x * 4 + 3] = 255;
    }
  }
}

/** An opaque colour over a whole row, doubled until it is full. */
function fillWith(row: Uint8Array, colour: Rgb): void {
  row.set([...colour, 255]);
  for (let done = 4; done < row.length; done *= 2) row.copyWithin(done, 0, Math.min(done, row.length - done));
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

export function paintDisc(stage: Stage, light: 'sun' | 'moon'): void {
  const random = createRandom(stage.seed + 7);
  const { isLow, weather, skyBottom } = stage.place;
  const low = isLow && light === 'sun';
  const [x, y] = [stage.span * random.range(0.2, 0.8), low ? random.range(46, 52) : random.range(16, 30)];
  const size = low ? 11 : 8;
  const bare: Rgb = light === 'moon' ? [240, 240, 224] : low ? [255, 236, 170] : [255, 244, 200];
  const colour = weather === 'fog' ? mix(bare, skyBottom, 0.5) : bare;
  const halos = low ? [4.2, 3, 2.1, 1.5] : [2.1, 1.55];
  if (!stage.world.look.grid)
    for (const halo of halos) fillAround(stage, ellipse(x, y, size * halo, size * halo, 64), colour, 0.13);
  fillAround(stage, ellipse(x, y, size, size, 64), colour);
  if (light !== 'moon') return;
  for (const [dx, dy, crater] of [
    [-2, -2, 1.8],
    [2.5, 1, 1.3],
    [-1, 3.4, 1],
  ] as const)
    fillAround(stage, ellipse(x + dx, y + dy, crater), mix(colour, [120, 120, 130], 0.22));
}
