/** What an adjective does to a subject. All fields are independent; several adjectives add up. */
export interface Trait {
  readonly mood?: 'angry' | 'cute' | 'sad' | 'sleepy';
  /** A material that replaces the family's colour (a hex colour) when no colour word is given. */
  readonly material?: string;
  /** Size in the picture; 1 fills it. */
  readonly size?: number;
  /** Something drawn on top of everything. */
  readonly effect?: 'sparkle' | 'frost' | 'flames' | 'cracks' | 'drips';
  /** 0 leaves colours as they are, 1 makes them grey; below 0 more vivid. */
  readonly fade?: number;
}

const TRAITS: Readonly<Record<string, Trait>> = {
  tiny: { size: 0.7 },
  small: { size: 0.84 },
  big: { size: 1.08 },
  angry: { mood: 'angry' },
  cute: { mood: 'cute' },
  sad: { mood: 'sad' },
  sleepy: { mood: 'sleepy' },
  golden: { material: '#efb82f', effect: 'sparkle' },
  magic: { effect: 'sparkle' },
  frozen: { material: '#a9dcf2', effect: 'frost' },
  fiery: { material: '#ef6a2c', effect: 'flames' },
  ancient: { fade: 0.45, effect: 'cracks' },
  stone: { material: '#989a9f', effect: 'cracks' },
  dark: { material: '#4a4260' },
  toxic: { material: '#9ccf36', effect: 'drips' },
  wooden: { material: '#a06d42' },
  metal: { material: '#a9b4c0' },
  vivid: { fade: -0.35 },
};

const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  tiny: ['mini', 'miniature'],
  small: ['little', 'baby', 'young'],
  big: ['huge', 'giant', 'large', 'massive', 'enormous'],
  angry: ['mad', 'evil', 'furious', 'fierce', 'mean', 'menacing', 'scary', 'aggressive', 'cursed', 'wicked', 'enemy'],
  cute: ['adorable', 'friendly', 'happy', 'smiling', 'kawaii', 'cheerful', 'sweet', 'chubby'],
  sad: ['crying', 'lonely', 'scared'],
  sleepy: ['sleeping', 'tired', 'dizzy'],
  golden: ['gilded', 'royal', 'legendary'],
  magic: ['magical', 'enchanted', 'shiny', 'sparkling', 'glowing', 'mystic', 'arcane', 'holy'],
  frozen: ['icy', 'ice', 'frosty', 'frost', 'snowy', 'cold'],
  fiery: ['fire', 'burning', 'flaming', 'lava', 'molten', 'hot', 'blazing'],
  ancient: ['old', 'broken', 'cracked', 'rusty', 'ruined', 'weathered', 'mossy'],
  stone: ['rocky', 'granite', 'marble'],
  dark: ['shadow', 'night', 'gloomy'],
  toxic: ['poisonous', 'poison', 'acid', 'slimy', 'dripping', 'melting'],
  wooden: ['wood', 'oak'],
  metal: ['iron', 'steel', 'metallic', 'armored', 'armoured', 'mechanical'],
  vivid: ['bright', 'neon', 'colorful', 'colourful', 'vibrant'],
};

/** Every adjective the painter knows, with its synonyms. */
export const ADJECTIVES: ReadonlyMap<string, Trait> = new Map(
  Object.entries(TRAITS).flatMap(([word, trait]) =>
    [word, ...(OTHER_WORDS[word] ?? [])].map((synonym): [string, Trait] => [synonym, trait]),
  ),
);
