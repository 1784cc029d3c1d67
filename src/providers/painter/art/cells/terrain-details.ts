import type { Raster } from '../../../../raster/raster.ts';
import type { Ramp, Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import type { Path } from '../geometry.ts';
import { boundsOf, ellipse, join, polygon, smooth, transform } from '../geometry.ts';
import { starPath } from '../parts.ts';
import type { Random } from '../random.ts';
import { createRandom } from '../random.ts';
import { fillPath, hardenStencil } from '../stencil.ts';
import { stroke } from '../stroke.ts';
import type { Look } from '../styles.ts';
import { fillStencil } from '../surface.ts';
import type { Terrain } from '../vocabulary/terrains.ts';

interface Strewn {
  readonly terrain: Terrain;
  readonly ramp: Ramp;
  readonly seed: number;
  readonly index: number;
  readonly reach: number;
  readonly look: Look;
}

interface Spot {
  readonly path: Path;
  readonly colour: Rgb;
}

/** Details that tell one tile from the next. On a tile they stay clear of its edges; on a field they wrap around it. */
export function strewDetails(
  surface: Raster,
  size: { readonly width: number; readonly height: number },
  wish: Strewn,
): void {
  const random = createRandom(wish.seed + wish.index * 2654435761);
  const unit = Math.min(size.width, size.height) / wish.reach;
  const columns = Math.max(1, Math.round(size.width / unit));
  const rows = Math.max(1, Math.round(size.height / unit));
  const count = (3 + (wish.index % 3)) * columns * rows;
  for (let i = 0; i < count; i++) {
    // The first detail walks over a 5 × 5 lattice with the index, so that no two neighbours can look the same.
    const first = i === 0 && wish.reach === 1;
    const place = first
      ? { x: 0.2 + ((wish.index * 2) % 5) * 0.14, y: 0.24 + ((wish.index * 3 + Math.floor(wish.index / 5)) % 5) * 0.13 }
      : { x: random.range(0.18, 0.82), y: random.range(0.2, 0.82) };
    const x = wish.reach === 1 ? place.x * size.width : random.range(0, size.width);
    const y = wish.reach === 1 ? place.y * size.height : random.range(0, size.height);
    for (const spot of DETAILS[wish.terrain.detail](wish.ramp, random))
      stamp(surface, size, { ...spot, path: transform(spot.path, [unit, 0, 0, unit, x, y]) }, wish.look);
  }
}

/** Drawn around the origin, in shares of a tile. */
const DETAILS: Readonly<Record<Terrain['detail'], (ramp: Ramp, random: Random) => readonly Spot[]>> = {
  tufts: (ramp, random) => {
    const tuft = join(
      polygon(-0.05, 0.02, -0.07, -0.07, -0.01, 0.02),
      polygon(-0.02, 0.02, 0.005, -0.1, 0.03, 0.02),
      polygon(0.01, 0.02, 0.08, -0.06, 0.05, 0.02),
    );
    const petals: readonly [Rgb, ...Rgb[]] = [
      [250, 236, 130],
      [245, 160, 190],
      [250, 250, 245],
    ];
    const flower = random.integer(4) === 0;
    return flower
      ? [
          { path: ellipse(0, 0, 0.05, 0.05, 12), colour: random.pick(petals) },
          { path: ellipse(0, 0, 0.02, 0.02, 8), colour: [214, 140, 40] },
        ]
      : [{ path: tuft, colour: random.integer(2) === 0 ? ramp.dark : ramp.light }];
  },
  pebbles: (ramp, random) => {
    const size = random.range(0.03, 0.065);
    return [
      { path: ellipse(size * 0.2, size * 0.3, size * 1.1, size * 0.8, 14), colour: mix(ramp.dark, ramp.line, 0.45) },
      { path: ellipse(0, 0, size, size * 0.75, 14), colour: mix(ramp.base, ramp.light, 0.45) },
    ];
  },
  shines: (ramp, random) => {
    const wide = random.range(0.05, 0.1);
    return [
      {
        path: smooth(-wide, 0, -wide * 0.4, -0.035, wide, -0.012, wide * 0.4, 0.022),
        colour: mix(ramp.light, [255, 255, 255], 0.55),
      },
    ];
  },
  chips: (ramp, random) => {
    const [dx, dy] = [random.range(-0.09, 0.09), random.range(0.05, 0.1)];
    return [{ path: stroke(0.018, 0, 0, dx * 0.4, dy * 0.5, dx, dy), colour: mix(ramp.dark, ramp.line, 0.4) }];
  },
  knots: (ramp, random) => {
    const size = random.range(0.018, 0.03);
    return [
      { path: ellipse(0, 0, size * 2, size, 12), colour: ramp.dark },
      { path: ellipse(0, 0, size * 1.1, size * 0.5, 10), colour: mix(ramp.dark, ramp.line, 0.6) },
    ];
  },
  embers: (_ramp, random) => [{ path: ellipse(0, 0, random.range(0.012, 0.025), 0.014, 8), colour: [255, 206, 110] }],
  stars: (_ramp, random) => [{ path: starPath(0, 0, random.range(0.03, 0.07), 4, 0.28), colour: [255, 246, 214] }],
};

function stamp(
  surface: Raster,
  size: { readonly width: number; readonly height: number },
  spot: Spot,
  look: Look,
): void {
  const { left, top, right, bottom } = boundsOf(spot.path);
  for (const dx of [-size.width, 0, size.width])
    for (const dy of [-size.height, 0, size.height]) {
      if (left + dx >= surface.width || right + dx <= 0 || top + dy >= surface.height || bottom + dy <= 0) continue;
      const stencil = fillPath(transform(spot.path, [1, 0, 0, 1, dx, dy]), surface);
      fillStencil(surface, look.grid ? hardenStencil(stencil) : stencil, spot.colour);
    }
}
