import { outlineWidth, figureBounds, posedBounds } from '../draw-figure.ts';
import type { Limb, Part } from '../figure.ts';
import { fitFigure, sizeOf } from '../fit-figure.ts';
import type { Bounds } from '../geometry.ts';
import type { Pose } from '../pose.ts';
import type { Look } from '../styles.ts';
import type { Subject } from '../subject.ts';

/** A frame of a drawing: its pose, and the box around it then. */
export interface PosedFrame {
  readonly pose: Pose;
  readonly bounds: Bounds;
}

/** A surface that holds one frame, with what stands in it. */
export interface Cell {
  readonly width: number;
  readonly height: number;
  readonly look: Look;
  readonly subject: Subject;
  /** Of the drawing at rest. */
  readonly rest: Bounds;
}

/**
 * A pose that digs nothing into the ground: a body that leans stands on its lower foot, and arms stop there. How far legs
 * may swing is the physique's business: a body that rose and sank with each foot would limp.
 */
export function settle(parts: readonly Part[], pose: Pose): PosedFrame {
  const ground = figureBounds(parts).bottom + SLACK;
  const sunk = Math.max(0, posedBounds(parts, { ...pose, limbs: {}, raised: {} }).bottom - ground);
  const lifted = { ...pose, dy: pose.dy - sunk };
  const arms = parts.filter(({ joint }) => joint && FREE.has(joint.limb));
  const reach = REACHES.find((share) => posedBounds(arms, reaching(lifted, share)).bottom <= ground + TOLERANCE) ?? 0;
  const settled = reaching(lifted, reach);
  return { pose: settled, bounds: posedBounds(parts, settled) };
}

/** In hundredths of the box: so far a foot may come below where it stands. */
const SLACK = 1.5;
/** Of a pixel or of a unit: far above the last bits in which machines differ. */
const TOLERANCE = 0.05;
const REACHES = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0];
const FREE: ReadonlySet<Limb> = new Set<Limb>(['armA', 'armB', 'wingA', 'wingB', 'tail']);

function reaching(pose: Pose, share: number): Pose {
  if (share === 1) return pose;
  const limbs = { ...pose.limbs };
  for (const limb of FREE) if (limbs[limb] !== undefined) limbs[limb] *= share;
  return { ...pose, limbs };
}

/** Standing figures leave room above to jump into and beside them to lunge. */
const MOST_SHARE = 0.7;
/** Smaller than this no figure gets for the sake of a lunge. */
const LEAST_LUNGING = 0.62;
const LEAST_SHARE = 0.3;
const STEP = 0.01;

/** The share of its cell that a figure may fill so that no frame is cut. */
export function shareOfCell(frames: readonly PosedFrame[], cell: Cell): number {
  for (let share = MOST_SHARE; share > LEAST_SHARE; share -= STEP)
    if (frames.every((frame) => fits(frame, cell, share))) return share;
  return LEAST_SHARE;
}

/** The frame's pose, moved so that it lies within its cell. */
export function keepInside(frame: PosedFrame, cell: Cell, share: number): Pose {
  const { scale, x, y } = overhang(frame, cell, share);
  const { pose } = frame;
  return { ...pose, dx: pose.dx - x / scale, dy: pose.dy - y / scale };
}

/** With a frame moved back by no more than what it moves by, where that costs little size. */
function fits(frame: PosedFrame, cell: Cell, share: number): boolean {
  const { scale, x, y, isWhole } = overhang(frame, cell, share);
  const gives = (by: number, own: number): boolean => Math.abs(by) <= Math.abs(own) * scale + TOLERANCE;
  return isWhole && (share < LEAST_LUNGING || (gives(x, frame.pose.dx) && gives(y, frame.pose.dy)));
}

/** Clear pixels at each side. */
const MARGIN = 1;

/** How far a frame lies over the right or lower (above 0) or the left or upper side of its cell, in pixels. */
function overhang({ pose, bounds }: PosedFrame, cell: Cell, share: number) {
  const grounded = pose.scale === 1;
  const fit = { ...cell, share: sizeOf(cell.subject, share), grounded };
  const [scale, , , , left, top] = fitFigure(cell.rest, fit, cell.look);
  const line = outlineWidth(cell.look, scale);
  const over = (from: number, to: number, side: number) => {
    const [before, after] = [from - line - MARGIN, to + line + MARGIN - side];
    return { by: before < 0 ? before : Math.max(after, 0), isWhole: before - after >= 0 };
  };
  const across = over(bounds.left * scale + left, bounds.right * scale + left, cell.width);
  const down = over(bounds.top * scale + top, bounds.bottom * scale + top, cell.height);
  return { scale, x: across.by, y: down.by, isWhole: across.isWhole && down.isWhole };
}
