import type { Subject } from './subject.ts';
import type { FamilyName } from './vocabulary/nouns.ts';
import { formsOf } from './words.ts';

/** Beasts that have no family of their own, and what living things are, have and do. */
const LIVING = new Set(
  `ape badger beaver bull buffalo camel chameleon chimp cow deer elephant elk ferret gazelle giraffe gorilla hedgehog hippo hyena
jellyfish kangaroo llama lynx mammoth mole monkey moose otter ox platypus reindeer rhino seahorse seal sloth squirrel walrus weasel
alive arm arms baby beak being belly body breathing claw claws cub eating ears enemy eyed eyes face fang fangs
feathers feet flying fur furry guardian hairy hat head horn horns horned hunting jaws laughing leg legs legged living
mascot mouth nose npc paws pet predator roaring scales scaly sitting sleeping smile smiling spirit tail tailed teeth
tentacles tongue walking whiskers wings winged`.split(/\s+/u),
);

/** What stands in for a subject without a family: a critter where the words tell of life, else a thing. */
export function standInOf({ words, traits }: Pick<Subject, 'words' | 'traits'>): FamilyName {
  const lives = traits.some(({ mood }) => mood) || words.some((word) => formsOf(word).some((form) => LIVING.has(form)));
  return lives ? 'critter' : 'emblem';
}
