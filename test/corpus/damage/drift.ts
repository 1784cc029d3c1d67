import { crop } from '../../../src/raster/crop.ts';
import type { Raster, Rgba } from '../../../src/raster/raster.ts';
import type { MeasuredCell } from '../../../src/measure/picture.ts';
import { type Spoil, spoilt } from './kind.ts';
import { at, remade } from './pixels.ts';

/** Frames that do not follow each other: they jump sideways, up and down, both, or grow and shrink. */
export const drift: Spoil = (dice, bases) => {
  const picture = bases.sheet(dice, ['sprite']);
  const name = dice.pick(['sideways', 'up and down', 'both', 'size']);
  const seen = new Set<string>();
  const raster = (picture.sheet?.cells ?? []).reduce((sheet, cell, index) => {
    const place = `${cell.rect.x} ${cell.rect.y}`;
    if (seen.has(place)) return sheet;
    seen.add(place);
    const far = (index % 2 === 0 ? 1 : -1) * dice.between(0.06, 0.12);
    const moves = {
      sideways: [far, 0, 1],
      'up and down': [0, far, 1],
      both: [far, far * dice.pick([1, -1]), 1],
      size: [0, 0, 1 - Math.abs(far) * (index % 2) * 2.2],
    } as const;
    return moved(sheet, picture.raster, cell, moves[name as keyof typeof moves]);
  }, picture.raster);
  return spoilt(name, picture, raster);
};

function moved(
  sheet: Raster,
  from: Raster,
  { rect }: MeasuredCell,
  [dx, dy, scale]: readonly [number, number, number],
): Raster {
  const own = crop(from, rect);
  const corner = at(own, 0, 0);
  const ground: Rgba = corner[3] < 255 ? [0, 0, 0, 0] : corner;
  return remade(sheet, (under, x, y) => {
    const [column, row] = [x - rect.x, y - rect.y];
    if (column < 0 || row < 0 || column >= rect.width || row >= rect.height) return under;
    const fromX = (column + 0.5 - rect.width / 2) / scale + rect.width / 2 - dx * rect.width;
    const fromY = (row + 0.5 - rect.height / 2) / scale + rect.height / 2 - dy * rect.height;
    const isInside = fromX >= 0 && fromY >= 0 && fromX < rect.width && fromY < rect.height;
    return isInside ? at(own, fromX, fromY) : ground;
  });
}
