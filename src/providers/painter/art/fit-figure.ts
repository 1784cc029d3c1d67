import { outlineWidth } from './draw-figure.ts';
import type { Bounds, Transform } from './geometry.ts';
import type { Look } from './styles.ts';
import type { Subject } from './subject.ts';

export interface Fit {
  /** Of the surface, in its pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the surface to fill. */
  readonly share: number;
  /** Stands near the lower edge instead of in the middle. */
  readonly grounded: boolean;
}

/** How much of its box a subject fills: what its words say of its size counts. */
export function sizeOf({ traits }: Subject, share: number): number {
  const factor = traits.find((trait) => trait.size !== undefined)?.size ?? 1;
  return Math.min(0.96, share * factor);
}

const FOOT = 0.95;

/** Scales the figure into the middle of the surface, keeping its proportions and a clear pixel around its outline. */
export function fitFigure(bounds: Bounds, { width, height, share, grounded }: Fit, look: Look): Transform {
  const room = (side: number): number => Math.max(1, Math.min(side * share, side - 2));
  const fit = (line: number): number =>
    Math.min(
      (room(width) - 2 * line) / (bounds.right - bounds.left),
      (room(height) - 2 * line) / (bounds.bottom - bounds.top),
    );
  const line = outlineWidth(look, fit(0));
  const scale = fit(line) > 0 ? fit(line) : fit(0);
  const x = width / 2 - ((bounds.left + bounds.right) / 2) * scale;
  const middle = height / 2 - ((bounds.top + bounds.bottom) / 2) * scale;
  const y = grounded ? Math.min(height * FOOT, height - 1) - bounds.bottom * scale - line : middle;
  return [scale, 0, 0, scale, x, y];
}
