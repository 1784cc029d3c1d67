/** What a ground is made of, seen straight on. */
export interface Terrain {
  readonly words: readonly string[];
  readonly colour: string;
  readonly pattern: 'grain' | 'bricks' | 'blocks' | 'cobbles' | 'planks' | 'plates' | 'ripples' | 'crust' | 'cracks';
  /** Small things strewn on it. */
  readonly detail: 'tufts' | 'pebbles' | 'shines' | 'stars' | 'chips' | 'knots' | 'embers';
  /** What lies around it where a set of tiles shows its edge; another terrain's name, or nothing but darkness. */
  readonly under: string;
}

export const TERRAINS = {
  grass: {
    words: ['grass', 'meadow', 'field', 'lawn', 'forest', 'moss', 'jungle', 'garden', 'leaf', 'swamp'],
    colour: '#62b24a',
    pattern: 'grain',
    detail: 'tufts',
    under: 'dirt',
  },
  dirt: {
    words: ['dirt', 'earth', 'mud', 'soil', 'farmland'],
    colour: '#9a6b45',
    pattern: 'grain',
    detail: 'pebbles',
    under: 'grass',
  },
  sand: {
    words: ['sand', 'desert', 'beach', 'dune'],
    colour: '#e3c27c',
    pattern: 'ripples',
    detail: 'pebbles',
    under: 'water',
  },
  stone: {
    words: ['stone', 'dungeon', 'castle', 'masonry', 'ruin', 'temple', 'marble', 'slab', 'granite'],
    colour: '#8f93a0',
    pattern: 'blocks',
    detail: 'chips',
    under: 'void',
  },
  rock: {
    words: ['rock', 'cave', 'gravel', 'mountain', 'cliff', 'asteroid', 'moon', 'cavern'],
    colour: '#8f93a0',
    pattern: 'grain',
    detail: 'pebbles',
    under: 'void',
  },
  cobble: {
    words: ['cobble', 'cobblestone', 'pavement', 'street'],
    colour: '#94949c',
    pattern: 'cobbles',
    detail: 'pebbles',
    under: 'dirt',
  },
  brick: { words: ['brick'], colour: '#a9604f', pattern: 'bricks', detail: 'chips', under: 'void' },
  wood: {
    words: ['wood', 'plank', 'wooden', 'crate', 'board', 'timber', 'parquet'],
    colour: '#b07a48',
    pattern: 'planks',
    detail: 'knots',
    under: 'void',
  },
  metal: {
    words: ['metal', 'steel', 'iron', 'spaceship', 'station', 'factory', 'machine', 'city'],
    colour: '#8b98a8',
    pattern: 'plates',
    detail: 'shines',
    under: 'void',
  },
  water: {
    words: ['water', 'sea', 'ocean', 'lake', 'river', 'pond', 'sky', 'underwater'],
    colour: '#3f8fd8',
    pattern: 'ripples',
    detail: 'shines',
    under: 'sand',
  },
  snow: {
    words: ['snow', 'winter', 'arctic', 'snowy', 'cloud'],
    colour: '#e8f0f8',
    pattern: 'grain',
    detail: 'shines',
    under: 'rock',
  },
  ice: {
    words: ['ice', 'icy', 'frozen', 'glacier', 'crystal'],
    colour: '#a9dcf2',
    pattern: 'cracks',
    detail: 'shines',
    under: 'water',
  },
  lava: {
    words: ['lava', 'magma', 'fire', 'volcano', 'hell', 'molten'],
    colour: '#ea5f2a',
    pattern: 'crust',
    detail: 'embers',
    under: 'rock',
  },
  slime: {
    words: ['slime', 'goo', 'acid', 'poison', 'toxic'],
    colour: '#86c93f',
    pattern: 'ripples',
    detail: 'shines',
    under: 'dirt',
  },
  space: {
    words: ['space', 'star', 'galaxy', 'cosmos', 'night', 'nebula', 'void'],
    colour: '#2c2352',
    pattern: 'grain',
    detail: 'stars',
    under: 'rock',
  },
} as const satisfies Record<string, Terrain>;

/** The dark around a floor. */
export const VOID: Terrain = { words: [], colour: '#2b2735', pattern: 'grain', detail: 'pebbles', under: 'void' };

/** Words for a place to stand on or before that may be of anything, and what each is of when nothing else is said. */
export const USUAL_GROUND: Readonly<Record<string, keyof typeof TERRAINS>> = {
  floor: 'stone',
  bridge: 'wood',
  ground: 'dirt',
  path: 'dirt',
  road: 'dirt',
  wall: 'brick',
};
