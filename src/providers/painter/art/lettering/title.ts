import type { Raster, Rect } from '../../../../raster/raster.ts';
import { createRaster } from '../../../../raster/raster.ts';
import type { Ramp, Rgb } from '../colour.ts';
import { hex, luminance, mix } from '../colour.ts';
import { drawFigure, figureBounds } from '../draw-figure.ts';
import { FAMILIES } from '../families/index.ts';
import { reduceColours } from '../few-colours.ts';
import type { Path } from '../geometry.ts';
import { transform } from '../geometry.ts';
import { createKit } from '../kit.ts';
import { enlarge, gridFor } from '../pixel-grid.ts';
import { REST } from '../pose.ts';
import { createRandom, hashText } from '../random.ts';
import { fillPath, hardenStencil } from '../stencil.ts';
import type { Part } from '../figure.ts';
import { readSubject } from '../subject.ts';
import { fillRows } from '../surface.ts';
import type { FamilyName } from '../vocabulary/nouns.ts';
import type { World } from '../world.ts';
import { material } from '../world.ts';
import type { Finish } from './choose-face.ts';
import { chooseFace, chooseFinish, finishColour } from './choose-face.ts';
import { PIXEL } from './faces/pixel.ts';
import type { Workbench } from './finish.ts';
import { fill, finishBefore, finishBehind, hangingFrom } from './finish.ts';
import type { PlacedLine, TitleFace } from './fit-title.ts';
import { fitTitle } from './fit-title.ts';
import { openFace } from './typeface.ts';

export interface TitleWish {
  readonly title: string;
  readonly subject: string;
  readonly seed: number;
  readonly box: Pick<Rect, 'width' | 'height'>;
  /** Of its pixel grid, where it has to be that of another picture. */
  readonly rows?: number;
}

const UNNAMED: readonly [FamilyName, ...FamilyName[]] = ['star', 'gem', 'crown', 'sword'];

/** The title as lettering with an ornament, on nothing. */
export function paintTitle(world: World, wish: TitleWish): Raster {
  const grid = gridFor(wish.box, world.look, wish.rows ?? 128);
  const surface = createRaster(grid.width, grid.height);
  const subject = readSubject(wish.subject);
  const named = subject.mentioned ?? readSubject(wish.title).mentioned;
  const family = named ?? UNNAMED[hashText(wish.title) % UNNAMED.length] ?? UNNAMED[0];
  const layout = fitTitle(wish.title, { width: grid.width, height: grid.height }, faceOf(world, wish));
  const bare = { ...subject, colours: [], accents: [] };
  paintOrnament(
    surface,
    world,
    FAMILIES[family](createKit(world, { subject: bare, family, seed: wish.seed })),
    layout.ornament,
  );
  const finish = chooseFinish([wish.subject, wish.title]);
  const stuff = finishColour(finish, subject);
  const { main } = createKit(world, { subject, family, seed: wish.seed });
  const colour = stuff === undefined ? main : material(world, hex(stuff));
  const ramp = luminance(colour.base) < 75 ? material(world, mix(colour.base, [255, 255, 255], 0.45)) : colour;
  for (const line of layout.lines) drawLine(surface, world, { ramp, line, finish, seed: wish.seed });
  if (world.look.grid) reduceColours(surface);
  return enlarge(surface, grid.cell, wish.box);
}

function faceOf(world: World, { title, subject }: TitleWish): TitleFace {
  const face = chooseFace([title, subject, world.theme], world.look);
  return { typeface: openFace(face), ...(face === PIXEL ? { squares: 7 } : {}) };
}

function paintOrnament(surface: Raster, { look }: World, parts: readonly Part[], place: Rect): void {
  const { left, top, right, bottom } = figureBounds(parts);
  const scale = Math.min(place.width / (right - left), place.height / (bottom - top));
  const x = place.x + place.width / 2 - ((left + right) / 2) * scale;
  const y = place.y + place.height / 2 - ((top + bottom) / 2) * scale;
  drawFigure(surface, { parts, look, place: [scale, 0, 0, scale, x, y], pose: REST });
}

interface Lettering {
  readonly ramp: Ramp;
  readonly line: PlacedLine;
  readonly finish: Finish;
  readonly seed: number;
}

/** Back to front: what burns or glows, a dark rim, a deep side below, the lit face, and what lies on it. */
function drawLine(surface: Raster, world: World, { ramp, line, finish, seed }: Lettering): void {
  const isHard = world.look.grid;
  const bench: Workbench = { surface, line, isHard, colour: ramp.base, random: createRandom(seed + 17) };
  finishBehind(bench, finish);
  const hanging = hangingFrom(bench, finish);
  const depth = Math.max(1, Math.round(line.scale * 0.5));
  const sunk = (path: Path): Path => transform(path, [1, 0, 0, 1, 0, depth]);
  const rim = mix(ramp.line, [16, 12, 30], 0.45);
  for (const path of line.outline) fill(bench, sunk(path), rim);
  for (const path of [...line.outline, ...hanging.map(([, edge]) => edge)]) fill(bench, path, rim);
  for (const path of line.letters) fill(bench, sunk(path), mix(ramp.dark, rim, 0.25));
  const rows = faceRows(surface.height, line, { ramp, world, finish });
  for (const path of [...line.letters, ...hanging.map(([shape]) => shape)]) {
    const stencil = fillPath(path, surface);
    fillRows(surface, isHard ? hardenStencil(stencil) : stencil, rows);
  }
  finishBefore(bench, finish);
}

interface FaceLight {
  readonly ramp: Ramp;
  readonly world: World;
  readonly finish: Finish;
}

/** The face's colours from its top to its foot. */
function faceRows(height: number, line: PlacedLine, { ramp, world, finish }: FaceLight): readonly Rgb[] {
  const steps = world.look.grid ? 5 : world.look.name === 'flat' ? 2 : 64;
  const tones =
    world.look.name === 'flat'
      ? [mix(ramp.base, ramp.light, 0.6), mix(ramp.base, ramp.dark, 0.35)]
      : tonesOf(ramp, finish);
  return Array.from({ length: height }, (_, y) => {
    const share = Math.max(0, Math.min(1, (y - line.top) / (line.bottom - line.top)));
    const level = Math.min(1, Math.floor(share * steps) / (steps - 1)) * (tones.length - 1);
    const [from, to] = [tones[Math.floor(level)] ?? ramp.base, tones[Math.ceil(level)] ?? ramp.base];
    return mix(from, to, level - Math.floor(level));
  });
}

/** Evenly from top to foot: lit from above; flames are hottest below, metal mirrors a horizon, neon glows within. */
function tonesOf(ramp: Ramp, finish: Finish): readonly Rgb[] {
  const light = mix(ramp.light, [255, 255, 255], 0.3);
  const deep = mix(ramp.base, ramp.dark, 0.7);
  if (finish === 'fire') return [mix(ramp.base, [190, 40, 26], 0.6), ramp.base, [255, 206, 84], [255, 244, 190]];
  if (finish === 'gold') return [light, ramp.base, light, deep, ramp.base, light];
  if (finish === 'neon') return [ramp.light, [255, 255, 255], ramp.light];
  return [light, ramp.base, deep];
}
