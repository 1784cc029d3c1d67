import type { FamilyName } from './nouns.ts';

export type PlaneKind =
  | 'mountains'
  | 'hills'
  | 'dunes'
  | 'waves'
  | 'city'
  | 'pines'
  | 'trees'
  | 'clouds'
  | 'rocks'
  | 'grass'
  | 'stalactites'
  | 'weeds'
  | 'ruins'
  | 'drift'
  | 'nebula'
  | 'stars'
  | 'props';

/** A kind of place, in colours at noon; planes run from far to near. */
export interface Biome {
  readonly words: readonly string[];
  readonly sky: readonly [top: string, bottom: string];
  /** The colour of the land nearest to the eye; farther land fades into the lower sky. */
  readonly land: string;
  readonly planes: readonly PlaneKind[];
  readonly light: 'sun' | 'stars' | 'none';
  /** What stands on the nearer planes. */
  readonly props: readonly FamilyName[];
  /** Underground and outer space know no time of day. */
  readonly timeless?: boolean;
}

export const BIOMES = {
  meadow: {
    words: ['meadow', 'field', 'grassland', 'plain', 'plains', 'farm', 'garden', 'park', 'valley', 'hill'],
    sky: ['#5aa9ee', '#d5eefb'],
    land: '#5fae4c',
    planes: ['clouds', 'mountains', 'hills', 'hills', 'props', 'grass'],
    light: 'sun',
    props: ['tree', 'flower', 'flower'],
  },
  forest: {
    words: ['forest', 'wood', 'woods', 'woodland', 'jungle', 'grove', 'rainforest', 'pine', 'tree'],
    sky: ['#6fb6d8', '#dff0dc'],
    land: '#2f7a48',
    planes: ['mountains', 'pines', 'pines', 'trees', 'props', 'grass'],
    light: 'sun',
    props: ['pine', 'tree', 'mushroom'],
  },
  mountains: {
    words: ['mountain', 'alps', 'peak', 'cliff', 'canyon', 'highland', 'ridge'],
    sky: ['#4f96e0', '#e3eefa'],
    land: '#55735f',
    planes: ['clouds', 'mountains', 'mountains', 'hills', 'pines', 'props'],
    light: 'sun',
    props: ['pine', 'asteroid'],
  },
  cave: {
    words: ['cave', 'cavern', 'underground', 'dungeon', 'mine', 'grotto', 'tunnel', 'crypt'],
    sky: ['#1d1a36', '#4a4a80'],
    land: '#2c2848',
    planes: ['stalactites', 'rocks', 'stalactites', 'rocks', 'props'],
    light: 'none',
    props: ['crystal', 'mushroom', 'crystal'],
    timeless: true,
  },
  desert: {
    words: ['desert', 'dune', 'sand', 'sahara', 'oasis', 'wasteland', 'savanna'],
    sky: ['#4fa3dc', '#fbe6bd'],
    land: '#d99f55',
    planes: ['mountains', 'dunes', 'dunes', 'props', 'dunes'],
    light: 'sun',
    props: ['cactus', 'cactus', 'asteroid'],
  },
  ocean: {
    words: ['ocean', 'sea', 'lake', 'water', 'beach', 'coast', 'island', 'harbor', 'harbour', 'river'],
    sky: ['#4aa5ec', '#dff3fb'],
    land: '#1f78b0',
    planes: ['clouds', 'mountains', 'waves', 'waves', 'waves'],
    light: 'sun',
    props: [],
  },
  underwater: {
    words: ['underwater', 'reef', 'coral', 'seabed', 'abyss', 'undersea', 'aquarium'],
    sky: ['#2f9fd0', '#123f7a'],
    land: '#164a70',
    planes: ['rocks', 'weeds', 'props', 'rocks', 'weeds'],
    light: 'none',
    props: ['fish', 'fish', 'fish'],
    timeless: true,
  },
  city: {
    words: ['city', 'town', 'street', 'skyline', 'urban', 'metropolis', 'downtown', 'cyberpunk', 'village'],
    sky: ['#6d8fd8', '#f3dcd0'],
    land: '#3b4468',
    planes: ['clouds', 'city', 'city', 'city'],
    light: 'sun',
    props: [],
  },
  space: {
    words: ['space', 'galaxy', 'nebula', 'cosmos', 'cosmic', 'outer', 'orbit', 'starfield', 'universe', 'asteroid'],
    sky: ['#120f2e', '#3d2563'],
    land: '#3b3558',
    planes: ['drift', 'props'],
    light: 'stars',
    props: ['planet', 'asteroid', 'asteroid'],
    timeless: true,
  },
  snow: {
    words: ['snow', 'winter', 'arctic', 'ice', 'glacier', 'tundra', 'frozen', 'snowy', 'icy'],
    sky: ['#7fb4e6', '#eef5fc'],
    land: '#dfeaf4',
    planes: ['mountains', 'pines', 'hills', 'props', 'hills'],
    light: 'sun',
    props: ['pine', 'pine'],
  },
  sky: {
    words: ['sky', 'cloud', 'heaven', 'air', 'clouds'],
    sky: ['#3f8fe8', '#cdeafc'],
    land: '#ffffff',
    planes: ['clouds', 'clouds', 'clouds'],
    light: 'sun',
    props: [],
  },
  castle: {
    words: ['castle', 'fortress', 'kingdom', 'palace', 'citadel', 'ruin', 'temple', 'tower'],
    sky: ['#6f9be0', '#f6e7d6'],
    land: '#5b7a58',
    planes: ['mountains', 'ruins', 'hills', 'ruins', 'trees', 'grass'],
    light: 'sun',
    props: ['castle', 'tree'],
  },
  swamp: {
    words: ['swamp', 'marsh', 'bog', 'bayou', 'mire', 'graveyard', 'cemetery', 'haunted'],
    sky: ['#5f7f6c', '#c9d3a0'],
    land: '#3d5a45',
    planes: ['pines', 'trees', 'waves', 'weeds', 'props'],
    light: 'sun',
    props: ['mushroom', 'frog'],
  },
  volcano: {
    words: ['volcano', 'lava', 'magma', 'hell', 'inferno', 'volcanic', 'underworld'],
    sky: ['#38182c', '#d9562e'],
    land: '#3a2430',
    planes: ['mountains', 'mountains', 'rocks', 'props', 'rocks'],
    light: 'none',
    props: ['fire', 'asteroid'],
    timeless: true,
  },
} as const satisfies Record<string, Biome>;

