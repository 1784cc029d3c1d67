import type { LayerIntent } from '../../../provider.ts';
import type { Raster } from '../../../../raster/raster.ts';
import { mix } from '../colour.ts';
import { readSubject } from '../subject.ts';
import type { PlaneKind } from '../vocabulary/planes.ts';
import type { World } from '../world.ts';
import { namedProps, readPlane } from './place-words.ts';
import { paintPlane } from './planes.ts';
import type { SceneWish } from './scene.ts';
import { onStage } from './scene.ts';
import { paintSky } from './sky.ts';
import type { Stage } from './stage.ts';
import { paintHaze, paintWeather } from './weather.ts';

/** A farthest layer that wants nothing before its sky. */
const SKY_ONLY = /\b(sky|skies|air|heaven|space|backdrop|gradient|horizon|sun|moon|stars?)/i;

/** What walls and floors are of where there is no house. */
const OUTDOORS: Readonly<Partial<Record<PlaneKind, PlaneKind>>> = {
  hall: 'rocks',
  dungeon: 'rocks',
  pillars: 'ruins',
  floor: 'hills',
};

/** The layers of one scene, far to near: the first is opaque, the others are cut out. All close seamlessly in x. */
export function paintParallax(world: World, wish: SceneWish, layers: readonly LayerIntent[]): readonly Raster[] {
  const text = sceneText(wish.text, layers);
  const tone = `${wish.text}, ${layers[0]?.words ?? ''}`;
  const kinds = layers.map(({ words, name }) => readPlane(`${words} ${name}`));
  return layers.map((layer, index) =>
    onStage(world, { ...wish, text, tone }, (stage) => {
      const named = kinds[index];
      if (index === 0)
        paintSky(kinds.includes('disc', 1) ? { ...stage, place: { ...stage.place, light: 'none' } } : stage);
      const rests =
        index === 0 &&
        SKY_ONLY.test(layer.words) &&
        (!named || named === 'disc' || named === 'stars' || named === 'sea');
      if (index > 0 && stage.place.weather === 'fog') paintHaze(stage, veilOf(layer));
      if (!rests || named === 'sea') {
        const kind = kindOf(stage, named ?? usualPlane(stage, layer, { index, count: layers.length }));
        paintPlane(ownStage(stage, layer), { kind, depth: 0.1 + 0.9 * layer.depth, salt: index });
      }
      const { weather } = stage.place;
      if (index === layers.length - 1 && weather !== 'fog' && !kinds.includes('weather')) paintWeather(stage);
    }),
  );
}

/** All that is said about a scene: its own words and its layers'. */
export function sceneText(text: string, layers: readonly LayerIntent[]): string {
  return [text, ...layers.map(({ words }) => words)].join(' ');
}

/** The fog between a layer and the one behind it. */
function veilOf({ depth }: LayerIntent): Parameters<typeof paintHaze>[1] {
  const middle = 46 + depth * 34;
  return { top: middle - 20, bottom: middle + 20, salt: 3 + Math.round(depth * 8), thick: 0.6 };
}

function kindOf({ place }: Stage, kind: PlaneKind): PlaneKind {
  return place.indoors ? kind : (OUTDOORS[kind] ?? kind);
}

/** Things that the layer names, or what lies at such a depth in such a place. */
function usualPlane(
  { place: { planes } }: Stage,
  { words }: LayerIntent,
  { index, count }: { readonly index: number; readonly count: number },
): PlaneKind {
  if (index > 0 && namedProps(words).length > 0) return 'props';
  return planes[Math.min(planes.length - 1, Math.round((index / count) * planes.length))] ?? 'hills';
}

/** The stage in the colour and with the things of the layer's own words. */
function ownStage(stage: Stage, { words }: LayerIntent): Stage {
  const props = namedProps(words);
  const [colour] = readSubject(words).colours;
  const land = colour ? mix(stage.place.land, colour, 0.55) : stage.place.land;
  return { ...stage, place: { ...stage.place, land, ...(props.length > 0 ? { props } : {}) } };
}
