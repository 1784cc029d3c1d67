import type { Rect } from '../../../../raster/raster.ts';
import { box, ellipse, polygon } from '../geometry.ts';
import { stroke } from '../stroke.ts';
import type { Bench } from './slab.ts';
import { cornerOf, put, ring, slab, well } from './slab.ts';

/** Draws each component type; its state is already in the bench's colours. */
export const COMPONENTS: Readonly<Record<string, (bench: Bench) => void>> = {
  button: (bench) => plate(bench, inset(bench)),
  panel: (bench) => {
    const rect = inset(bench);
    plate(bench, rect);
    const gap = Math.max(bench.rim * 2, 3);
    if (rect.width > gap * 4 && rect.height > gap * 4) well(bench, shrink(rect, gap), Math.max(0, bench.corner - gap));
  },
  checkbox: (bench) => {
    const rect = square(bench);
    ring(bench, grow(rect, bench.rim));
    slab(bench, rect, bench.skin.body, Math.min(bench.corner, rect.width * 0.2));
    well(bench, shrink(rect, rect.width * 0.17), rect.width * 0.1);
    if (isOn(bench)) tick(bench, rect);
  },
  radio: (bench) => {
    const rect = square(bench);
    const [x, y, radius] = [rect.x + rect.width / 2, rect.y + rect.height / 2, rect.width / 2];
    ring(bench, grow(rect, bench.rim), radius + bench.rim);
    slab(bench, rect, bench.skin.body, radius);
    put(bench, ellipse(x, y, radius * 0.68), bench.skin.well.base);
    if (isOn(bench)) put(bench, ellipse(x, y, radius * 0.4), bench.skin.knob.base);
  },
  slider: (bench) => {
    const rect = inset(bench);
    const track = band(rect, 0.34);
    well(bench, track, track.height / 2);
    slab({ ...bench, state: 'normal' }, { ...track, width: track.width * 0.6 }, bench.skin.body, track.height / 2);
    knob(bench, rect.x + rect.width * 0.6, rect.y + rect.height / 2, Math.min(rect.height, rect.width) * 0.42);
  },
  progress_bar: (bench) => {
    const rect = inset(bench);
    ring(bench, rect);
    const track = bench.state === 'focus' ? shrink(rect, bench.rim * 1.2) : rect;
    well(bench, track);
    const filled = shrink(track, bench.rim * 2);
    slab(bench, { ...filled, width: filled.width * 0.65 }, bench.skin.body, Math.max(0, bench.corner - bench.rim * 2));
  },
  scroll_bar_h: (bench) => {
    const rect = inset(bench);
    trough(bench, rect);
    slab(
      bench,
      { ...shrink(rect, bench.rim), x: rect.x + rect.width * 0.25, width: rect.width * 0.45 },
      bench.skin.body,
    );
  },
  scroll_bar_v: (bench) => {
    const rect = inset(bench);
    trough(bench, rect);
    slab(
      bench,
      { ...shrink(rect, bench.rim), y: rect.y + rect.height * 0.25, height: rect.height * 0.45 },
      bench.skin.body,
    );
  },
  tab_bar: (bench) => {
    const rect = inset(bench);
    const raised = bench.state === 'selected' || bench.state === 'hover' ? 0 : Math.round(rect.height * 0.1);
    plate(bench, { ...rect, y: rect.y + raised, height: rect.height - raised });
    if (bench.state !== 'selected')
      put(bench, box(rect.x, rect.y + rect.height - bench.rim * 2, rect.width, bench.rim * 2), bench.skin.body.line);
  },
  list_item: (bench) => {
    const rect = inset(bench);
    plate(bench, rect);
    const { at, size } = signIn(bench, 'left', rect.height * 0.5, rect.height * 0.16);
    const y = rect.y + rect.height * 0.5 + (bench.state === 'pressed' ? bench.rim / 2 : 0);
    put(bench, ellipse(rect.x + at, y, size), isOn(bench) ? bench.skin.ring : bench.skin.knob.base);
  },
  dropdown: (bench) => {
    const rect = inset(bench);
    plate(bench, rect);
    const wish = Math.min(rect.height * 0.2, rect.width * 0.12);
    const { at, size } = signIn(bench, 'right', Math.min(rect.height * 0.5, rect.width * 0.2), wish);
    const x = rect.x + rect.width - at;
    const y = rect.y + rect.height / 2 + (bench.state === 'pressed' ? bench.rim : 0);
    const up = isOn(bench) ? -1 : 1;
    put(
      bench,
      polygon(x - size, y - size * 0.5 * up, x + size, y - size * 0.5 * up, x, y + size * 0.7 * up),
      bench.skin.knob.base,
    );
  },
  toggle_switch: (bench) => {
    const rect = inset(bench);
    const height = Math.min(rect.height, rect.width * 0.56);
    const pill = { x: rect.x, y: rect.y + (rect.height - height) / 2, width: rect.width, height };
    ring(bench, pill, height / 2);
    const body = bench.state === 'focus' ? shrink(pill, bench.rim * 1.2) : pill;
    slab(
      { ...bench, state: 'normal' },
      body,
      isOn(bench) || bench.state !== 'unselected' ? bench.skin.body : bench.skin.well,
      body.height / 2,
    );
    knob(
      bench,
      isOn(bench) ? pill.x + pill.width - height / 2 : pill.x + height / 2,
      pill.y + height / 2,
      height * 0.36,
    );
  },
};

