import { familyData } from '../kit.ts';
import type { Biome } from '../vocabulary/biomes.ts';
import { BIOMES } from '../vocabulary/biomes.ts';
import type { Hour, WeatherName } from '../vocabulary/hours.ts';
import { HOURS, WEATHERS } from '../vocabulary/hours.ts';
import type { FamilyName } from '../vocabulary/nouns.ts';
import { NOUN_OF_WORD } from '../vocabulary/nouns.ts';
import type { PlaneKind } from '../vocabulary/planes.ts';
import { PLANE_WORDS } from '../vocabulary/planes.ts';
import { formsOf, lookUp, wordsOf } from '../words.ts';
import type { World } from '../world.ts';

const BIOME_OF_WORD: ReadonlyMap<string, Biome> = new Map(
  Object.values<Biome>(BIOMES).flatMap((biome) => biome.words.map((word): [string, Biome] => [word, biome])),
);
const PLANE_OF_WORD: ReadonlyMap<string, PlaneKind> = new Map(
  Object.entries(PLANE_WORDS).flatMap(([kind, words]) =>
    words.map((word): [string, PlaneKind] => [word, kind as PlaneKind]),
  ),
);
const WEATHER_OF_WORD: ReadonlyMap<string, WeatherName> = new Map(
  Object.entries(WEATHERS).flatMap(([name, { words }]) =>
    words.map((word): [string, WeatherName] => [word, name as WeatherName]),
  ),
);

/** The place that the words name, or else the pack's theme. */
export function findBiome(text: string, world: Pick<World, 'theme'>): Biome | undefined {
  return readBiome(wordsOf(text)) ?? readBiome(wordsOf(world.theme)) ?? undefined;
}

/** Whether a word says what time or weather it is. */
export function namesSky(word: string): boolean {
  return (
    HOURS.some(({ words }) => words.includes(word)) || WEATHER_OF_WORD.has(word) || SNOW.has(word) || word === 'noon'
  );
}

export function readHour(words: readonly string[]): Hour | undefined {
  return words.flatMap((word) => HOURS.find((hour) => hour.words.includes(word)) ?? [])[0];
}

/** Words for snow are weather wherever snow is not the place itself, or falls. */
const SNOW: ReadonlySet<string> = new Set(['snow', 'snowy']);

/** The first weather of the words; storms of snow are snow. */
export function readWeather(words: readonly string[], biome: Biome): WeatherName | undefined {
  if (words.some((word) => SNOW.has(word)) && (biome !== BIOMES.snow || words.includes('falling'))) return 'snow';
  return words.flatMap((word) => lookUp(WEATHER_OF_WORD, word) ?? [])[0];
}

/** What comes behind such a word is only near the place: `a cavern with a lake` is a cavern. */
const NEARBY = new Set([
  'with',
  'above',
  'over',
  'below',
  'under',
  'beneath',
  'behind',
  'near',
  'beside',
  'by',
  'at',
  'and',
  'in',
  'on',
  'of',
  'before',
  'between',
  'through',
]);

/** The last biome of the first phrase that names one (`castle garden` is a garden, `a cave with a lake` a cave). */
function readBiome(words: readonly string[]): Biome | undefined {
  let found: Biome | undefined;
  for (const [index, word] of words.entries()) {
    if (found && index > 0 && NEARBY.has(word)) return found;
    found = lookUp(BIOME_OF_WORD, word) ?? found;
  }
  return found;
}

/** Planes that are of a kind when it is named just before: `pine trees` are pines, a `lava river` is lava. */
const NARROWER: Readonly<Partial<Record<PlaneKind, readonly PlaneKind[]>>> = {
  trees: ['pines', 'palms', 'deadtrees'],
  waves: ['lava', 'pond', 'sea'],
  hills: ['dunes', 'shore'],
};

/** The plane that a layer's own words name; of several, the last. */
export function readPlane(text: string): PlaneKind | undefined {
  return wordsOf(text).reduce<PlaneKind | undefined>((found, word) => {
    const named = lookUp(PLANE_OF_WORD, word);
    const isOfKind = named && found && NARROWER[named]?.includes(found);
    return isOfKind ? found : (named ?? found);
  }, undefined);
}

/** Things the words name come before what usually grows there; creatures stay out of a background. */
export function propsOf(words: readonly string[], biome: Biome): readonly FamilyName[] {
  const named = familiesOf(words.filter((word) => !formsOf(word).some((form) => BIOME_OF_WORD.has(form))));
  const rooted = biome.light === 'stars' ? named : named.filter((family) => family !== 'moon');
  return rooted.length > 0 ? [...rooted, ...rooted, ...biome.props.slice(0, 1)] : biome.props;
}

/** The things that a layer's own words name. */
export function namedProps(text: string): readonly FamilyName[] {
  return familiesOf(wordsOf(text));
}

function familiesOf(words: readonly string[]): readonly FamilyName[] {
  return words
    .flatMap((word) => lookUp(NOUN_OF_WORD, word) ?? [])
    .filter((family) => !familyData(family).creature && !['sun', 'cloud', 'star'].includes(family));
}
