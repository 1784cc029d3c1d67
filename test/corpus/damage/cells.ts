import type { Rgba } from '../../../src/raster/raster.ts';
import { type Spoil, spoilt } from './kind.ts';
import { at, remade } from './pixels.ts';

/** Cells that show nothing, or one colour all over. */
export const cells: Spoil = (dice, bases) => {
  const picture = bases.sheet(dice, ['sprite', 'variation', 'ui_component', 'tile']);
  const all = picture.sheet?.cells ?? [];
  const isTile = picture.sheet?.kind === 'tile';
  const isFlat = isTile || dice.chance(0.4);
  const first = dice.whole(0, all.length - 1);
  const lost = all.filter(
    ({ rect }, index) =>
      index === first || dice.chance(0.3) || (rect.x === all[first]?.rect.x && rect.y === all[first]?.rect.y),
  );
  const colour: Rgba = isFlat
    ? [dice.whole(40, 220), dice.whole(40, 220), dice.whole(40, 220), 255]
    : at(picture.raster, 0, 0)[3] === 0
      ? [0, 0, 0, 0]
      : groundOf(picture.raster.rgba);
  const raster = remade(picture.raster, (own, x, y) =>
    lost.some(({ rect }) => x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height)
      ? colour
      : own,
  );
  return spoilt(`${picture.sheet?.kind ?? ''}: ${isFlat ? 'flat' : 'empty'}`, picture, raster);
};

function groundOf(rgba: Uint8Array): Rgba {
  return [rgba[0] ?? 0, rgba[1] ?? 0, rgba[2] ?? 0, 255];
}