/** So much of its size a sign keeps to stand where nothing stretches; with less room it stays where it is seen well. */
const LEAST_SIGN = 0.6;

/** How far from its edge a sign stands, and its size: within the part that does not stretch, where that is wide enough. */
function signIn(bench: Bench, side: 'left' | 'right', at: number, size: number): { at: number; size: number } {
  const still = bench.still?.[side] ?? 0;
  const fitted = Math.min(size, (still - bench.rim * 2) * 0.42);
  if (fitted < size * LEAST_SIGN || at + size <= still) return { at, size };
  return { at: still - fitted - 1, size: fitted };
}

function plate(bench: Bench, rect: Rect): void {
  ring(bench, rect);
  const face = bench.state === 'focus' ? shrink(rect, Math.max(1, bench.rim * 1.2)) : rect;
  slab(bench, face, bench.skin.body, cornerOf(bench, face));
  if (bench.state !== 'selected') return;
  const line = shrink(rect, bench.rim);
  put(bench, box(line.x, line.y, line.width, line.height, Math.max(0, bench.corner - bench.rim)), bench.skin.ring);
  slab(bench, shrink(rect, bench.rim * 2), bench.skin.body, Math.max(0, bench.corner - bench.rim * 2));
}

function trough(bench: Bench, rect: Rect): void {
  ring(bench, rect);
  const hollow = bench.state === 'focus' ? shrink(rect, Math.max(1, bench.rim * 1.2)) : rect;
  well(bench, hollow, cornerOf(bench, hollow));
}

function knob(bench: Bench, x: number, y: number, radius: number): void {
  const low = bench.state === 'pressed' ? bench.rim : 0;
  put(bench, ellipse(x, y + low, radius), bench.state === 'focus' ? bench.skin.ring : bench.skin.knob.line);
  put(bench, ellipse(x, y + low, radius - bench.rim), bench.skin.knob.dark);
  put(bench, ellipse(x, y + low - bench.rim * 0.7, radius - bench.rim * 1.5), bench.skin.knob.base);
}

function tick(bench: Bench, { x, y, width, height }: Rect): void {
  const at = (share: number, size: number): number => share * size;
  const points = [
    x + at(0.28, width),
    y + at(0.52, height),
    x + at(0.44, width),
    y + at(0.68, height),
    x + at(0.74, width),
    y + at(0.32, height),
  ];
  put(bench, stroke(Math.max(1.5, width * 0.12), ...points), bench.skin.knob.base);
}

/** States in which something that can be on is shown on. */
function isOn(bench: Bench): boolean {
  return bench.state === 'selected';
}

function inset({ surface }: Bench): Rect {
  const gap = Math.min(surface.width, surface.height) >= 24 ? 1 : 0;
  return { x: gap, y: gap, width: surface.width - 2 * gap, height: surface.height - 2 * gap };
}

function square({ surface, rim }: Bench): Rect {
  const size = Math.max(2, Math.min(surface.width, surface.height) - 2 * rim - 2);
  return {
    x: Math.round((surface.width - size) / 2),
    y: Math.round((surface.height - size) / 2),
    width: size,
    height: size,
  };
}

function band(rect: Rect, share: number): Rect {
  const height = Math.max(3, Math.round(rect.height * share));
  return { ...rect, y: rect.y + Math.round((rect.height - height) / 2), height };
}

function shrink(rect: Rect, by: number): Rect {
  return { x: rect.x + by, y: rect.y + by, width: rect.width - 2 * by, height: rect.height - 2 * by };
}

function grow(rect: Rect, by: number): Rect {
  return shrink(rect, -by);
}
