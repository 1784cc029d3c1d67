import { CELL_CONSISTENCY } from './cell-consistency.ts';
import { CELL_CONTAINMENT } from './cell-containment.ts';
import { EMPTY_CELLS } from './empty-cells.ts';
import { FRAME_DRIFT } from './frame-drift.ts';
import type { Metric } from './metric.ts';
import { SEAM } from './seam.ts';
import { SET_COLOUR, SET_STROKE } from './set-consistency.ts';
import { TEXT_MARKS } from './text-marks.ts';

/** What is measured in sheets and in pictures that repeat. */
export const SHEET_METRICS: readonly Metric[] = [
  CELL_CONTAINMENT,
  EMPTY_CELLS,
  CELL_CONSISTENCY,
  FRAME_DRIFT,
  TEXT_MARKS,
  SEAM,
];

/** What is measured in the pictures of a pack together. */
export const SET_METRICS: readonly Metric[] = [SET_COLOUR, SET_STROKE];
