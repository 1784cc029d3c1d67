import { BANDING, measureBanding } from './banding.ts';
import { BORDER_CONTACT, measureBorderContact } from './border-contact.ts';
import { CONTRAST, measureContrast } from './contrast.ts';
import { COVERAGE, measureCoverage } from './coverage.ts';
import { FLATNESS, measureFlatness } from './flatness.ts';
import { HALO_BLACK, HALO_MAGENTA, HALO_WHITE, measureHaloOnGrounds } from './halo-on-grounds.ts';
import { HALO, measureHalo } from './halo.ts';
import { HOLE_COUNT, HOLES, measureHoles } from './holes.ts';
import type { Metric } from './metric.ts';
import { measureNoise, NOISE } from './noise.ts';
import { measurePaletteDistance, PALETTE_DISTANCE } from './palette-distance.ts';
import { measurePaletteSize, PALETTE_SIZE } from './palette-size.ts';
import { measureSharpness, SHARPNESS } from './sharpness.ts';
import { measureShift, SHIFT } from './shift.ts';
import { measureSilhouetteIou, SILHOUETTE_IOU } from './silhouette-iou.ts';
import { measureStrayIslands, STRAY_AREA, STRAY_ISLANDS } from './stray-islands.ts';
import type { Measure } from './study.ts';

/** What is measured in every picture for itself. */
export const PICTURE_METRICS: readonly Metric[] = [
  SILHOUETTE_IOU,
  SHIFT,
  COVERAGE,
  BORDER_CONTACT,
  STRAY_ISLANDS,
  STRAY_AREA,
  HOLES,
  HOLE_COUNT,
  HALO,
  HALO_WHITE,
  HALO_BLACK,
  HALO_MAGENTA,
  SHARPNESS,
  CONTRAST,
  BANDING,
  NOISE,
  PALETTE_SIZE,
  PALETTE_DISTANCE,
  FLATNESS,
];

/** Who measures them. */
export const PICTURE_MEASURES: readonly Measure[] = [
  measureSilhouetteIou,
  measureShift,
  measureCoverage,
  measureBorderContact,
  measureStrayIslands,
  measureHoles,
  measureHalo,
  measureHaloOnGrounds,
  measureSharpness,
  measureContrast,
  measureBanding,
  measureNoise,
  measurePaletteSize,
  measurePaletteDistance,
  measureFlatness,
];
