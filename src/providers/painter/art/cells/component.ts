import type { CellIntent } from '../../../provider.ts';
import type { Raster } from '../../../../raster/raster.ts';
import { createRaster } from '../../../../raster/raster.ts';
import type { Ramp, Rgb } from '../colour.ts';
import { fade, fromHue, hex, mix } from '../colour.ts';
import { reduceColours } from '../few-colours.ts';
import { box } from '../geometry.ts';
import { enlarge, gridFor } from '../pixel-grid.ts';
import { hashText } from '../random.ts';
import { fillPath } from '../stencil.ts';
import type { Subject } from '../subject.ts';
import { fillStencil } from '../surface.ts';
import type { World } from '../world.ts';
import { material } from '../world.ts';
import { COMPONENTS } from './component-shapes.ts';
import type { Bench, Skin } from './slab.ts';

export interface ComponentWish {
  readonly cell: CellIntent;
  readonly component: NonNullable<CellIntent['component']>;
  readonly subject: Subject;
  readonly theme: string;
}

/** One state of one part of a user interface, on nothing. */
export function paintComponent(world: World, { cell, component, subject, theme }: ComponentWish): Raster {
  const grid = gridFor(cell.rect, world.look, 96);
  const surface = createRaster(grid.width, grid.height);
  const margins = component.ninePatch;
  const narrowest = margins ? Math.min(margins.left, margins.right, margins.top, margins.bottom) / grid.cell : Infinity;
  const tint: Rgb | undefined = cell.tint ? [cell.tint[0], cell.tint[1], cell.tint[2]] : undefined;
  const bench: Bench = {
    surface,
    look: world.look,
    skin: skinOf(world, tint ?? subject.colours[0] ?? subject.accents[0] ?? themeColour(theme), component.state),
    state: component.state,
    corner: Math.max(0, Math.min(Math.min(grid.width, grid.height) * 0.24, narrowest - 1)),
    ...(margins ? { still: { left: margins.left / grid.cell, right: margins.right / grid.cell } } : {}),
    border: narrowest,
    rim: Math.max(1, Math.round(Math.min(grid.width, grid.height) * 0.045)),
  };
  if (Math.min(grid.width, grid.height) < SMALLEST_SHAPED) paintBlock(bench);
  else (COMPONENTS[component.type] ?? COMPONENTS['button'])?.(bench);
  if (world.look.grid) reduceColours(surface);
  return enlarge(surface, grid.cell, cell.rect);
}

/** Thinner cells would be all rim: they are a block in the colour of their state, lit at its start. */
const SMALLEST_SHAPED = 4;

function paintBlock({ surface: { width, height }, surface, skin, state }: Bench): void {
  const change = (colour: Rgb): Rgb => (state === 'focus' ? mix(colour, skin.ring, 0.6) : colour);
  const [along, across] = [Math.ceil(width / 4), Math.ceil(height / 4)];
  const lit = width > height ? box(0, 0, along, height) : box(0, 0, width, across);
  fillStencil(surface, fillPath(box(0, 0, width, height), surface), change(skin.body.base));
  fillStencil(surface, fillPath(lit, surface), change(skin.body.light));
}

function themeColour(theme: string): Rgb {
  return fromHue((hashText(theme) & 1023) / 1024, 0.5, 0.5);
}

/** What each state does to the base colour: plainly, so that states are told apart at a glance. */
const STATES: Readonly<Record<string, (colour: Rgb) => Rgb>> = {
  hover: (colour) => mix(colour, [255, 255, 255], 0.28),
  pressed: (colour) => mix(colour, [12, 10, 40], 0.34),
  disabled: (colour) => washOut(colour),
  focus: (colour) => mix(colour, [255, 255, 255], 0.08),
  selected: (colour) => mix(fade(colour, -0.3), [255, 214, 90], 0.22),
  unselected: (colour) => mix(colour, [40, 36, 70], 0.12),
};

const WASHED: Rgb = [150, 150, 156];
/** A base this near to grey, summed over its channels, would hardly change. */
const NEARLY_GREY = 90;

/** Greyed out; what is grey already is paled instead. */
function washOut(colour: Rgb): Rgb {
  const washed = mix(fade(colour, 0.92), WASHED, 0.55);
  const change = Math.abs(washed[0] - colour[0]) + Math.abs(washed[1] - colour[1]) + Math.abs(washed[2] - colour[2]);
  return change < NEARLY_GREY ? mix(washed, [226, 226, 230], 0.65) : washed;
}

function skinOf(world: World, colour: Rgb, state: string): Skin {
  const change = STATES[state];
  const body: Ramp = material(world, change ? change(colour) : colour);
  const knob = state === 'disabled' ? '#c4c4c8' : '#fdf8ea';
  return {
    body,
    well: material(world, mix(body.line, body.base, 0.22)),
    knob: material(world, hex(knob)),
    ring: hex('#ffd94f'),
  };
}
