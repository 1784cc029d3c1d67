import type { EffectName } from '../effects/index.ts';

/** What an adjective does to a subject. All fields are independent; several adjectives add up. */
export interface Trait {
  readonly mood?: 'angry' | 'cute' | 'sad' | 'sleepy';
  /** A material that replaces the family's colour (a hex colour) when no colour word is given. */
  readonly material?: string;
  /** Size in the picture; 1 fills it. */
  readonly size?: number;
  /** Things drawn behind, on and before the figure. */
  readonly effects?: readonly EffectName[];
  /** 0 leaves colours as they are, 1 makes them grey; below 0 more vivid. */
  readonly fade?: number;
}

const TRAITS = {
  tiny: { size: 0.58 },
  small: { size: 0.78 },
  big: { size: 1.08 },
  angry: { mood: 'angry' },
  evil: { mood: 'angry', effects: ['horns'] },
  cute: { mood: 'cute' },
  sad: { mood: 'sad' },
  sleepy: { mood: 'sleepy' },
  golden: { material: '#efb82f', effects: ['sparkle'] },
  silver: { material: '#b8c2cc', effects: ['sparkle'] },
  magic: { effects: ['sparkle'] },
  glowing: { effects: ['glow'], fade: -0.25 },
  holy: { effects: ['halo'] },
  frozen: { material: '#a9dcf2', effects: ['frost'] },
  fiery: { material: '#ef6a2c', effects: ['flames'] },
  electric: { material: '#f2cf3a', effects: ['sparks'] },
  watery: { material: '#4ba3ef', effects: ['water'] },
  toxic: { material: '#9ccf36', effects: ['drips'] },
  ancient: { fade: 0.45, effects: ['cracks', 'moss'] },
  mossy: { fade: 0.15, effects: ['moss'] },
  rusty: { fade: 0.2, effects: ['rust'] },
  cracked: { effects: ['cracks'] },
  broken: { fade: 0.2, effects: ['shatter'] },
  stone: { material: '#989a9f', effects: ['cracks'] },
  wooden: { material: '#a06d42' },
  metal: { material: '#a9b4c0' },
  dark: { material: '#4a4260' },
  vivid: { fade: -0.35 },
  rainbow: { effects: ['rainbow'] },
  striped: { effects: ['stripes'] },
  spotted: { effects: ['spots'] },
  spiky: { effects: ['thorns'] },
  winged: { effects: ['wings'] },
  horned: { effects: ['horns'] },
  crowned: { effects: ['crown'] },
  armored: { effects: ['armour'] },
  festive: { effects: ['hat'] },
} as const satisfies Readonly<Record<string, Trait>>;

const OTHER_WORDS: Readonly<Record<keyof typeof TRAITS, string>> = {
  tiny: 'mini miniature',
  small: 'little baby young',
  big: 'huge giant large massive enormous gigantic colossal',
  angry: 'mad furious fierce mean menacing scary aggressive enemy grumpy hostile',
  evil: 'wicked cursed demonic sinister corrupted possessed infernal',
  cute: 'adorable friendly happy smiling kawaii cheerful sweet chubby jolly joyful',
  sad: 'crying lonely scared unhappy worried gloomy',
  sleepy: 'sleeping tired dizzy drowsy',
  golden: 'gilded legendary',
  silver: 'platinum',
  magic: 'magical enchanted shiny sparkling mystic mystical arcane',
  glowing: 'luminous radiant shining ghostly',
  holy: 'angelic blessed divine sacred',
  frozen: 'icy ice frosty frost snowy cold',
  fiery: 'fire burning flaming ablaze aflame lava molten hot blazing',
  electric: 'electrical charged thunder',
  watery: 'water wet aquatic',
  toxic: 'poisonous poison acid slimy dripping melting radioactive',
  ancient: 'old ruined weathered forgotten',
  mossy: 'overgrown grassy',
  rusty: 'rusted corroded',
  cracked: 'damaged worn',
  broken: 'shattered smashed destroyed',
  stone: 'rocky granite marble petrified',
  wooden: 'wood',
  metal: 'iron steel metallic mechanical chrome',
  dark: 'shadow night shadowy',
  vivid: 'bright neon colorful colourful vibrant',
  rainbow: 'multicolored multicoloured',
  striped: 'stripy tiger zebra',
  spotted: 'dotted speckled leopard dalmatian',
  spiky: 'spiked thorny prickly',
  winged: 'flying',
  horned: 'devilish devil demon',
  crowned: 'royal kingly',
  armored: 'armoured plated',
  festive: 'christmas santa',
};

/** Each adjective with its synonyms. */
export const SYNONYMS: ReadonlyMap<keyof typeof TRAITS, readonly string[]> = new Map(
  Object.entries(OTHER_WORDS).map(([word, others]) => [word as keyof typeof TRAITS, others.split(' ')]),
);

/** Every adjective the painter knows, synonyms included. */
export const ADJECTIVES: ReadonlyMap<string, Trait> = new Map(
  [...SYNONYMS].flatMap(([word, others]) => [word, ...others].map((name): [string, Trait] => [name, TRAITS[word]])),
);

/** What a subject may have, for all to see: `a frog with a crown`. */
export const TRAITS_OF_BELONGINGS: ReadonlyMap<string, Trait> = new Map<string, Trait>([
  ['crown', TRAITS.crowned],
  ['tiara', TRAITS.crowned],
  ['wing', TRAITS.winged],
  ['horn', TRAITS.horned],
  ['halo', TRAITS.holy],
  ['spike', TRAITS.spiky],
  ['thorn', TRAITS.spiky],
  ['stripe', TRAITS.striped],
  ['spot', TRAITS.spotted],
  ['crack', TRAITS.cracked],
  ['moss', TRAITS.mossy],
]);
