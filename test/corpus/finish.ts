import type { ExpectedPicture } from '../../src/check/index.ts';
import { bleed } from '../../src/finish/bleed.ts';
import { frameSubject } from '../../src/finish/frame-subject.ts';
import type { Raster } from '../../src/raster/raster.ts';
import { resize } from '../../src/raster/resize.ts';
import type { Sample } from './sample.ts';

/** A subject as a provider brings it, its background removed. */
export interface PaintedSubject {
  readonly name: string;
  readonly painted: Raster;
  readonly width: number;
  readonly height: number;
  readonly isPixelArt: boolean;
}

/** Frames it as `generate` does. */
export function finishSubject({ name, painted, width, height, isPixelArt }: PaintedSubject, group: string): Sample {
  const content = { x: 0, y: 0, width: painted.width, height: painted.height };
  const canvas = { width: painted.width, height: painted.height, scale: 1, content };
  const framed = frameSubject(painted, { canvas, width, height, resample: isPixelArt ? 'nearest' : 'smooth' });
  const raster = isPixelArt ? framed : bleed(framed);
  return {
    name: `${name}, ${width} x ${height}`,
    group,
    painted,
    picture: { ...askSubject(isPixelArt), raster, width, height },
  };
}

export function askSubject(isPixelArt: boolean): Omit<ExpectedPicture, 'raster' | 'width' | 'height'> {
  return { alpha: 'cut-out', isPixelArt, loop: 'none', free: 'subject', ...(isPixelArt ? { mostColours: 64 } : {}) };
}

/** An opaque scene at the size at which it was painted. */
export function finishScene(scene: Scene, group: string): Sample {
  const { name, raster, loop = 'none', isPixelArt = false, alpha = 'opaque' } = scene;
  const { width, height } = raster;
  const colours = isPixelArt ? { mostColours: 64 } : {};
  return {
    name: `${name}, ${width} x ${height}`,
    group,
    picture: { raster, width, height, alpha, isPixelArt, loop, ...colours },
  };
}

export interface Scene {
  readonly name: string;
  readonly raster: Raster;
  readonly loop?: 'none' | 'x' | 'xy';
  readonly isPixelArt?: boolean;
  readonly alpha?: 'opaque' | 'cut-out';
}

/** Every pixel becomes a square. */
export const blownUp = (raster: Raster, by: number): Raster =>
  resize(raster, raster.width * by, raster.height * by, 'nearest');
