import type { Raster } from '../raster/raster.ts';
import type { GateResult } from '../report/manifest.ts';

/** Passes when the picture has exactly the asked size. */
export function checkSize(raster: Raster, expected: { readonly width: number; readonly height: number }): GateResult {
  const name = 'size';
  const found = `${raster.width} x ${raster.height}`;
  const asked = `${expected.width} x ${expected.height}`;
  if (found === asked) return { name, status: 'pass', message: `${found} pixels, as asked.` };
  return { name, status: 'fail', message: `The picture is ${found} pixels; ${asked} were asked for.` };
}
