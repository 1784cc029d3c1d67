import type { Subject } from '../subject.ts';
import type { Look } from '../styles.ts';
import { wordsOf } from '../words.ts';
import type { Face } from './faces/face.ts';
import { MEDIEVAL } from './faces/medieval.ts';
import { PIXEL } from './faces/pixel.ts';
import { ROUND } from './faces/round.ts';
import { SQUARE } from './faces/square.ts';

/** What lettering is made of, beside its colour. */
export type Finish = 'drips' | 'ice' | 'fire' | 'stone' | 'gold' | 'neon' | 'plain';

const FACES: readonly (readonly [Face, string])[] = [
  [
    ROUND,
    `cute candy slime slimes bubble jelly cartoon happy kids sweet puppy kitten farm garden cafe party balloon fruit`,
  ],
  [
    SQUARE,
    `space star stars galaxy cosmic robot robots mech cyber cyberpunk neon laser racer racing speed turbo tech future
futuristic scifi fiction alien rocket starship spaceship machine metal steel tank war battle strike synthwave industrial`,
  ],
  [
    MEDIEVAL,
    `medieval kingdom knight knights sword swords castle dragon dragons fantasy magic magical wizard witch legend legends
legendary quest ancient rune runes elf elven dwarf gothic haunted cursed crypt dungeon dungeons tavern saga throne crown royal viking
pirate pirates parchment tale tales grimoire spell vampire`,
  ],
];

/** The face that suits the words, the title's own before its description's and the pack's; a pixel one on pixel grids. */
export function chooseFace(texts: readonly string[], look: Look): Face {
  if (look.grid) return PIXEL;
  for (const text of texts) {
    const words = new Set(wordsOf(text));
    const face = FACES.find(([, names]) => names.split(/\s+/u).some((name) => words.has(name)));
    if (face) return face[0];
  }
  return ROUND;
}

const FINISHES: readonly (readonly [Finish, string])[] = [
  ['drips', 'dripping drip drips slime slimy goo gooey ooze oozing melting blood bloody toxic poison'],
  ['ice', 'ice icy frozen frost frosty frostbitten icicle icicles snow snowy glacier winter'],
  ['fire', 'fire fiery burning flaming flame flames blazing inferno lava molten magma hell'],
  ['stone', 'stone rock rocky granite marble carved chiselled chiseled brick cracked ruins'],
  ['neon', 'neon glowing laser cyberpunk synthwave hologram electric'],
  ['gold', 'gold golden gilded royal chrome metal metallic steel silver bronze'],
];

/** What the words ask the letters to be made of; the title's own words are asked last. */
export function chooseFinish(texts: readonly string[]): Finish {
  for (const text of texts) {
    const words = new Set(wordsOf(text));
    const found = FINISHES.find(([, names]) => names.split(' ').some((name) => words.has(name)));
    if (found) return found[0];
  }
  return 'plain';
}

/** The colour of what letters are made of, where no word names one. */
export function finishColour(finish: Finish, { colours }: Subject): string | undefined {
  return colours.length > 0 ? undefined : COLOURS[finish];
}

const COLOURS: Readonly<Partial<Record<Finish, string>>> = {
  drips: '#8fd04a',
  ice: '#8fd2f2',
  fire: '#f07a2c',
  stone: '#9d9fa8',
  gold: '#efb82f',
  neon: '#38d9e8',
};
