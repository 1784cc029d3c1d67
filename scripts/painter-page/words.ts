import { SYNONYMS } from '../../src/providers/painter/art/vocabulary/adjectives.ts';
import { BIOMES } from '../../src/providers/painter/art/vocabulary/biomes.ts';
import { COLOUR_WORDS, SHADES } from '../../src/providers/painter/art/vocabulary/colours.ts';
import { CREATURES } from '../../src/providers/painter/art/vocabulary/creatures.ts';
import { HOURS } from '../../src/providers/painter/art/vocabulary/hours.ts';
import { TERRAINS } from '../../src/providers/painter/art/vocabulary/terrains.ts';
import { THINGS } from '../../src/providers/painter/art/vocabulary/things.ts';
import { entitySheet } from './contact-sheet.ts';
import type { Section } from './section.ts';

const ADJECTIVES_SHOWN =
  `a tiny slime, a giant slime, an angry bear, an evil bear, a sad ghost, a happy ghost, a sleepy owl,
a golden dragon, a frozen knight, a fiery bat, an electric fish, a toxic mushroom, a glowing crystal, an ancient chest,
a mossy rock, a rusty robot, a cracked shield, a broken heart, a stone frog, a striped cat, a spotted frog,
a rainbow star, a spiky slime, a winged pig, a crowned frog, an armored slime, a holy sword, a festive penguin`.split(
    /,\s/,
  );

/** What the painter reads, out of its own tables. */
export const words: Section = {
  title: 'The words it knows',
  text: [
    `Whole words, singular or plural. The subject is the last noun before \`with\`, \`in\`, \`holding\` and the like. Its colours and adjectives stand
before it; what it wears may stand behind it (\`a frog with a crown\`).`,
    `**Creatures**: ${families(CREATURES)}.`,
    `**Things**: ${families(THINGS)}.`,
    `**Adjectives**: ${[...SYNONYMS].map(([word, others]) => `${word} (${others.join(', ')})`).join(', ')}.`,
    `**Colours**: ${Object.keys(COLOUR_WORDS).join(', ')}; after ${Object.keys(SHADES).join(', ')} another shade of them.`,
    `**Places**: ${listed(Object.values(BIOMES))}. **Hours and weather**: ${listed(HOURS)}.`,
    `**Grounds** of tiles: ${listed(Object.values(TERRAINS))}.`,
  ].join('\n\n'),
  pictures: [
    {
      name: 'adjectives',
      alt: ADJECTIVES_SHOWN.join(', '),
      draw: () =>
        entitySheet(
          ADJECTIVES_SHOWN.map((subject) => ({ subject, style: 'cartoon' })),
          { columns: 7, size: 96 },
        ),
    },
  ],
};

type Table = Readonly<Record<string, { readonly words: readonly string[] }>>;

/** A family's own name, then the other words for it. */
function families(table: Table): string {
  return Object.entries(table)
    .map(([name, entry]) => {
      const others = entry.words.filter((word) => word !== name);
      return others.length === 0 ? name : `${name} (${others.join(', ')})`;
    })
    .join(', ');
}

function listed(entries: readonly { readonly words: readonly string[] }[]): string {
  return entries.map((entry) => entry.words.join(', ')).join('; ');
}
