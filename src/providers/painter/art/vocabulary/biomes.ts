import type { FamilyName } from './nouns.ts';
import type { PlaneKind } from './planes.ts';

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
  /** Snow lies on its mountains and trees. */
  readonly caps?: boolean;
  /** Hangs from its branches. */
  readonly moss?: boolean;
  /** Under a roof: the hour is seen through windows alone, and no weather comes in. */
  readonly indoors?: boolean;
}

export const BIOMES = {
  meadow: {
    words: [
      'meadow',
      'field',
      'grassland',
      'plain',
      'plains',
      'farm',
      'garden',
      'park',
      'valley',
      'hill',
      'countryside',
    ],
    sky: ['#5aa9ee', '#d5eefb'],
    land: '#5fae4c',
    planes: ['clouds', 'mountains', 'hills', 'hills', 'props', 'grass'],
    light: 'sun',
    props: ['tree', 'flower', 'flower'],
    caps: true,
  },
  forest: {
    words: ['forest', 'wood', 'woods', 'woodland', 'grove', 'pine', 'tree', 'treetop'],
    sky: ['#6fb6d8', '#dff0dc'],
    land: '#2f7a48',
    planes: ['mountains', 'pines', 'pines', 'trees', 'props', 'ferns'],
    light: 'sun',
    props: ['pine', 'tree', 'pine', 'tree', 'mushroom'],
  },
  jungle: {
    words: ['jungle', 'rainforest', 'amazon'],
    sky: ['#7fc8b8', '#e6f4c4'],
    land: '#2a8a4c',
    planes: ['trees', 'palms', 'trees', 'ferns', 'vines'],
    light: 'sun',
    props: ['tree', 'flower'],
  },
  mountains: {
    words: ['mountain', 'alps', 'peak', 'cliff', 'highland', 'ridge', 'summit'],
    sky: ['#4f96e0', '#e3eefa'],
    land: '#55735f',
    planes: ['clouds', 'mountains', 'mountains', 'pines', 'hills', 'props'],
    light: 'sun',
    props: ['pine', 'pine', 'asteroid'],
    caps: true,
  },
  cave: {
    words: ['cave', 'cavern', 'underground', 'mine', 'grotto', 'tunnel'],
    sky: ['#1b1834', '#5c5a9c'],
    land: '#2c2848',
    planes: ['stalactites', 'rocks', 'stalactites', 'rocks', 'props'],
    light: 'none',
    props: ['crystal', 'mushroom', 'crystal'],
    timeless: true,
  },
  desert: {
    words: ['desert', 'dune', 'sand', 'sahara', 'oasis', 'wasteland', 'savanna', 'canyon', 'mesa', 'badlands'],
    sky: ['#4fa3dc', '#fbe6bd'],
    land: '#e0aa5c',
    planes: ['mesas', 'dunes', 'dunes', 'props', 'dunes'],
    light: 'sun',
    props: ['cactus', 'cactus', 'cactus', 'asteroid'],
  },
  ocean: {
    words: ['ocean', 'sea', 'lake', 'water', 'harbor', 'harbour', 'river'],
    sky: ['#4aa5ec', '#dff3fb'],
    land: '#1f78b0',
    planes: ['clouds', 'sea', 'waves'],
    light: 'sun',
    props: [],
  },
  beach: {
    words: ['beach', 'coast', 'island', 'shore', 'tropical', 'lagoon', 'bay'],
    sky: ['#3fa9ee', '#e2f6fb'],
    land: '#2c9cc4',
    planes: ['clouds', 'sea', 'palms', 'shore'],
    light: 'sun',
    props: [],
  },
  underwater: {
    words: ['underwater', 'reef', 'coral', 'seabed', 'abyss', 'undersea', 'aquarium', 'seafloor'],
    sky: ['#4fc0e4', '#14488a'],
    land: '#17507c',
    planes: ['rays', 'rocks', 'weeds', 'props', 'reef'],
    light: 'none',
    props: ['fish', 'fish', 'fish'],
    timeless: true,
  },
  city: {
    words: ['city', 'skyline', 'urban', 'metropolis', 'downtown', 'cyberpunk', 'street', 'skyscraper', 'rooftop'],
    sky: ['#6d8fd8', '#f3dcd0'],
    land: '#3b4468',
    planes: ['clouds', 'city', 'city', 'city'],
    light: 'sun',
    props: [],
  },
  village: {
    words: ['village', 'town', 'hamlet', 'settlement', 'farmhouse', 'suburb', 'market'],
    sky: ['#5fabec', '#e6f2ee'],
    land: '#6aaa52',
    planes: ['clouds', 'hills', 'trees', 'village', 'village', 'grass'],
    light: 'sun',
    props: ['tree', 'house'],
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
  moonscape: {
    words: ['moonscape', 'lunar', 'mars', 'martian', 'alien'],
    sky: ['#0c0c22', '#3a3358'],
    land: '#8d8794',
    planes: ['mountains', 'rocks', 'hills', 'props', 'hills'],
    light: 'stars',
    props: ['asteroid'],
    timeless: true,
  },
  snow: {
    words: ['snow', 'winter', 'arctic', 'ice', 'glacier', 'tundra', 'frozen', 'snowy', 'icy', 'antarctic'],
    sky: ['#7fb4e6', '#eef5fc'],
    land: '#dfeaf4',
    planes: ['mountains', 'pines', 'hills', 'props', 'hills'],
    light: 'sun',
    props: ['pine', 'pine'],
    caps: true,
  },
  sky: {
    words: ['sky', 'cloud', 'heaven', 'air', 'clouds', 'cloudscape'],
    sky: ['#3f8fe8', '#cdeafc'],
    land: '#ffffff',
    planes: ['birds', 'clouds', 'islands', 'clouds', 'clouds'],
    light: 'sun',
    props: [],
  },
  castle: {
    words: ['castle', 'fortress', 'kingdom', 'palace', 'citadel', 'tower'],
    sky: ['#6f9be0', '#f6e7d6'],
    land: '#5b8a58',
    planes: ['mountains', 'trees', 'towers', 'hills', 'grass'],
    light: 'sun',
    props: ['castle', 'tree'],
  },
  ruins: {
    words: ['ruin', 'temple', 'ancient', 'acropolis', 'shrine'],
    sky: ['#78b4dc', '#f4ecd2'],
    land: '#6e9654',
    planes: ['mountains', 'trees', 'hills', 'ruins', 'grass'],
    light: 'sun',
    props: ['tree'],
  },
  hall: {
    words: [
      'interior',
      'hall',
      'throne',
      'indoor',
      'indoors',
      'ballroom',
      'corridor',
      'chamber',
      'cathedral',
      'library',
    ],
    sky: ['#574e68', '#a08f92'],
    land: '#857a86',
    planes: ['hall', 'pillars', 'floor'],
    light: 'none',
    props: [],
    indoors: true,
  },
  dungeon: {
    words: ['dungeon', 'prison', 'crypt', 'cellar', 'catacomb', 'jail', 'sewer', 'tomb'],
    sky: ['#2c2a40', '#5c5668'],
    land: '#4c4a5c',
    planes: ['dungeon', 'pillars', 'floor'],
    light: 'none',
    props: [],
    indoors: true,
    timeless: true,
  },
  swamp: {
    words: ['swamp', 'marsh', 'bog', 'bayou', 'mire', 'wetland'],
    sky: ['#5f7f6c', '#cfd6a4'],
    land: '#3d5a45',
    planes: ['deadtrees', 'mist', 'deadtrees', 'pond', 'reeds'],
    light: 'sun',
    props: ['mushroom', 'frog'],
    moss: true,
  },
  graveyard: {
    words: ['graveyard', 'cemetery', 'haunted', 'spooky', 'halloween'],
    sky: ['#2d2748', '#8f7f9c'],
    land: '#43505c',
    planes: ['hills', 'deadtrees', 'mist', 'graves', 'grass'],
    light: 'sun',
    props: ['skull'],
  },
  volcano: {
    words: ['volcano', 'lava', 'magma', 'hell', 'inferno', 'volcanic', 'underworld'],
    sky: ['#38182c', '#d9562e'],
    land: '#3a2430',
    planes: ['volcano', 'rocks', 'lava', 'rocks'],
    light: 'none',
    props: ['fire', 'asteroid'],
    timeless: true,
  },
} as const satisfies Record<string, Biome>;

/** Where words name no place that is known: open land that could be anywhere. */
export const NOWHERE: Biome = {
  words: [],
  sky: ['#7fa0cc', '#e8edf2'],
  land: '#8b97a0',
  planes: ['clouds', 'hills', 'hills', 'props', 'hills'],
  light: 'sun',
  props: [],
};

export type BiomeName = keyof typeof BIOMES;
