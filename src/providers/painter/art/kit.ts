import type { Ramp, Rgb } from './colour.ts';
import { fade, fromHue, hex, mix } from './colour.ts';
import type { Kit, Mood } from './figure.ts';
import { createRandom, hashText } from './random.ts';
import type { Subject } from './subject.ts';
import type { FamilyName, NounFamily } from './vocabulary/nouns.ts';
import { NOUN_OF_WORD, NOUNS, STAND_IN } from './vocabulary/nouns.ts';
import { KINDS } from './vocabulary/kinds.ts';
import { lookUp } from './words.ts';
import type { World } from './world.ts';
import { material } from './world.ts';

const MATERIALS = {
  ink: '#2b2636',
  white: '#fbf8ee',
  wood: '#9a6a42',
  metal: '#aab4c2',
  gold: '#efb82f',
  leaf: '#5aa84a',
  glass: '#bfe4f0',
  skin: '#f0c4a0',
  red: '#dd4450',
} as const;

export function familyData(family: FamilyName): NounFamily {
  return family === 'emblem' ? STAND_IN : NOUNS[family];
}

export interface KitWish {
  readonly subject: Subject;
  readonly family: FamilyName;
  readonly seed: number;
  /** Wins over every colour word. */
  readonly tint?: Rgb;
  readonly blink?: boolean;
}

/** The materials for one subject: its words' colours first, then its adjectives', then its family's. */
export function createKit(world: World, wish: KitWish): Kit {
  const { subject, family } = wish;
  const data = { ...familyData(family), ...kindOf(subject, family) };
  const isStandIn = family === 'emblem' || family === 'critter';
  const stuff = subject.traits.find((trait) => trait.material !== undefined)?.material;
  const greyness = subject.traits.reduce((sum, trait) => sum + (trait.fade ?? 0), 0);
  const plainMain = isStandIn && !subject.family ? inventedColour(subject) : hex(data.main);
  const main = wish.tint ?? subject.colours[0] ?? (stuff === undefined ? plainMain : hex(stuff));
  const feature = accentBeside(main, hex(data.accent));
  const accent = subject.colours[1] ?? subject.accents[0] ?? feature;
  const ramp = (colour: Rgb): Ramp => material(world, fade(colour, greyness));
  const named = (name: keyof typeof MATERIALS): Ramp => material(world, hex(MATERIALS[name]));
  return {
    main: ramp(main),
    accent: ramp(accent),
    feature: ramp(feature),
    ...(subject.accents[0] ? { trim: material(world, subject.accents[0]) } : {}),
    ...(subject.eyes ? { iris: material(world, subject.eyes) } : {}),
    ink: named('ink'),
    white: named('white'),
    wood: named('wood'),
    metal: named('metal'),
    gold: named('gold'),
    leaf: named('leaf'),
    glass: named('glass'),
    skin: named('skin'),
    red: named('red'),
    mood: moodOf(subject),
    blink: wish.blink ?? false,
    simple: world.look.simple,
    // A stand-in is the same thing wherever its name falls.
    random: createRandom(isStandIn ? hashText(subject.strange.join(' ')) : wish.seed ^ hashText(family)),
  };
}

/** A wolf is no fox: what the words' own kind changes in the family's colours. */
function kindOf(subject: Subject, family: FamilyName): Partial<NounFamily> {
  const word = subject.words.findLast((name) => lookUp(NOUN_OF_WORD, name) === family);
  const kind = word === undefined ? undefined : lookUp(KIND_OF_WORD, word);
  return kind ?? {};
}

const KIND_OF_WORD = new Map(Object.entries(KINDS));

function moodOf(subject: Subject): Mood {
  return subject.traits.find((trait) => trait.mood !== undefined)?.mood ?? 'plain';
}

function inventedColour(subject: Subject): Rgb {
  return fromHue((hashText(subject.strange.join(' ')) & 1023) / 1024, 0.6, 0.6);
}

/** The family's accent, moved away where it would vanish in the main colour. */
function accentBeside(main: Rgb, accent: Rgb): Rgb {
  const distance = Math.abs(main[0] - accent[0]) + Math.abs(main[1] - accent[1]) + Math.abs(main[2] - accent[2]);
  if (distance >= 90) return accent;
  const bright = main[0] + main[1] + main[2] > 380;
  return mix(accent, bright ? [70, 40, 60] : [255, 240, 200], 0.45);
}
