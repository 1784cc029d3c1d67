import { withEffects } from './effects.ts';
import { FAMILIES } from './families/index.ts';
import type { Kit, Part } from './figure.ts';
import type { KitWish } from './kit.ts';
import { createKit } from './kit.ts';
import { standInOf } from './stand-in.ts';
import type { Subject } from './subject.ts';
import type { Trait } from './vocabulary/adjectives.ts';
import type { FamilyName } from './vocabulary/nouns.ts';
import type { World } from './world.ts';

export interface DrawnSubject {
  readonly family: FamilyName;
  readonly kit: Kit;
  readonly parts: readonly Part[];
}

/** A subject at rest, with all that its adjectives add. */
export function drawSubject(world: World, wish: Omit<KitWish, 'family'>): DrawnSubject {
  const family = wish.subject.family ?? standInOf(wish.subject);
  const kit = createKit(world, { ...wish, family });
  return { family, kit, parts: withEffects(FAMILIES[family](kit), kit, shownTraits(wish.subject, family)) };
}

const AFLAME: ReadonlySet<FamilyName> = new Set<FamilyName>(['torch', 'fire', 'burst', 'lantern']);

/** What burns by itself gets no second fire around it. */
function shownTraits({ traits }: Subject, family: FamilyName): readonly Trait[] {
  if (!AFLAME.has(family)) return traits;
  return traits.map(({ effects = [], ...trait }) => ({
    ...trait,
    effects: effects.filter((name) => name !== 'flames'),
  }));
}