export type BiomeName = keyof typeof BIOMES;

/** Words that name a plane of a parallax set. */
export const PLANE_WORDS: Readonly<Record<PlaneKind, readonly string[]>> = {
  mountains: ['mountain', 'peak', 'volcano', 'alps', 'cliff'],
  hills: ['hill', 'land', 'field', 'ground', 'meadow', 'valley', 'floor', 'path', 'snow'],
  dunes: ['dune', 'sand', 'desert', 'beach'],
  waves: ['wave', 'water', 'sea', 'ocean', 'lake', 'river', 'lava', 'swamp'],
  city: ['city', 'building', 'skyline', 'skyscraper', 'town', 'house', 'street', 'village'],
  pines: ['pine', 'fir', 'conifer', 'spruce', 'treeline'],
  trees: ['tree', 'forest', 'wood', 'jungle', 'bush', 'canopy'],
  clouds: ['cloud', 'mist', 'fog', 'haze', 'smoke'],
  rocks: ['rock', 'stone', 'boulder', 'wall', 'stalagmite', 'reef'],
  grass: ['grass', 'fern', 'foreground', 'flower', 'leaf', 'foliage', 'reed', 'plant'],
  stalactites: ['stalactite', 'ceiling', 'icicle', 'vine'],
  weeds: ['weed', 'kelp', 'seaweed', 'algae', 'coral'],
  ruins: ['ruin', 'castle', 'tower', 'temple', 'column', 'fortress'],
  drift: ['debris', 'meteor'],
  nebula: ['nebula', 'galaxy', 'dust', 'gas'],
  stars: ['star', 'starfield'],
  props: ['mushroom', 'crystal', 'cactus', 'asteroid', 'planet', 'fish'],
};
