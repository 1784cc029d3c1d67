import { STYLE_NAMES } from '../../src/pack/pack.ts';
import { NOUNS } from '../../src/providers/painter/art/vocabulary/nouns.ts';
import { entitySheet } from './contact-sheet.ts';
import type { Picture, Section } from './section.ts';

/** A row of eight each. */
const SHOWN = `slime ghost bat spider skeleton knight wizard robot
dragon bird fish cat tree mushroom flower crystal
coin potion key chest sword shield bomb heart
star rocket asteroid car house tower crate sign`.split(/\s/);
const A_ROW = 8;

function inAllStyles(part: number): Picture {
  const names = SHOWN.slice(part * A_ROW, (part + 1) * A_ROW);
  const shots = STYLE_NAMES.flatMap((style) => names.map((name) => ({ subject: `a ${name}`, style })));
  return {
    name: `styles-${part + 1}`,
    alt: `${names.join(', ')}, each in the styles ${STYLE_NAMES.join(', ')}`,
    draw: () => entitySheet(shots, { columns: A_ROW, size: 112 }),
  };
}

/** Figures in every style, small ones, and all that there are. */
export const figures: Section = {
  title: 'Figures in five styles',
  text: `From above to below: ${STYLE_NAMES.map((name) => `\`${name}\``).join(', ')}. \`pixel\` keeps to whole pixels of a coarse grid, at most 32 colours and
hard edges; \`cartoon\` has bold outlines and three tones; \`flat\` a light and a dark half, no outline, and faces of dots; \`3d\` polished forms
with reflections; \`painterly\` visible strokes. A custom style gets the one of these that its words point to.

At 64 pixels a picture of the style \`pixel\` is its own grid. The last picture shows every family there is.`,
  pictures: [
    ...[0, 1, 2, 3].map(inAllStyles),
    {
      name: 'small',
      alt: 'the same figures at 64 pixels',
      draw: () =>
        entitySheet(
          SHOWN.map((name) => ({ subject: `a ${name}`, style: 'pixel' })),
          { columns: 16, size: 64 },
        ),
    },
    {
      name: 'families',
      alt: 'every family of figures that the painter knows',
      draw: () =>
        entitySheet(
          Object.keys(NOUNS).map((name) => ({ subject: `a ${name}`, style: 'cartoon' })),
          { columns: 18, size: 48 },
        ),
    },
  ],
};
