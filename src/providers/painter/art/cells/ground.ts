import type { Rgb } from '../colour.ts';
import { hex } from '../colour.ts';
import { readSubject } from '../subject.ts';
import type { Terrain } from '../vocabulary/terrains.ts';
import { TERRAINS, USUAL_GROUND } from '../vocabulary/terrains.ts';
import { TURNS } from '../vocabulary/turns.ts';
import { lookUp, wordsOf } from '../words.ts';

export interface Ground {
  readonly terrain: Terrain;
  readonly colour: Rgb;
}

const TERRAIN_OF_WORD: ReadonlyMap<string, Terrain> = new Map(
  Object.values<Terrain>(TERRAINS).flatMap((terrain) =>
    terrain.words.map((word): [string, Terrain] => [word, terrain]),
  ),
);
const USUAL_OF_WORD: ReadonlyMap<string, Terrain> = new Map(
  Object.entries(USUAL_GROUND).map(([word, name]): [string, Terrain] => [word, TERRAINS[name]]),
);

/** The first text that names a ground decides, grass when none does. Its colour is not that of a wider text. */
export function readGround(texts: readonly string[]): Ground {
  const found = texts.findIndex((text) => readTerrain(text) !== undefined);
  const terrain = (found === -1 ? undefined : readTerrain(texts[found] ?? '')) ?? TERRAINS.grass;
  const heard = found === -1 ? texts : texts.slice(0, found + 1);
  const [colour] = heard.map((text) => readSubject(text)).flatMap(({ colours, accents }) => [...colours, ...accents]);
  return { terrain, colour: colour ?? hex(terrain.colour) };
}

/**
 * The last ground that the subject itself names (`a stone wall with moss` is stone), else the first beside it; a word
 * like `floor` gives way to what it is made of.
 */
export function readTerrain(text: string): Terrain | undefined {
  const words = wordsOf(text);
  const turn = words.findIndex((word, index) => index > 0 && TURNS.has(word));
  const [head, rest] = turn === -1 ? [words, []] : [words.slice(0, turn), words.slice(turn)];
  const named = (part: readonly string[], table: ReadonlyMap<string, Terrain>): readonly Terrain[] =>
    part.flatMap((word) => lookUp(table, word) ?? []);
  return (
    named(head, TERRAIN_OF_WORD).at(-1) ??
    named(head, USUAL_OF_WORD).at(-1) ??
    named(rest, TERRAIN_OF_WORD)[0] ??
    named(rest, USUAL_OF_WORD)[0]
  );
}

const BENEATH: ReadonlySet<string> = new Set(['on', 'over', 'above', 'in', 'with', 'and', 'to', 'through', 'around']);

/** The ground that another one lies on or in: `grass over sand` is on sand. */
export function underneath(text: string): Terrain | undefined {
  const words = wordsOf(text);
  const turn = words.findIndex((word, index) => index > 0 && BENEATH.has(word));
  return turn === -1 ? undefined : words.slice(turn).flatMap((word) => lookUp(TERRAIN_OF_WORD, word) ?? [])[0];
}

const STUFF: ReadonlySet<string> = new Set(['texture', 'surface', 'pattern', 'material']);
const SURFACES: ReadonlySet<string> = new Set(
  'wall floor planks plank boards board bricks brick tiles cobblestone cobblestones cobble masonry parquet pavement'.split(
    ' ',
  ),
);

/** Whether a scene's words ask for a plain surface that fills the picture: `a stone wall`, `wooden planks`, `grass texture`. */
export function isSurface(text: string, isPlace: (head: string) => boolean): boolean {
  const words = wordsOf(text);
  const turn = words.findIndex((word, index) => index > 0 && TURNS.has(word));
  const head = turn === -1 ? words : words.slice(0, turn);
  if (!readTerrain(head.join(' '))) return false;
  return head.some((word) => STUFF.has(word)) || (SURFACES.has(head.at(-1) ?? '') && !isPlace(head.join(' ')));
}
