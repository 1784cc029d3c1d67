import type { Metric } from './metric.ts';
import { PICTURE_METRICS } from './picture-metrics.ts';
import { SET_METRICS, SHEET_METRICS } from './sheet-metrics.ts';

/** Everything that can be measured. */
export const METRICS: readonly Metric[] = [...PICTURE_METRICS, ...SHEET_METRICS, ...SET_METRICS];
