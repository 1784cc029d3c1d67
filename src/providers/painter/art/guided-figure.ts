import type { Raster } from '../../../raster/raster.ts';
import { erode } from './body-mask.ts';
import { mix } from './colour.ts';
import { drawFigure, figureBounds } from './draw-figure.ts';
import type { Kit, Part } from './figure.ts';
import type { Transform } from './geometry.ts';
import { compose, scaling, transform } from './geometry.ts';
import { REST } from './pose.ts';
import { shadeStencil } from './shade.ts';
import type { Stencil } from './stencil.ts';
import { clipStencil, fillPath, hardenStencil } from './stencil.ts';
import type { Look } from './styles.ts';
import { fillStencil } from './surface.ts';

export interface GuidedFigure {
  readonly parts: readonly Part[];
  readonly look: Look;
  readonly kit: Kit;
  /** The silhouette to fill exactly. */
  readonly body: Stencil;
  readonly creature: boolean;
}

/** How much a figure's own outline must agree with the wished one to be stretched into it. */
const ALIKE = 0.5;

/**
 * Fills a silhouette that the user chose. A creature's body, and an object whose own outline is alike, take the
 * silhouette and keep their features; any other object becomes an emblem on it.
 */
export function drawInBody(surface: Raster, figure: GuidedFigure): void {
  const { body, look, parts, kit } = figure;
  if (body.width === 0 || body.height === 0) return;
  const stretched = stretchTo(parts, body);
  const wraps = figure.creature || likeness(parts, stretched, body, surface) >= ALIKE;
  const own = parts.find((part) => part.core)?.ramp ?? kit.main;
  const skin = wraps
    ? own
    : {
        ...own,
        dark: mix(own.dark, own.line, 0.55),
        base: mix(own.base, own.line, 0.6),
        light: mix(own.base, own.line, 0.3),
      };
  const hard = look.grid ? hardenStencil(body) : body;
  const clip = fillBody(surface, hard, skin, look);
  if (wraps)
    drawFigure(surface, { parts: parts.filter((part) => !part.core), look, place: stretched, pose: REST, clip });
  else drawFigure(surface, { parts, look, place: emblemPlace(parts, body), pose: REST, clip });
}

/** Returns where the inside is, without the outline. */
function fillBody(surface: Raster, body: Stencil, skin: Kit['main'], look: Look): Stencil {
  if (look.outline === 0) {
    shadeStencil(surface, body, skin, look, body.x + body.width / 2);
    return body;
  }
  const rim = look.grid ? look.outline : Math.max(0.9, (look.outline * Math.max(body.width, body.height)) / 100);
  const inner = erode(body, rim);
  fillStencil(surface, body, skin.line);
  shadeStencil(surface, inner, skin, look, body.x + body.width / 2);
  return inner;
}

function stretchTo(parts: readonly Part[], body: Stencil): Transform {
  const { left, top, right, bottom } = figureBounds(parts);
  const [scaleX, scaleY] = [body.width / (right - left), body.height / (bottom - top)];
  const stretched: Transform = [scaleX, 0, 0, scaleY, body.x - left * scaleX, body.y - top * scaleY];
  const centre = centreOf(body);
  const room = Math.min(1, widthAt(body, Math.floor(centre[1])) / (body.width * 0.72));
  return compose(scaling(room, room, centre), stretched);
}

/** How many pixels of a surface row the body covers. */
function widthAt(body: Stencil, row: number): number {
  const start = (row - body.y) * body.width;
  return body.coverage.subarray(start, start + body.width).reduce((count, value) => count + (value >= 128 ? 1 : 0), 0);
}

function emblemPlace(parts: readonly Part[], body: Stencil): Transform {
  const { left, top, right, bottom } = figureBounds(parts);
  const scale = 0.66 * Math.min(body.width / (right - left), body.height / (bottom - top));
  const [x, y] = centreOf(body);
  return [scale, 0, 0, scale, x - ((left + right) / 2) * scale, y - ((top + bottom) / 2) * scale];
}

function centreOf(body: Stencil): readonly [number, number] {
  let [sumX, sumY, total] = [0, 0, 0];
  body.coverage.forEach((value, index) => {
    sumX += value * (index % body.width);
    sumY += value * Math.floor(index / body.width);
    total += value;
  });
  return total === 0 ? [body.x, body.y] : [body.x + sumX / total, body.y + sumY / total];
}

/** Intersection over union of the figure's own outline and the body. */
function likeness(parts: readonly Part[], place: Transform, body: Stencil, surface: Raster): number {
  const own = fillPath(
    transform(
      parts.flatMap((part) => (part.plain ? [] : part.path)),
      place,
    ),
    surface,
  );
  const shared = sum(clipStencil(own, body));
  return shared / (sum(own) + sum(body) - shared);
}

function sum(stencil: Stencil): number {
  return stencil.coverage.reduce((total, value) => total + value, 0);
}
