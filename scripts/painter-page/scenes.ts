import { resize } from '../../src/raster/resize.ts';
import type { Raster } from '../../src/raster/raster.ts';
import { sceneSections } from '../painter-sheet/scenes.ts';
import type { Section } from './section.ts';

/** Large enough to be judged, small enough to be downloaded. */
const WIDEST = 760;
const MOST_PIXELS = 440_000;

/** Places, layers, titles and sheets. */
export const scenes: Section = {
  title: 'Places, titles and sheets',
  text: 'What a background, a parallax, a title or a sheet asks for, drawn from its words alone. Click a picture to see it larger.',
  pictures: sceneSections().map(({ name, caption, raster }) => ({
    name: `scenes-${name}`,
    alt: caption,
    draw: () => reduce(raster()),
  })),
};

function reduce(picture: Raster): Raster {
  const share = Math.min(1, WIDEST / picture.width, Math.sqrt(MOST_PIXELS / (picture.width * picture.height)));
  if (share === 1) return picture;
  return resize(picture, Math.round(picture.width * share), Math.round(picture.height * share), 'smooth');
}
