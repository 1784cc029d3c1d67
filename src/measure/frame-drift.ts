import type { Rect } from '../raster/raster.ts';
import { type FrameMarks, readFrameMarks } from './frame-marks.ts';
import type { Metric } from './metric.ts';
import type { MeasuredSheet } from './picture.ts';
import type { SheetInk } from './sheet-ink.ts';

export const FRAME_DRIFT: Metric = {
  name: 'frame-drift',
  title: 'Frame drift',
  unit: 'share of the cell',
  range: [0, 1],
  better: 'less',
  about:
    'How the subject of an animation trembles from frame to frame: how far it lies from half way between the frames before and after, in shares of the cell’s side. Several marks are followed (head and foot line, the middles of head, lower body and whole), and the steadiest of a kind counts: limbs and a bob move one, only what moves the whole moves all. In animations that by their names keep their place (`idle`, `walk`, `run`) trembling sideways, up and down and in size count with a weight of 1.4 each, the worst of them; elsewhere a leap or a lunge moves along one line on purpose, so the axis that trembles less counts in full and the rest of the other for a fifth. The worst animation is told.',
  source: 'Our own: second differences of positions, as in jitter measures of video stabilisation.',
};

export interface FrameDrift {
  /** Of the worst animation, in shares of the cell's side. */
  readonly drift: number;
  readonly animation: string;
  /** Frames that could be compared. */
  readonly frames: number;
  /** The cell of the frame that is farthest off. */
  readonly worst: Rect;
  readonly worstKey: string;
}

/** The weight of trembling along one axis alone: what leaps or strikes does so on purpose. */
const ALONE = 0.2;
/** Of trembling of any kind where nothing moves or grows on purpose. */
const IN_PLACE = 1.4;
/** Names of what keeps its place in its cell and its size. */
const KEEPS_PLACE = /idle|stand|walk|run|breath|talk|blink|rest|sleep|wait/i;
/** Noise of equal size in three frames makes their second difference larger by this. */
const NOISE_GAIN = Math.sqrt(1.5);

/** See `FRAME_DRIFT`. Undefined where there is no animation of two visible frames on a ground. */
export function measureFrameDrift(ink: SheetInk, sheet: MeasuredSheet): FrameDrift | undefined {
  if (sheet.kind !== 'sprite') return undefined;
  const animations = new Map<string, FrameMarks[]>();
  for (const cell of sheet.cells) {
    const frame = cell.frame && readFrameMarks(ink, cell);
    if (cell.frame && frame)
      animations.set(cell.frame.animation, [...(animations.get(cell.frame.animation) ?? []), frame]);
  }
  const found = [...animations].map(([name, frames]) => driftOf(name, frames)).filter((drift) => drift !== undefined);
  return found.reduce<FrameDrift | undefined>(
    (most, next) => (most && most.drift >= next.drift ? most : next),
    undefined,
  );
}

function driftOf(animation: string, frames: readonly FrameMarks[]): FrameDrift | undefined {
  const order = frames.toSorted((a, b) => (a.cell.frame?.index ?? 0) - (b.cell.frame?.index ?? 0));
  const isLoop = order[0]?.cell.frame?.loop === true;
  const [across, down, grown] = (['across', 'down', 'extent'] as const).map((kind) =>
    steadiest(
      order.map((frame) => frame[kind]),
      isLoop,
    ),
  ) as [Trembling, Trembling, Trembling];
  const sizes = [across.size, down.size];
  const least = Math.min(...sizes);
  const drift = KEEPS_PLACE.test(animation)
    ? IN_PLACE * Math.max(...sizes, grown.size)
    : least + ALONE * (Math.max(...sizes) - least);
  const off = (index: number): number =>
    Math.hypot(...[across, down, grown].map((trembling) => trembling.off[index] ?? 0));
  const worst = order[order.reduce((most, _, index) => (off(index) > off(most) ? index : most), 0)];
  if (!worst || across.count === 0) return undefined;
  return { drift, animation, frames: across.count, worst: worst.cell.rect, worstKey: worst.cell.key };
}

interface Trembling {
  /** By frame; absent where it cannot be told. */
  readonly off: readonly (number | undefined)[];
  readonly size: number;
  readonly count: number;
}

/** Of several marks of one subject that which trembles least: limbs move one of them, the whole subject all. */
function steadiest(marks: readonly (readonly number[])[], isLoop: boolean): Trembling {
  const paths = (marks[0] ?? []).map((_, mark) => marks.map((frame) => frame[mark] ?? 0));
  return paths.map((path) => tremble(path, isLoop)).reduce((least, next) => (next.size < least.size ? next : least));
}

function tremble(path: readonly number[], isLoop: boolean): Trembling {
  const off = path.map((_, index) => departure(path, index, isLoop));
  const counted = off.filter((value) => value !== undefined);
  return { off, size: rootMeanSquare(counted), count: counted.length };
}

/** How far a place lies from half way between its neighbours; the ends of what does not loop have none. */
function departure(path: readonly number[], index: number, isLoop: boolean): number | undefined {
  const count = path.length;
  const here = path[index];
  const before = path[isLoop ? (index + count - 1) % count : index - 1];
  const after = path[isLoop ? (index + 1) % count : index + 1];
  if (count < 2 || here === undefined || before === undefined || after === undefined) return undefined;
  return ((before + after) / 2 - here) / (count === 2 ? Math.SQRT2 : NOISE_GAIN);
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length));
}
