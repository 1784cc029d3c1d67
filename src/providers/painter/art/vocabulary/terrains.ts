/** What a ground is made of, seen straight on. */
export interface Terrain {
  readonly words: readonly string[];
  readonly colour: string;
  readonly pattern: 'grain' | 'bricks' | 'planks' | 'plates' | 'ripples';
  /** Small things strewn on it. */
  readonly detail: 'tufts' | 'pebbles' | 'shines' | 'stars';
}

export const TERRAINS = {
  grass: {
    words: ['grass', 'meadow', 'field', 'lawn', 'forest', 'moss', 'jungle', 'garden', 'leaf', 'swamp'],
    colour: '#62b24a',
    pattern: 'grain',
    detail: 'tufts',
  },
  dirt: {
    words: ['dirt', 'earth', 'mud', 'soil', 'farmland'],
    colour: '#9a6b45',
    pattern: 'grain',
    detail: 'pebbles',
  },
  sand: { words: ['sand', 'desert', 'beach', 'dune'], colour: '#e3c27c', pattern: 'ripples', detail: 'pebbles' },
  stone: {
    words: ['stone', 'rock', 'cave', 'gravel', 'mountain', 'cobble', 'cobblestone', 'cliff', 'asteroid', 'moon'],
    colour: '#8f93a0',
    pattern: 'grain',
    detail: 'pebbles',
  },
  brick: {
    words: ['brick', 'dungeon', 'castle', 'masonry', 'ruin', 'temple'],
    colour: '#a9604f',
    pattern: 'bricks',
    detail: 'pebbles',
  },
  wood: {
    words: ['wood', 'plank', 'wooden', 'crate', 'board', 'timber', 'parquet'],
    colour: '#b07a48',
    pattern: 'planks',
    detail: 'pebbles',
  },
  metal: {
    words: ['metal', 'steel', 'iron', 'spaceship', 'station', 'factory', 'machine', 'city'],
    colour: '#8b98a8',
    pattern: 'plates',
    detail: 'shines',
  },
  water: {
    words: ['water', 'sea', 'ocean', 'lake', 'river', 'pond', 'sky', 'underwater'],
    colour: '#3f8fd8',
    pattern: 'ripples',
    detail: 'shines',
  },
  snow: {
    words: ['snow', 'winter', 'arctic', 'snowy', 'cloud'],
    colour: '#e8f0f8',
    pattern: 'grain',
    detail: 'shines',
  },
  ice: {
    words: ['ice', 'icy', 'frozen', 'glacier', 'crystal'],
    colour: '#a9dcf2',
    pattern: 'plates',
    detail: 'shines',
  },
  lava: {
    words: ['lava', 'magma', 'fire', 'volcano', 'hell', 'molten'],
    colour: '#ea5f2a',
    pattern: 'grain',
    detail: 'shines',
  },
  slime: {
    words: ['slime', 'goo', 'acid', 'poison', 'toxic'],
    colour: '#86c93f',
    pattern: 'ripples',
    detail: 'shines',
  },
  space: {
    words: ['space', 'star', 'galaxy', 'cosmos', 'night', 'nebula'],
    colour: '#2c2352',
    pattern: 'grain',
    detail: 'stars',
  },
} as const satisfies Record<string, Terrain>;

/** Words for a place to stand on or before that may be of anything, and what each is of when nothing else is said. */
export const USUAL_GROUND: Readonly<Record<string, keyof typeof TERRAINS>> = {
  floor: 'stone',
  bridge: 'wood',
  ground: 'dirt',
  path: 'dirt',
  road: 'dirt',
  wall: 'brick',
};
