import type { Raster } from '../../../raster/raster.ts';
import type { Ramp } from './colour.ts';
import { mix } from './colour.ts';
import type { Part } from './figure.ts';
import type { Bounds, Path, Transform } from './geometry.ts';
import { boundsOf, compose, rotation, scaling, transform } from './geometry.ts';
import type { Pose } from './pose.ts';
import { bodyTransform } from './pose.ts';
import { shadeStencil } from './shade.ts';
import type { Stencil } from './stencil.ts';
import { clipStencil, fillPath, hardenStencil } from './stencil.ts';
import { inflate } from './stroke.ts';
import type { Look } from './styles.ts';
import { fillStencil } from './surface.ts';

export interface Drawing {
  readonly parts: readonly Part[];
  readonly look: Look;
  /** From the figure's box of 0..100 to surface pixels. */
  readonly place: Transform;
  readonly pose: Pose;
  /** Nothing is drawn outside. */
  readonly clip?: Stencil;
}

/** Paints the parts back to front. */
export function drawFigure(surface: Raster, drawing: Drawing): void {
  const body = compose(drawing.place, bodyTransform(drawing.pose));
  const line = lineWidth(drawing);
  const axis = body[0] * 50 + body[2] * 50 + body[4];
  for (const part of drawing.parts) {
    const path = transform(part.path, placePart(part, drawing.pose, body));
    const ramp = flashed(part.ramp, drawing.pose.flash);
    if (part.plain) {
      const stencil = cover(surface, path, drawing);
      fillStencil(
        surface,
        part.inside ? onPainted(surface, stencil, Math.round(line)) : stencil,
        ramp.base,
        drawing.look.grid ? solidity(part) : part.opacity,
      );
      continue;
    }
    if (line > 0) fillStencil(surface, cover(surface, inflate(path, line), drawing), ramp.line);
    else if (drawing.look.contact) dropShadow(surface, path, ramp, drawing);
    shadeStencil(surface, cover(surface, path, drawing), ramp, drawing.look, axis);
  }
}

/** The box around the whole figure at rest, in its own units. */
export function figureBounds(parts: readonly Part[]): Bounds {
  return boundsOf(parts.flatMap((part) => part.path));
}

/** The box around the whole figure in a pose, in its own units. */
export function posedBounds(parts: readonly Part[], pose: Pose): Bounds {
  const body = bodyTransform(pose);
  return boundsOf(parts.flatMap((part) => transform(part.path, placePart(part, pose, body))));
}

/** Where a part really is: its limb's movement first, then the body's movement. */
export function placePart(part: Part, pose: Pose, body: Transform): Transform {
  if (!part.joint) return body;
  const { limb, pivot } = part.joint;
  const [turn, raised] = [pose.limbs[limb] ?? 0, pose.raised[limb] ?? 0];
  if (turn === 0 && raised === 0) return body;
  return compose(body, compose(rotation(turn, pivot), scaling(1, 1 - raised, pivot)));
}

function cover(surface: Raster, path: Path, drawing: Drawing): Stencil {
  const stencil = fillPath(path, surface);
  const clipped = drawing.clip ? clipStencil(stencil, drawing.clip) : stencil;
  return drawing.look.grid ? hardenStencil(clipped) : clipped;
}

function lineWidth({ look, place }: Drawing): number {
  const [a, b, c, d] = place;
  return outlineWidth(look, Math.sqrt(Math.abs(a * d - b * c)));
}

/** Smaller figures on a pixel grid would be nothing but outline. */
const SMALLEST_OUTLINED = 5;

/** In surface pixels, for a figure drawn at so many pixels per unit. */
export function outlineWidth({ outline, grid }: Look, scale: number): number {
  if (outline === 0) return 0;
  if (grid) return scale * 100 < SMALLEST_OUTLINED ? 0 : outline;
  return Math.max(0.9, outline * scale);
}

/** A soft dark seam under a part, to the lower right, only where something is already painted. */
function dropShadow(surface: Raster, path: Path, ramp: Ramp, drawing: Drawing): void {
  const scale = Math.sqrt(Math.abs(drawing.place[0] * drawing.place[3] - drawing.place[1] * drawing.place[2]));
  for (const reach of [2.6, 1.3]) {
    const shadow = fillPath(
      transform(inflate(path, reach * 0.3 * scale), [1, 0, 0, 1, reach * 0.6 * scale, reach * scale]),
      surface,
    );
    fillStencil(surface, onPainted(surface, shadow, 0), ramp.line, 0.2);
  }
}

/** Keeps a rim of the given width free, so that the outline stays. */
function onPainted(surface: Raster, stencil: Stencil, rim: number): Stencil {
  const coverage = new Uint8Array(stencil.coverage.length);
  const isPainted = (x: number, y: number): boolean =>
    x >= 0 && x < surface.width && surface.rgba[(y * surface.width + x) * 4 + 3] === 255;
  for (let y = 0; y < stencil.height; y++)
    for (let x = 0; x < stencil.width; x++) {
      const index = y * stencil.width + x;
      if (stencil.coverage[index] === 0) continue;
      const [column, row] = [x + stencil.x, y + stencil.y];
      const isInside =
        isPainted(column, row) &&
        (rim === 0 ||
          (isPainted(column - rim, row) &&
            isPainted(column + rim, row) &&
            isPainted(column, row - rim) &&
            isPainted(column, row + rim)));
      if (isInside) coverage[index] = stencil.coverage[index] ?? 0;
    }
  return { ...stencil, coverage };
}

/** Grids know no half transparency. */
function solidity(part: Part): number {
  return (part.opacity ?? 1) >= 0.5 ? 1 : 0;
}

function flashed(ramp: Ramp, flash: number): Ramp {
  if (flash === 0) return ramp;
  const towards = (colour: Ramp['base']): Ramp['base'] => mix(colour, [255, 250, 245], flash);
  return { line: ramp.line, dark: towards(ramp.dark), base: towards(ramp.base), light: towards(ramp.light) };
}
