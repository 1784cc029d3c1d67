import type { GateResult } from '../report/manifest.ts';
import type { ExpectedPicture } from './expected-picture.ts';

/** Passes when the picture has exactly the asked size. */
export function checkSize({ raster, width, height }: ExpectedPicture): GateResult {
  const name = 'size';
  const found = `${raster.width} x ${raster.height}`;
  const asked = `${width} x ${height}`;
  if (found === asked) return { name, status: 'pass', message: `${found} pixels, as asked.` };
  return { name, status: 'fail', message: `The picture is ${found} pixels; ${asked} were asked for.` };
}
