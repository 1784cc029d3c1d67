import type { CellIntent, ImageJob } from '../../../provider.ts';
import type { Raster } from '../../../../raster/raster.ts';
import { figureBounds } from '../draw-figure.ts';
import type { Frame } from '../motion.ts';
import { poseOf } from '../motion.ts';
import { gridFor } from '../pixel-grid.ts';
import { REST } from '../pose.ts';
import { readSubject } from '../subject.ts';
import { drawSubject } from '../subject-parts.ts';
import { FIGURE_ROWS, paintSubject } from '../subject-picture.ts';
import type { World } from '../world.ts';
import type { Cell } from './framing.ts';
import { keepInside, settle, shareOfCell } from './framing.ts';
import { physiqueOf } from './physique.ts';
import { withWords } from './variant.ts';

/** Paints the frames of one actor: all at one size, on one ground, none cut by its cell. */
export function framePainter(world: World, job: ImageJob): (cell: CellIntent, attempt: number) => Raster {
  const { seed } = job;
  const actor = readSubject(job.subject);
  const body = physiqueOf(world, actor, seed);
  const { parts } = drawSubject(world, { subject: actor, seed });
  const rest = figureBounds(parts);
  const repertoire = repertoireOf(body.bursts).map((frame) => settle(parts, poseOf(frame, body)));
  const shares = new Map<string, number>();
  const shareIn = (cell: Cell): number => {
    const size = `${cell.width}x${cell.height}`;
    const share = shares.get(size) ?? shareOfCell(repertoire, cell);
    shares.set(size, share);
    return share;
  };
  return ({ rect, frame, words }, attempt) => {
    const subject = withWords(actor, words);
    const pose = frame ? poseOf(frame, body) : REST;
    const frames = settle(drawSubject(world, { subject, seed }).parts, {
      ...pose,
      stretch: pose.stretch * (1 - LEAST_CHANGE * attempt),
    });
    const cell = { ...gridFor(rect, world.look, FIGURE_ROWS), look: world.look, subject: actor, rest };
    const share = shareIn(cell);
    const fit = { share, grounded: pose.scale === 1, bounds: rest };
    return paintSubject(world, { subject, seed, box: rect, fit, pose: keepInside(frames, cell, share) });
  };
}

/** Too little for the eye, and enough to tell two frames of a slow motion apart. */
const LEAST_CHANGE = 0.004;

const ANIMATIONS = ['idle', 'walk', 'run', 'jump', 'attack', 'hurt', 'die'];
const SAMPLES = 21;

/** What an actor may be asked for on this sheet or another: its size is the same on all of them. */
function repertoireOf(bursts: boolean): readonly Frame[] {
  return (bursts ? ['burst'] : ANIMATIONS).flatMap((animation) =>
    Array.from({ length: SAMPLES }, (_, index) => ({ animation, index, count: SAMPLES, loop: false })),
  );
}
