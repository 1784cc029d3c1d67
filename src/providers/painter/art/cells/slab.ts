import type { Raster, Rect } from '../../../../raster/raster.ts';
import type { Ramp, Rgb } from '../colour.ts';
import { mix } from '../colour.ts';
import type { Path } from '../geometry.ts';
import { box } from '../geometry.ts';
import { fillPath, hardenStencil } from '../stencil.ts';
import type { Look } from '../styles.ts';
import { fillRows, fillStencil } from '../surface.ts';

/** The colours of one state. */
export interface Skin {
  readonly body: Ramp;
  readonly well: Ramp;
  readonly knob: Ramp;
  readonly ring: Rgb;
}

/** Where a component is built. Lengths are surface pixels. */
export interface Bench {
  readonly surface: Raster;
  readonly look: Look;
  readonly skin: Skin;
  readonly state: string;
  /** Corner radius of what fills the surface; stays inside the nine-patch borders. */
  readonly corner: number;
  /** The narrowest of the nine-patch borders. */
  readonly border: number;
  readonly rim: number;
  /** Widths at the left and the right that do not stretch; signs stand in them. */
  readonly still?: { readonly left: number; readonly right: number };
}

/** The corner radius of what fills the surface up to an inset, so that it stays inside the borders. */
export function cornerOf({ corner, border }: Bench, { x }: Pick<Rect, 'x'>): number {
  return Math.max(0, Math.min(corner, border - x));
}

export function put(bench: Bench, path: Path, colour: Rgb): void {
  const stencil = fillPath(path, bench.surface);
  fillStencil(bench.surface, bench.look.grid ? hardenStencil(stencil) : stencil, colour);
}

/**
 * A raised plate. Its colours change by row alone and its edges are straight, so that a nine-patch stretches cleanly.
 * A pressed one sits lower and has lost its side.
 */
export function slab(bench: Bench, rect: Rect, ramp: Ramp, radius = bench.corner): void {
  const { rim, state } = bench;
  const sunk = state === 'pressed' ? rim : 0;
  const side = state === 'pressed' ? 0 : rim;
  const { x, width } = rect;
  const [y, height] = [rect.y + sunk, rect.height - sunk];
  put(bench, box(x, y, width, height, radius), ramp.line);
  put(bench, box(x + rim, y + rim, width - 2 * rim, height - 2 * rim, radius - rim), ramp.dark);
  const face = box(x + rim, y + rim, width - 2 * rim, height - 2 * rim - side, radius - rim);
  const stencil = fillPath(face, bench.surface);
  fillRows(bench.surface, bench.look.grid ? hardenStencil(stencil) : stencil, faceRows(bench, ramp, y, height));
}

/** A hollow to put things into. */
export function well(bench: Bench, rect: Rect, radius = bench.corner): void {
  const { rim, skin } = bench;
  put(bench, box(rect.x, rect.y, rect.width, rect.height, radius), skin.body.line);
  put(
    bench,
    box(rect.x + rim, rect.y + rim, rect.width - 2 * rim, rect.height - 2 * rim, radius - rim),
    skin.well.base,
  );
}

/** A bright ring around everything, for the state `focus`. */
export function ring(bench: Bench, rect: Rect, radius = bench.corner): void {
  if (bench.state !== 'focus') return;
  const width = Math.max(1, Math.round(bench.rim * 1.2));
  put(bench, box(rect.x, rect.y, rect.width, rect.height, radius), bench.skin.ring);
  put(
    bench,
    box(rect.x + width, rect.y + width, rect.width - 2 * width, rect.height - 2 * width, radius - width),
    bench.skin.body.line,
  );
}

function faceRows(bench: Bench, ramp: Ramp, top: number, height: number): readonly Rgb[] {
  const shine = top + bench.rim * (bench.look.name === 'flat' ? 0 : 2);
  const round = bench.look.shading.kind === 'round';
  return Array.from({ length: bench.surface.height }, (_, y) => {
    if (y < shine && bench.state !== 'pressed') return ramp.light;
    const share = Math.max(0, Math.min(1, (y - top) / height));
    return round
      ? mix(mix(ramp.base, ramp.light, 0.45), mix(ramp.base, ramp.dark, 0.4), Math.round(share * 64) / 64)
      : ramp.base;
  });
}
