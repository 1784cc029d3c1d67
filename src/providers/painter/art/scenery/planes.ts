import { mix } from '../colour.ts';
import { box, join, polygon } from '../geometry.ts';
import { createRandom } from '../random.ts';
import type { PlaneKind } from '../vocabulary/planes.ts';
import { paintBirds, paintClouds, paintDrift, paintIslands, paintMist } from './air-planes.ts';
import { paintFence, paintGraves, paintLamps, paintRuins } from './built-planes.ts';
import { paintLava, paintVolcano } from './fire-planes.ts';
import { paintDungeon, paintFloor, paintHall, paintPillars } from './indoor-planes.ts';
import { paintNebulaPlane } from './nebula.ts';
import type { Brush, Plane } from './plane.ts';
import { deeper } from './plane.ts';
import * as plants from './plant-planes.ts';
import { scatterProps } from './props.ts';
import { paintMesas, paintMountains } from './rock-planes.ts';
import { paintDisc, paintStars } from './sky.ts';
import type { Stage } from './stage.ts';
import { fillAround, fillLand, inAir, skyline, wavesFor } from './stage.ts';
import * as trees from './tree-planes.ts';
import { paintCity, paintTowers, paintVillage } from './town-planes.ts';
import { paintPond, paintRays, paintReef, paintSea, paintWaves } from './water-planes.ts';
import { paintWeather } from './weather.ts';

export function paintPlane(stage: Stage, plane: Plane): void {
  const land = inAir(stage, stage.place.land, plane.depth);
  PLANES[plane.kind](stage, {
    ...plane,
    land,
    ground: 50 + plane.depth * 38,
    random: createRandom(stage.seed + plane.salt * 7919),
  });
}

type PlanePainter = (stage: Stage, brush: Brush) => void;

const PLANES: Readonly<Record<PlaneKind, PlanePainter>> = {
  mountains: paintMountains,
  mesas: paintMesas,
  volcano: paintVolcano,
  lava: paintLava,
  hills: (stage, { land, ground, salt }) => {
    const waves = wavesFor(stage, 56);
    fillLand(stage, (x) => ground - 3 - 15 * (skyline(stage, x, waves, salt, 1) - 0.5), deeper(land));
  },
  dunes: (stage, { land, ground, salt }) => {
    const waves = wavesFor(stage, 64);
    fillLand(stage, (x) => ground - 26 * Math.abs(skyline(stage, x, waves, salt, 1) - 0.5) + 3, deeper(land));
  },
  shore: (stage, { land, ground, salt }) => {
    const { tint, dim } = stage.place;
    const sand = mix(mix([238, 214, 158], tint, dim), land, 0.12);
    const edge = (x: number): number => ground - 2 - 9 * (skyline(stage, x, wavesFor(stage, 60), salt, 1) - 0.5);
    fillLand(stage, (x) => edge(x) - 2.4, deeper(mix([244, 252, 255], tint, dim)));
    fillLand(stage, edge, deeper(sand));
  },
  sea: paintSea,
  waves: paintWaves,
  pond: paintPond,
  city: paintCity,
  village: paintVillage,
  towers: paintTowers,
  pines: (stage, brush) => trees.paintTreeLine(stage, brush, trees.pineShape),
  trees: (stage, brush) => trees.paintTreeLine(stage, brush, trees.crownShape),
  deadtrees: trees.paintDeadTrees,
  palms: trees.paintPalms,
  clouds: paintClouds,
  mist: paintMist,
  rocks: (stage, { land, ground, salt }) => {
    const waves = wavesFor(stage, 22, 3);
    fillLand(
      stage,
      (x) => ground + 8 - 34 * Math.abs(skyline(stage, x, waves, salt, 3) - 0.45),
      deeper(mix(land, [70, 62, 96], 0.25)),
    );
  },
  grass: plants.paintGrass,
  ferns: plants.paintFerns,
  reeds: plants.paintReeds,
  vines: plants.paintVines,
  stalactites: paintStalactites,
  weeds: plants.paintWeeds,
  reef: paintReef,
  rays: paintRays,
  ruins: paintRuins,
  hall: paintHall,
  dungeon: paintDungeon,
  pillars: paintPillars,
  floor: paintFloor,
  graves: paintGraves,
  lamps: paintLamps,
  fence: paintFence,
  islands: paintIslands,
  birds: paintBirds,
  drift: paintDrift,
  nebula: paintNebulaPlane,
  stars: (stage) => paintStars(stage, 90),
  disc: (stage) => paintDisc(stage, stage.place.light === 'moon' || stage.place.light === 'stars' ? 'moon' : 'sun'),
  weather: (stage) => paintWeather({ ...stage, place: { ...stage.place, weather: stage.place.weather ?? 'rain' } }),
  props: scatterProps,
};

/** A roof of rock with teeth, and a floor to it. */
function paintStalactites(stage: Stage, { land, random, depth, salt }: Brush): void {
  const waves = wavesFor(stage, 30, 3);
  const roof = (x: number): number => 4 + depth * 6 + 12 * skyline(stage, x, waves, salt + 3, 2);
  const path = join(...Array.from({ length: Math.ceil(stage.span) }, (_, x) => box(x - 0.2, -40, 1.6, 40 + roof(x))));
  for (const piece of path) fillAround(stage, [piece], land);
  for (let x = 0; x < stage.span - 5; x += random.range(6, 15)) {
    const [wide, long] = [random.range(2, 4.6), random.range(10, 26) * (0.7 + depth * 0.5)];
    const tip = x + random.range(-0.8, 0.8);
    fillAround(stage, polygon(x - wide, roof(x) - 6, x + wide, roof(x) - 6, tip, roof(x) + long), land);
    fillAround(
      stage,
      polygon(x - wide * 0.6, roof(x) + 1, x - wide * 0.1, roof(x) + 1, tip, roof(x) + long),
      mix(land, stage.place.skyBottom, 0.18),
    );
  }
  fillLand(stage, (x) => 98 - depth * 6 - 8 * skyline(stage, x, waves, salt, 2), deeper(land));
}
