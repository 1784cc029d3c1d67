import type { Raster } from '../../src/raster/raster.ts';

/** Spoils a picture in one way. `strength` is 0..1, and 0 changes nothing; the same seed spoils the same. Never edits what it was given. */
export type Damage = (raster: Raster, strength: number, seed: number) => Raster;

/** The picture with its bytes changed in place by `edit`. */
export function edited(raster: Raster, edit: (rgba: Uint8Array) => void): Raster {
  const rgba = raster.rgba.slice();
  edit(rgba);
  return { ...raster, rgba };
}
