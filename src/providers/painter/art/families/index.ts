import type { Family } from '../figure.ts';
import type { FamilyName } from '../vocabulary/nouns.ts';
import { apple, bird, candy, fish } from './animals.ts';
import { asteroid, axe, bomb, moon, planet, rocket, shield, spaceship, sword } from './arms.ts';
import { cat, dragon, frog, knight, robot, wizard } from './people.ts';
import { bolt, burst } from './blasts.ts';
import { emblem } from './emblem.ts';
import { barrel, car, castle, cloud, crate, fire, house, sign, sun } from './places.ts';
import { cactus, flower, mushroom, pine, tree } from './plants.ts';
import { alien, bat, ghost, skull, slime, spider } from './spirits.ts';
import { book, chest, coin, crown, crystal, gem, heart, key, potion, ring, scroll, star } from './treasure.ts';

/** How each family is drawn. */
export const FAMILIES: Readonly<Record<FamilyName, Family>> = {
  alien,
  apple,
  asteroid,
  axe,
  barrel,
  bat,
  bird,
  bolt,
  bomb,
  book,
  burst,
  cactus,
  candy,
  car,
  castle,
  cat,
  chest,
  cloud,
  coin,
  crate,
  crown,
  crystal,
  dragon,
  emblem,
  fire,
  fish,
  flower,
  frog,
  gem,
  ghost,
  heart,
  house,
  key,
  knight,
  moon,
  mushroom,
  pine,
  planet,
  potion,
  ring,
  robot,
  rocket,
  scroll,
  shield,
  sign,
  skull,
  slime,
  spaceship,
  spider,
  star,
  sun,
  sword,
  tree,
  wizard,
};
