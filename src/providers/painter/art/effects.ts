import { figureBounds } from './draw-figure.ts';
import { EFFECTS } from './effects/index.ts';
import type { Kit, Part } from './figure.ts';
import type { Bounds, Transform } from './geometry.ts';
import { transform } from './geometry.ts';
import type { Trait } from './vocabulary/adjectives.ts';

/**
 * The figure with what its adjectives add: behind it, on its skin (below the face), before it, and on its head. Effects
 * are drawn in a box of 0..100 that is laid around the figure, that of the head around whatever is on top.
 */
export function withEffects(parts: readonly Part[], kit: Kit, traits: readonly Trait[]): readonly Part[] {
  const hasWings = parts.some(({ joint }) => joint?.limb === 'wingA');
  const asked = new Set(traits.flatMap(({ effects = [] }) => effects));
  const names = [...asked].filter((name) => name !== 'wings' || !hasWings);
  if (names.length === 0) return parts;
  const layers = names.map((name) => EFFECTS[name](kit));
  const bounds = figureBounds(parts.filter(({ plain }) => !plain));
  const lay = (pieces: readonly Part[] | undefined, around: Bounds): readonly Part[] =>
    (pieces ?? []).map((piece) => ({ ...piece, path: transform(piece.path, placeIn(around)) }));
  const core = parts.findIndex((part) => part.core) + 1;
  return [
    ...layers.flatMap(({ behind }) => lay(behind, bounds)),
    ...parts.slice(0, core),
    ...layers.flatMap(({ skin }) => lay(skin, bounds)),
    ...parts.slice(core),
    ...layers.flatMap(({ before }) => lay(before, bounds)),
    ...layers.flatMap(({ head }) => lay(head, headOf(parts, bounds))),
  ];
}

function placeIn({ left, top, right, bottom }: Bounds): Transform {
  return [(right - left) / 100, 0, 0, (bottom - top) / 100, left, top];
}

/** The box of a hat: over the core when it is on top, else over the highest part that is wide enough to carry one. */
function headOf(parts: readonly Part[], all: Bounds): Bounds {
  const height = all.bottom - all.top;
  const solid = parts.filter(({ plain }) => !plain).map((part) => ({ part, box: figureBounds([part]) }));
  const core = solid.find(({ part }) => part.core)?.box;
  const wide = solid.map(({ box }) => box).filter((box) => box.right - box.left > (all.right - all.left) * 0.3);
  const highest = wide.reduce((best, box) => (box.top < best.top ? box : best), wide[0] ?? all);
  const { left, top, right } = core && core.top - all.top < height * 0.4 ? core : highest;
  const side = Math.min(Math.max((right - left) * 0.62, 22), 52);
  const middle = (left + right) / 2;
  return { left: middle - side / 2, right: middle + side / 2, top: top - side * 0.72, bottom: top + side * 0.28 };
}
