import type { Raster } from '../../../../raster/raster.ts';
import type { Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import type { Path, Point } from '../geometry.ts';
import { boundsOf, transform } from '../geometry.ts';
import { roughNoise } from '../noise.ts';
import type { Stencil } from '../stencil.ts';
import { fillPath, hardenStencil } from '../stencil.ts';
import { inflate, strokeLine } from '../stroke.ts';
import { fillRows, fillStencil } from '../surface.ts';
import type { World } from '../world.ts';
import type { Place } from './place.ts';

/**
 * A surface to set a scene on. Scene units: y runs from 0 to 100 over the asked picture's height; x repeats after
 * `span`, the asked picture's width, so that every scene closes seamlessly at its sides.
 */
export interface Stage {
  readonly surface: Raster;
  readonly world: World;
  readonly place: Place;
  readonly seed: number;
  readonly span: number;
  /** Surface pixels per unit, and the surface pixel of the origin. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Fills a path wherever its repetitions meet the surface. */
export function fillAround(stage: Stage, path: Path, colour: Rgb, opacity = 1): void {
  const bounds = boundsOf(path);
  const placed = toSurface(stage, path);
  for (const turn of turnsOf(stage, bounds.left, bounds.right)) {
    const stencil = fillPath(transform(placed, [1, 0, 0, 1, turn * period(stage), 0]), stage.surface);
    fillStencil(stage.surface, stage.world.look.grid ? hardenStencil(stencil) : stencil, colour, opacity);
  }
}

/** Like `fillAround`, from one colour at the path's top to another at its foot, with a line around it where the look has lines. */
export function fillGraded(stage: Stage, path: Path, colours: readonly [top: Rgb, bottom: Rgb]): void {
  const { surface, world } = stage;
  const bounds = boundsOf(path);
  const placed = toSurface(stage, path);
  const first = Math.floor(bounds.top * stage.scale + stage.top);
  const rows = gradeRows(stage, colours, [first, Math.min(surface.height, bounds.bottom * stage.scale + stage.top)]);
  const line = world.look.outline === 0 ? 0 : world.look.grid ? 1 : stage.scale * 0.45;
  const rim = mix(colours[0], world.light.shade, 0.4);
  for (const turn of turnsOf(stage, bounds.left - 1, bounds.right + 1)) {
    const here = transform(placed, [1, 0, 0, 1, turn * period(stage), 0]);
    const cover = (shape: Path): Stencil => {
      const stencil = fillPath(shape, surface);
      return world.look.grid ? hardenStencil(stencil) : stencil;
    };
    if (line > 0) fillStencil(surface, cover(inflate(here, line)), rim);
    fillRows(surface, cover(here), rows);
  }
}

/** Which repetitions of something that lies between two x, in units, meet the surface. */
export function turnsOf(stage: Stage, from: number, to: number): readonly number[] {
  const turns: number[] = [];
  const [first, last] = edges(stage);
  for (let turn = Math.floor((first - to) / stage.span); turn * stage.span + from <= last; turn++)
    if (turn * stage.span + to >= first) turns.push(turn);
  return turns;
}

/** Surface pixels, in 1/64, after which the scene repeats. */
export function period(stage: Stage): number {
  return Math.round(stage.span * stage.scale * 64) / 64;
}

/** Points are rounded here, before they are repeated: every repetition is then covered alike. */
function toSurface(stage: Stage, path: Path): Path {
  return path.map((contour) => contour.map((point) => snapPoint(stage, point)));
}

function snapPoint(stage: Stage, [x, y]: Point): Point {
  return [Math.round((x * stage.scale + stage.left) * 64) / 64, Math.round((y * stage.scale + stage.top) * 64) / 64];
}

/** Land under a skyline, from edge to edge; `height` tells y by x in units and repeats after the span. */
export function fillLand(stage: Stage, height: (x: number) => number, colours: readonly [top: Rgb, bottom: Rgb]): void {
  const { surface } = stage;
  const { look, light } = stage.world;
  const line = skyLine(stage, height);
  if (look.outline > 0) {
    const rim = fillPath(strokeLine(line, look.grid ? 2 : stage.scale * 0.9), surface);
    fillStencil(surface, look.grid ? hardenStencil(rim) : rim, mix(colours[0], light.shade, 0.4));
  }
  const foot = surface.height + 8;
  const [left, right] = [line[0]?.[0] ?? 0, line.at(-1)?.[0] ?? 0];
  const stencil = fillPath([[...line, [right, foot], [left, foot]]], surface);
  const rows = gradeRows(stage, colours, [stencil.y, surface.height]);
  fillRows(surface, look.grid ? hardenStencil(stencil) : stencil, rows);
}

/** One repetition's points, laid end to end over the surface and a little beyond. */
function skyLine(stage: Stage, height: (x: number) => number): readonly Point[] {
  const count = Math.ceil(stage.span / Math.max(0.5, 2 / stage.scale));
  const step = stage.span / count;
  const once = Array.from({ length: count }, (_, i) => snapPoint(stage, [i * step, height(i * step)]));
  const [first, last] = edges(stage);
  const line: Point[] = [];
  for (let index = Math.floor(first / step) - 6; (index - 6) * step <= last; index++) {
    const turn = Math.floor(index / count);
    const [x, y] = once[index - turn * count] ?? [0, 0];
    line.push([x + turn * period(stage), y]);
  }
  return line;
}

/** Noise 0..1 along x that repeats after the span; `waves` bumps over the span. */
export function skyline(stage: Stage, x: number, waves: number, salt: number, octaves = 3): number {
  return roughNoise((x / stage.span) * waves, 0.5, stage.seed + salt * 977, [waves, 64], octaves) / 255;
}

/** At least `least`, near one wave for each `length` units. */
export function wavesFor(stage: Stage, length: number, least = 2): number {
  return Math.max(least, Math.round(stage.span / length));
}

/** Farther things take the colour of the air; `depth` 0 is the farthest, 1 the nearest. */
export function inAir(stage: Stage, colour: Rgb, depth: number): Rgb {
  return mix(colour, stage.place.skyBottom, Math.max(0, 0.78 * (1 - depth)));
}

function edges(stage: Stage): readonly [number, number] {
  return [-stage.left / stage.scale, (stage.surface.width - stage.left) / stage.scale];
}

function gradeRows(
  { surface, world: { look } }: Stage,
  [top, bottom]: readonly [Rgb, Rgb],
  [start, end]: readonly [number, number],
): readonly Rgb[] {
  const reach = Math.max(1, end - start);
  const steps = look.grid ? 2 : look.name === 'flat' ? 0 : 48;
  const tones = Array.from({ length: steps + 1 }, (_, step) => (step === 0 ? top : mix(top, bottom, step / steps)));
  return Array.from({ length: surface.height }, (_, y) => {
    const share = Math.max(0, Math.min(1, (y - start) / reach));
    return tones[Math.round(share * steps)] ?? bottom;
  });
}
