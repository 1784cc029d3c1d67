import { measurePaletteSize } from '../measure/palette-size.ts';
import type { Gate } from './expected-picture.ts';

const name = 'palette';

/** Warns when a picture has more colours than it may. */
export const checkPalette: Gate = (picture) => {
  const { mostColours: limit } = picture;
  const value = limit === undefined ? undefined : measurePaletteSize(picture)['palette-size'];
  if (limit === undefined || value === undefined) return undefined;
  if (value <= limit) return { name, status: 'pass', message: `${value} colours can be told apart.`, value, limit };
  const message = `${value} colours can be told apart; ${limit} are plenty for pixel art. The picture was probably painted smoothly and only made small.`;
  return { name, status: 'warn', message, value, limit };
};
