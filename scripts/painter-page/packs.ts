import { entitySheet } from './contact-sheet.ts';
import type { Section } from './section.ts';

const THEMES = ['a frozen kingdom', 'a volcano full of goblins', 'a haunted dungeon'];
const SUBJECTS = [
  'slime',
  'knight',
  'sword',
  'potion',
  'chest',
  'tree',
  'house',
  'coin',
  'bat',
  'crystal',
  'fish',
  'barrel',
];
const UNKNOWN = [
  'a grumpy wibble',
  'a happy florp',
  'a sad zorb',
  'a snark with teeth',
  'an angry blorg',
  'a furry quux',
];
const UNKNOWN_THINGS = ['a gizmo', 'a flibbert', 'a doohickey', 'a thingamajig', 'a contraption', 'a macguffin'];

/** What makes the pictures of one pack one game, and what becomes of unknown words. */
export const packs: readonly Section[] = [
  {
    title: 'One pack, one palette',
    text: `The theme decides what all colours lean to, and the colours of shadows, lights and outlines; the light always comes from the top left. The
same twelve subjects under the themes ${THEMES.map((theme) => `\`${theme}\``).join(', ')}:`,
    pictures: [
      {
        name: 'themes',
        alt: `${SUBJECTS.join(', ')}, in three themes`,
        draw: () =>
          entitySheet(
            THEMES.flatMap((theme) => SUBJECTS.map((name) => ({ subject: `a ${name}`, style: 'cartoon', theme }))),
            { columns: SUBJECTS.length, size: 72 },
          ),
      },
    ],
  },
  {
    title: 'What it does not know',
    text: `A subject whose noun it does not know becomes a creature where the words tell of life, else a thing with a sign on it: the same for the same
words, another one for others. The run then warns about it and names the words, so that nobody takes it for what was asked.`,
    pictures: [
      {
        name: 'stand-ins',
        alt: 'creatures and things that stand in for unknown words',
        draw: () =>
          entitySheet(
            [...UNKNOWN, ...UNKNOWN_THINGS].map((subject) => ({ subject, style: 'cartoon' })),
            { columns: 6, size: 96 },
          ),
      },
    ],
  },
];
