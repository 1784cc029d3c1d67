import type { LayerIntent } from '../../../provider.ts';
import type { Raster } from '../../../../raster/raster.ts';
import { mix } from '../colour.ts';
import { readSubject } from '../subject.ts';
import type { World } from '../world.ts';
import { namedProps, readPlane } from './place.ts';
import { paintPlane } from './planes.ts';
import type { SceneWish } from './scene.ts';
import { onStage } from './scene.ts';
import { paintSky } from './sky.ts';

/** A farthest layer that wants nothing before its sky. */
const SKY_ONLY = /\b(sky|air|heaven|space|backdrop|gradient|horizon)/i;

/** The layers of one scene, far to near: the first is opaque, the others are cut out. All close seamlessly in x. */
export function paintParallax(world: World, wish: SceneWish, layers: readonly LayerIntent[]): readonly Raster[] {
  const text = `${wish.text} ${layers.map(({ words }) => words).join(' ')}`;
  const tone = `${wish.text}, ${layers[0]?.words ?? ''}`;
  return layers.map((layer, index) =>
    onStage(world, { ...wish, text, tone }, (stage) => {
      const named = readPlane(`${layer.words} ${layer.name}`);
      if (index === 0) paintSky(stage);
      if (index === 0 && named === undefined && SKY_ONLY.test(layer.words)) return;
      const { planes } = stage.place;
      const usual = planes[Math.min(planes.length - 1, Math.round((index / layers.length) * planes.length))] ?? 'hills';
      const props = namedProps(layer.words);
      const [colour] = readSubject(layer.words).colours;
      const land = colour ? mix(stage.place.land, colour, 0.55) : stage.place.land;
      const own = { ...stage, place: { ...stage.place, land, ...(props.length > 0 ? { props } : {}) } };
      paintPlane(own, { kind: named ?? usual, depth: 0.1 + 0.9 * layer.depth, salt: index });
    }),
  );
}
