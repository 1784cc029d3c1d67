import type { Raster, Rect } from '../../../../raster/raster.ts';
import { createRaster } from '../../../../raster/raster.ts';
import type { Ramp, Rgb } from '../colour.ts';
import { luminance, mix } from '../colour.ts';
import { drawFigure, figureBounds } from '../draw-figure.ts';
import { FAMILIES } from '../families/index.ts';
import { reduceColours } from '../few-colours.ts';
import type { Path } from '../geometry.ts';
import { transform } from '../geometry.ts';
import { createKit } from '../kit.ts';
import { enlarge, gridFor } from '../pixel-grid.ts';
import { REST } from '../pose.ts';
import { hashText } from '../random.ts';
import { fillPath, hardenStencil } from '../stencil.ts';
import { readSubject } from '../subject.ts';
import { fillRows, fillStencil } from '../surface.ts';
import type { FamilyName } from '../vocabulary/nouns.ts';
import type { World } from '../world.ts';
import { material } from '../world.ts';
import type { PlacedLine } from './fit-title.ts';
import { fitTitle } from './fit-title.ts';

export interface TitleWish {
  readonly title: string;
  readonly subject: string;
  readonly seed: number;
  readonly box: Pick<Rect, 'width' | 'height'>;
}

const UNNAMED: readonly [FamilyName, ...FamilyName[]] = ['star', 'gem', 'crown', 'sword'];

/** The title as lettering with an ornament, on nothing. */
export function paintTitle(world: World, wish: TitleWish): Raster {
  const grid = gridFor(wish.box, world.look, 128);
  const surface = createRaster(grid.width, grid.height);
  const subject = readSubject(wish.subject);
  const named = subject.mentioned ?? readSubject(wish.title).mentioned;
  const family = named ?? UNNAMED[hashText(wish.title) % UNNAMED.length] ?? UNNAMED[0];
  const kit = createKit(world, { subject, family, seed: wish.seed });
  const parts = FAMILIES[family](
    createKit(world, { subject: { ...subject, colours: [], accents: [] }, family, seed: wish.seed }),
  );
  const layout = fitTitle(wish.title, { width: grid.width, height: grid.height });
  const { left, top, right, bottom } = figureBounds(parts);
  const { ornament } = layout;
  const scale = Math.min(ornament.width / (right - left), ornament.height / (bottom - top));
  const x = ornament.x + ornament.width / 2 - ((left + right) / 2) * scale;
  const y = ornament.y + ornament.height / 2 - ((top + bottom) / 2) * scale;
  drawFigure(surface, { parts, look: world.look, place: [scale, 0, 0, scale, x, y], pose: REST });
  const face = luminance(kit.main.base) < 75 ? material(world, mix(kit.main.base, [255, 255, 255], 0.45)) : kit.main;
  for (const line of layout.lines) drawLine(surface, world, face, line);
  if (world.look.grid) reduceColours(surface);
  return enlarge(surface, grid.cell, wish.box);
}

/** Back to front: a dark rim, a deep side below, the lit face. */
function drawLine(surface: Raster, world: World, ramp: Ramp, line: PlacedLine): void {
  const hard = world.look.grid;
  const fill = (path: Path, colour: Rgb): void => {
    const stencil = fillPath(path, surface);
    fillStencil(surface, hard ? hardenStencil(stencil) : stencil, colour);
  };
  const depth = Math.max(1, Math.round(line.scale * 0.5));
  const sunk = (path: Path, by: number): Path => transform(path, [1, 0, 0, 1, 0, by]);
  const rim = mix(ramp.line, [16, 12, 30], 0.45);
  for (const path of line.outline) fill(sunk(path, depth), rim);
  for (const path of line.outline) fill(path, rim);
  for (const path of line.letters) fill(sunk(path, depth), mix(ramp.dark, rim, 0.25));
  const rows = faceRows(surface.height, line, ramp, world);
  for (const path of line.letters) {
    const stencil = fillPath(path, surface);
    fillRows(surface, hard ? hardenStencil(stencil) : stencil, rows);
  }
}

/** Light at the top, the colour itself in the middle, a warmer dark at the foot. */
function faceRows(height: number, line: PlacedLine, ramp: Ramp, world: World): readonly Rgb[] {
  const steps = world.look.grid ? 4 : world.look.name === 'flat' ? 2 : 64;
  return Array.from({ length: height }, (_, y) => {
    const share = Math.max(0, Math.min(1, (y - line.top) / (line.bottom - line.top)));
    const level = Math.min(1, Math.floor(share * steps) / (steps - 1));
    const light = mix(ramp.light, [255, 255, 255], 0.3);
    return level < 0.5
      ? mix(light, ramp.base, level * 2)
      : mix(ramp.base, mix(ramp.base, ramp.dark, 0.7), level * 2 - 1);
  });
}
