import type { Raster, Rect } from '../../../src/raster/raster.ts';
import type { Dice } from '../dice.ts';
import type { Rgb } from '../draw.ts';
import { type Label, type Script, widthOf, write } from './glyphs.ts';
import { type Spoil, spoilt } from './kind.ts';
import { at } from './pixels.ts';

/** Labels under what the cells show, numbers in their corners, or a title line. */
export const text: Spoil = (dice, bases) => {
  const picture = bases.sheet(dice, ['sprite', 'variation', 'ui_component', 'tile']);
  const cells = picture.sheet?.cells.map(({ rect }) => rect) ?? [];
  const kind = dice.pick(['labels', 'labels', 'numbers', 'title']);
  const script = kind === 'numbers' ? 'digits' : dice.pick<Script>(['latin', 'latin', 'digits', 'cyrillic', 'chinese']);
  const raster =
    kind === 'title'
      ? withTitle(picture.raster, dice, script)
      : withLabels(picture.raster, cells, dice, { kind, script });
  return spoilt(`${picture.sheet?.kind ?? ''}: ${script} ${kind}`, picture, raster);
};

interface Labels {
  readonly kind: string;
  readonly script: Script;
}

function withLabels(raster: Raster, cells: readonly Rect[], dice: Dice, { kind, script }: Labels): Raster {
  const isCorner = kind === 'numbers';
  const letters = isCorner ? dice.whole(1, 2) : dice.whole(3, 6);
  return cells.reduce((labelled, cell) => {
    const height = Math.max(
      7,
      Math.min(cell.height * 0.3, (cell.width * 0.9) / (letters * 0.78), cell.height * (isCorner ? 0.24 : 0.17)),
    );
    const wide = widthOf({ letters, height });
    const x = isCorner ? cell.x + 2 : cell.x + (cell.width - wide) / 2;
    const y = isCorner ? cell.y + 2 : cell.y + cell.height - height * 1.2;
    return write(labelled, dice, { ...lettering(raster, dice, { x, y, wide, height }), x, y, height, letters, script });
  }, raster);
}

function withTitle(raster: Raster, dice: Dice, script: Script): Raster {
  const letters = dice.whole(6, 11);
  const height = Math.max(8, Math.min(raster.height * 0.12, (raster.width * 0.8) / (letters * 0.78)));
  const wide = widthOf({ letters, height });
  const [x, y] = [(raster.width - wide) / 2, dice.chance(0.5) ? height * 0.3 : raster.height - height * 1.4];
  return write(raster, dice, { ...lettering(raster, dice, { x, y, wide, height }), x, y, height, letters, script });
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly height: number;
}

/** Dark on what is light and light on what is dark: models write to be read. */
function lettering(raster: Raster, dice: Dice, { x, y, wide, height }: Place): Pick<Label, 'rgb' | 'weight'> {
  let [sum, count] = [0, 0];
  for (let i = 0; i < wide; i += 2)
    for (let j = 0; j < height; j += 2) {
      const [red, green, blue, alpha] = at(raster, x + i, y + j);
      sum += ((red + green + blue) / 3) * (alpha / 255) + 160 * (1 - alpha / 255);
      count++;
    }
  const isDark = sum / Math.max(1, count) > 110;
  const rgb: Rgb = isDark
    ? dice.pick<Rgb>([
        [16, 16, 20],
        [70, 20, 20],
        [20, 30, 80],
      ])
    : dice.pick<Rgb>([
        [250, 250, 250],
        [255, 235, 120],
      ]);
  return { rgb, weight: dice.between(0.06, 0.1) };
}
