import type { Rect } from '../raster/raster.ts';
import type { Metric } from './metric.ts';
import type { MeasuredSheet } from './picture.ts';
import { type Frame, readFrame } from './read-frame.ts';
import type { SheetInk } from './sheet-ink.ts';
import { steadiest, type Trembling } from './tremble.ts';

export const FRAME_DRIFT: Metric = {
  name: 'frame-drift',
  title: 'Frame drift',
  unit: 'share of the cell',
  range: [0, 1],
  better: 'less',
  about:
    'How the subject of an animation trembles from frame to frame: how far its foot line and the middle of its lower body lie from half way between the frames before and after, in shares of the cell’s side. What moves on purpose moves along one line, as a jump or a lunge does; so the axis that trembles less counts in full and the rest of the other for a fifth, or for nearly a third where it is up and down, but in animations that by their names keep their place (`idle`, `walk`, `run`) for three quarters. A size counts that trembles in height, width and area at once, as no pose makes it, but not of what bursts or appears by its name: for a third of its share, for half where the place is kept. The worst animation is told.',
  source: 'Our own: second differences of positions, as in jitter measures of video stabilisation.',
};

export interface FrameDrift {
  /** Of the worst animation, in shares of the cell's side. */
  readonly drift: number;
  readonly animation: string;
  /** It is the size that trembles, more than the place. */
  readonly isSize: boolean;
  /** Frames that could be compared. */
  readonly frames: number;
  /** The cell of the frame that is farthest off. */
  readonly worst: Rect;
  readonly worstKey: string;
}

/** The weights of trembling along one axis alone, and of a size that trembles: what leaps or strikes does so on purpose. */
const MOVING = { across: 0.2, down: 0.3, growth: 1 / 3 } as const;
/** The same of what walks or stands. */
const STAYING = { across: 0.75, down: 0.75, growth: 1 / 2 } as const;
/** Names of what keeps its place in its cell and its size, and of what has no one size. */
const IN_PLACE = /idle|stand|walk|run|breath|talk|blink|rest|sleep|wait/i;
const BURSTING = /explo|burst|blast|pop|puff|appear|vanish|fade|grow|shrink|spawn|die|dying|death|pulse/i;
/** Pixels by which whole pixels alone make a size tremble. */
const ROUNDING = 0.4;

/** See `FRAME_DRIFT`. Undefined where there is no animation of two visible frames on a ground. */
export function measureFrameDrift(ink: SheetInk, sheet: MeasuredSheet): FrameDrift | undefined {
  if (sheet.kind !== 'sprite') return undefined;
  const frames = sheet.cells.flatMap((cell) => (cell.frame && readFrame(ink, cell)) ?? []);
  const animations = Map.groupBy(frames, ({ cell }) => cell.frame?.animation ?? '');
  const found = [...animations].map(([name, own]) => driftOf(name, own)).filter((drift) => drift !== undefined);
  return found.reduce<FrameDrift | undefined>(
    (most, next) => (most && most.drift >= next.drift ? most : next),
    undefined,
  );
}

function driftOf(animation: string, frames: readonly Frame[]): FrameDrift | undefined {
  const order = frames.toSorted((a, b) => (a.cell.frame?.index ?? 0) - (b.cell.frame?.index ?? 0));
  const isLoop = order[0]?.cell.frame?.loop === true;
  const of = (marks: (frame: Frame) => readonly [number, ...number[]]): Trembling =>
    steadiest(order.map(marks), isLoop);
  const [across, down] = [of((frame) => frame.across), of((frame) => frame.down)];
  const grown = growthOf(order, isLoop);
  const weights = IN_PLACE.test(animation) ? STAYING : MOVING;
  const least = Math.min(across.size, down.size);
  const moved = least + (across.size - least) * weights.across + (down.size - least) * weights.down;
  const swollen = BURSTING.test(animation) ? 0 : grown.size * weights.growth;
  const isSize = swollen > moved;
  const far = (index: number): number =>
    isSize ? Math.abs(grown.off[index] ?? 0) : Math.hypot(across.off[index] ?? 0, down.off[index] ?? 0);
  const worst = order[order.reduce((most, _, index) => (far(index) > far(most) ? index : most), 0)]?.cell;
  if (!worst || across.count === 0) return undefined;
  const drift = Math.min(1, Math.max(moved, swollen));
  return { drift, animation, isSize, frames: across.count, worst: worst.rect, worstKey: worst.key };
}

/** In shares of the size itself. */
function growthOf(frames: readonly Frame[], isLoop: boolean): Trembling {
  const found = steadiest(
    frames.map(({ sizes: [height, width, side] }) => [Math.log(height), Math.log(width), Math.log(side)]),
    isLoop,
  );
  const smallest = Math.min(...frames.map(({ sizes }) => Math.min(...sizes)));
  return { ...found, size: Math.max(0, found.size - ROUNDING / smallest) };
}
