import type { Ramp } from './colour.ts';
import { luminance } from './colour.ts';
import type { Kit, Limb, Part } from './figure.ts';
import type { Path, Point } from './geometry.ts';
import { ellipse, join, mirror, polygon, smooth } from './geometry.ts';
import { curve, stroke } from './stroke.ts';

export function solid(ramp: Ramp, path: Path): Part {
  return { ramp, path };
}

export function core(ramp: Ramp, path: Path): Part {
  return { ramp, path, core: true };
}

/** One even tone, no outline. */
export function mark(ramp: Ramp, path: Path, opacity = 1): Part {
  return { ramp, path, plain: true, opacity };
}

export function limb(name: Limb, pivot: Point, ramp: Ramp, path: Path): Part {
  return { ramp, path, joint: { limb: name, pivot } };
}

/** A soft highlight that says wet, polished or glassy. */
export function shine(kit: Kit, x: number, y: number, size: number): Part {
  return mark(kit.white, ellipse(x, y, size, size * 0.62), kit.simple ? 0.25 : 0.75);
}

/** Two eyes and a mouth by mood, centred on x, y; `size` is the height of an eye. */
export function face(kit: Kit, x: number, y: number, size: number, spread = size * 1.25): readonly Part[] {
  const tall = kit.mood === 'cute' ? size * 1.25 : size;
  return [
    ...eye(kit, x - spread, y, tall, -1),
    ...eye(kit, x + spread, y, tall, 1),
    mouth(kit, x, y + size * 1.35, size),
    ...(kit.mood === 'cute' ? blush(kit, x, y + size, spread + size * 0.9, size) : []),
  ];
}

/** Only the two eyes. */
export function eyes(kit: Kit, x: number, y: number, size: number, spread: number): readonly Part[] {
  return [...eye(kit, x - spread, y, size, -1), ...eye(kit, x + spread, y, size, 1)];
}

export function eye(kit: Kit, x: number, y: number, size: number, side: -1 | 1): readonly Part[] {
  if (kit.blink || kit.mood === 'sleepy')
    return [mark(kit.ink, stroke(size * 0.32, x - size * 0.5, y, x + size * 0.5, y))];
  const parts = kit.simple ? dot(kit, x, y, size) : globe(kit, x, y, size);
  if (kit.mood === 'angry') return [...parts, mark(kit.ink, brow(x, y, size, side, 0.55))];
  if (kit.mood === 'sad') return [...parts, mark(kit.ink, brow(x, y - size * 0.3, size, side, -0.45))];
  return parts;
}

/** Light on dark bodies. */
function dot(kit: Kit, x: number, y: number, size: number): readonly Part[] {
  const ramp = kit.iris ?? (luminance(kit.main.base) < 110 ? kit.white : kit.ink);
  return [mark(ramp, ellipse(x, y, size * 0.5, size * 0.62))];
}

function globe(kit: Kit, x: number, y: number, size: number): readonly Part[] {
  return [
    mark(kit.white, ellipse(x, y, size * 0.78, size)),
    ...(kit.iris ? [mark(kit.iris, ellipse(x + size * 0.06, y + size * 0.1, size * 0.62, size * 0.8))] : []),
    mark(
      kit.ink,
      ellipse(x + size * 0.08, y + size * 0.12, size * (kit.iris ? 0.32 : 0.48), size * (kit.iris ? 0.5 : 0.66)),
    ),
    mark(kit.white, ellipse(x - size * 0.14, y - size * 0.22, size * 0.2)),
  ];
}

function brow(x: number, y: number, size: number, side: -1 | 1, slant: number): Path {
  const inner = y - size * (0.75 - slant);
  const outer = y - size * (0.75 + slant * 0.6);
  return stroke(size * 0.42, x - side * size * 0.85, inner, x + side * size * 0.9, outer);
}

export function mouth(kit: Kit, x: number, y: number, size: number): Part {
  const wide = size * 0.75;
  if (kit.mood === 'cute')
    return mark(kit.ink, smooth(x - wide, y, x + wide, y, x + wide * 0.7, y + size, x - wide * 0.7, y + size));
  const lift = kit.mood === 'angry' || kit.mood === 'sad' ? -size * 0.5 : size * 0.55;
  return mark(kit.ink, curve(size * 0.28, x - wide, y, x, y + lift, x + wide, y));
}

function blush(kit: Kit, x: number, y: number, spread: number, size: number): readonly Part[] {
  const cheek = ellipse(x - spread, y, size * 0.55, size * 0.34);
  return [mark(kit.red, join(cheek, mirror(cheek, x)), 0.45)];
}

/** A star with straight rays; `inner` is the share of the radius at its notches. */
export function starPath(x: number, y: number, radius: number, rays: number, inner: number): Path {
  const numbers: number[] = [];
  for (let i = 0; i < rays * 2; i++) {
    const angle = (i / (rays * 2) - 0.25) * 2 * Math.PI;
    const reach = i % 2 === 0 ? radius : radius * inner;
    numbers.push(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
  }
  return polygon(...numbers);
}
