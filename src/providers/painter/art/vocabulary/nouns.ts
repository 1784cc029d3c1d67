/** A family of subjects that are drawn alike. */
export interface NounFamily {
  readonly words: readonly string[];
  /** Colours when the words name none. */
  readonly main: string;
  readonly accent: string;
  /** Creatures keep their face and body in any outline; objects become emblems in outlines that are not theirs. */
  readonly creature: boolean;
}

const creature = (main: string, accent: string, ...words: readonly string[]): NounFamily => ({
  words,
  main,
  accent,
  creature: true,
});
const object = (main: string, accent: string, ...words: readonly string[]): NounFamily => ({
  words,
  main,
  accent,
  creature: false,
});

export const NOUNS = {
  slime: creature('#5fc04c', '#f0eee6', 'slime', 'blob', 'jelly', 'goo', 'ooze', 'gel'),
  ghost: creature('#e6ecf6', '#8f9fd0', 'ghost', 'phantom', 'spirit', 'spectre', 'specter', 'wraith', 'poltergeist'),
  bat: creature('#6b5590', '#a5749c', 'bat', 'vampire'),
  spider: creature('#4c4560', '#d8394a', 'spider', 'tarantula', 'scorpion'),
  skull: creature('#efe8d5', '#57506a', 'skull', 'skeleton', 'zombie', 'undead', 'lich'),
  knight: creature(
    '#9fb0c4',
    '#d8394a',
    'knight',
    'paladin',
    'warrior',
    'soldier',
    'guard',
    'hero',
    'fighter',
    'samurai',
  ),
  wizard: creature('#5a58c8', '#f0b93a', 'wizard', 'witch', 'mage', 'sorcerer', 'warlock', 'druid', 'gnome'),
  robot: creature('#94aebf', '#f0913a', 'robot', 'android', 'mech', 'droid', 'cyborg', 'golem'),
  dragon: creature('#cf4540', '#f0b93a', 'dragon', 'drake', 'wyvern', 'dinosaur', 'lizard'),
  bird: creature('#4ba3ef', '#f5b83d', 'bird', 'owl', 'parrot', 'chick', 'chicken', 'duck', 'eagle', 'crow', 'penguin'),
  fish: creature('#f08a3c', '#f5d9a0', 'fish', 'shark', 'whale', 'piranha', 'goldfish', 'salmon'),
  cat: creature(
    '#e89a4c',
    '#f6e6cc',
    'cat',
    'kitten',
    'fox',
    'dog',
    'puppy',
    'wolf',
    'tiger',
    'lion',
    'mouse',
    'rat',
    'bear',
    'rabbit',
  ),
  frog: creature('#62b850', '#d9e8a0', 'frog', 'toad', 'turtle'),
  alien: creature('#8fd06a', '#7d55cf', 'alien', 'martian', 'invader', 'eyeball', 'cyclops'),
  tree: object('#4fa34a', '#8a5d3c', 'tree', 'oak', 'bush', 'shrub', 'willow'),
  pine: object('#2f8055', '#80553a', 'pine', 'fir', 'spruce', 'conifer'),
  cactus: object('#58a552', '#e87fae', 'cactus', 'cacti', 'succulent'),
  mushroom: object('#d8424a', '#f3e6cc', 'mushroom', 'toadstool', 'fungus', 'fungi', 'shroom'),
  flower: object('#ef82ae', '#f5cf3d', 'flower', 'rose', 'daisy', 'tulip', 'blossom', 'sunflower', 'lily'),
  gem: object('#4fb4ea', '#ffffff', 'gem', 'jewel', 'gemstone', 'ruby', 'emerald', 'sapphire', 'diamond', 'topaz'),
  crystal: object('#8f70e6', '#ffffff', 'crystal', 'shard', 'quartz', 'amethyst', 'prism'),
  coin: object('#f2bd35', '#c9821f', 'coin', 'token', 'medal', 'money', 'doubloon'),
  potion: object('#d8456f', '#a8794c', 'potion', 'flask', 'bottle', 'elixir', 'vial', 'medicine', 'poison'),
  key: object('#efb82f', '#c9821f', 'key', 'keys'),
  chest: object('#a8683a', '#efb82f', 'chest', 'treasure', 'trunk', 'loot', 'coffer'),
  sword: object('#ccd6e0', '#7a4f9e', 'sword', 'blade', 'dagger', 'knife', 'katana', 'sabre', 'saber', 'excalibur'),
  axe: object('#b9c4d0', '#8f5d3b', 'axe', 'hatchet', 'hammer', 'pickaxe'),
  shield: object('#3f74c8', '#e6c353', 'shield', 'buckler', 'armor', 'armour'),
  bomb: object('#45424f', '#f0913a', 'bomb', 'grenade', 'explosive', 'dynamite', 'mine'),
  heart: object('#e23d55', '#ffffff', 'heart', 'life', 'health', 'love'),
  star: object('#f7cf3b', '#f0983a', 'star', 'starfish', 'sparkle'),
  rocket: object('#e9edf2', '#de4a44', 'rocket', 'missile', 'shuttle'),
  spaceship: object('#8aa2c6', '#4fd0ef', 'spaceship', 'starship', 'fighter jet', 'ship', 'spacecraft', 'ufo', 'plane'),
  asteroid: object('#8b7f7a', '#5f5559', 'asteroid', 'meteor', 'meteorite', 'rock', 'boulder', 'comet'),
  planet: object('#5a9fd8', '#e9c58a', 'planet', 'world', 'globe', 'earth'),
  moon: object('#e6e2cc', '#bdb8a4', 'moon'),
  car: object('#de4444', '#9fd4ea', 'car', 'truck', 'taxi', 'vehicle', 'van', 'kart', 'automobile', 'bus'),
  house: object('#e8cf9f', '#c9523f', 'house', 'cottage', 'hut', 'home', 'cabin', 'shop', 'inn', 'barn'),
  castle: object('#a5a7b4', '#d8394a', 'castle', 'tower', 'fortress', 'keep', 'turret', 'dungeon'),
  crate: object('#bd8449', '#8a5a32', 'crate', 'box', 'platform', 'block'),
  barrel: object('#a8683a', '#9aa5b1', 'barrel', 'cask', 'keg'),
  sign: object('#b98450', '#7d5432', 'sign', 'signpost', 'billboard'),
  apple: object('#de3f44', '#63ad48', 'apple', 'fruit', 'cherry', 'tomato', 'peach', 'berry'),
  candy: object('#ef5f9a', '#fff3f6', 'candy', 'lollipop', 'bonbon', 'sweets', 'toffee'),
  crown: object('#f2bd35', '#d8394a', 'crown', 'tiara', 'diadem'),
  ring: object('#f2bd35', '#4fb4ea', 'ring', 'amulet', 'necklace'),
  scroll: object('#ead9ae', '#c9523f', 'scroll', 'map', 'parchment'),
  book: object('#8d4bc4', '#efb82f', 'book', 'spellbook', 'tome', 'grimoire'),
  fire: object('#f0752c', '#fbd84c', 'fire', 'flame', 'fireball', 'campfire', 'torch', 'spark'),
  burst: object('#f0852c', '#fbd84c', 'explosion', 'blast', 'burst', 'bang', 'impact'),
  bolt: object('#f7cf3b', '#ffffff', 'lightning', 'bolt', 'thunderbolt', 'laser', 'zap'),
  cloud: object('#eef3fa', '#b9cbe4', 'cloud', 'storm'),
  sun: object('#f9c938', '#f59331', 'sun'),
} as const satisfies Record<string, NounFamily>;

export type FamilyName = keyof typeof NOUNS | 'emblem';

/** The stand-in for whatever the painter has no family for: neutral, so that nobody takes it for what was asked. */
export const STAND_IN: NounFamily = object('#7f8fd8', '#f2e8cf');

/** Whole word → family. */
export const NOUN_OF_WORD: ReadonlyMap<string, FamilyName> = new Map(
  Object.entries(NOUNS).flatMap(([family, { words }]) =>
    words.map((word): [string, FamilyName] => [word, family as FamilyName]),
  ),
);
