import { mix } from '../colour.ts';
import { box, join, polygon, smooth } from '../geometry.ts';
import { createRandom } from '../random.ts';
import { curve } from '../stroke.ts';
import type { PlaneKind } from '../vocabulary/biomes.ts';
import type { Brush, Plane } from './plane.ts';
import { deeper } from './plane.ts';
import { paintNebulaPlane } from './nebula.ts';
import { scatterProps } from './props.ts';
import { paintStars } from './sky.ts';
import type { Stage } from './stage.ts';
import { fillAround, fillLand, inAir, skyline, wavesFor } from './stage.ts';
import { crownShape, paintCity, paintClouds, paintTreeLine, pineShape } from './tall-planes.ts';

export function paintPlane(stage: Stage, plane: Plane): void {
  const land = inAir(stage, stage.place.land, plane.depth);
  PLANES[plane.kind](stage, {
    ...plane,
    land,
    ground: 50 + plane.depth * 38,
    random: createRandom(stage.seed + plane.salt * 7919),
  });
}

const PLANES: Readonly<Record<PlaneKind, (stage: Stage, brush: Brush) => void>> = {
  mountains: (stage, { land, ground, salt }) => {
    const waves = wavesFor(stage, 44);
    const peak = (x: number) => {
      const noise = skyline(stage, x, waves, salt, 4);
      return ground + 6 - 74 * (0.62 - Math.abs(noise - 0.5) * 2) * 0.6;
    };
    fillLand(stage, peak, deeper(mix(land, [96, 98, 140], 0.35)));
  },
  hills: (stage, { land, ground, salt }) => {
    const waves = wavesFor(stage, 56);
    fillLand(stage, (x) => ground - 3 - 15 * (skyline(stage, x, waves, salt, 1) - 0.5), deeper(land));
  },
  dunes: (stage, { land, ground, salt }) => {
    const waves = wavesFor(stage, 64);
    fillLand(stage, (x) => ground - 26 * Math.abs(skyline(stage, x, waves, salt, 1) - 0.5) + 3, deeper(land));
  },
  waves: (stage, { land, ground, salt }) => {
    const count = wavesFor(stage, 9, 4);
    const swell = (x: number) =>
      Math.abs(Math.round(Math.sin((x / stage.span) * Math.PI * count + salt) * 4096) / 4096);
    fillLand(stage, (x) => ground - 2 - 1.7 * swell(x), deeper(mix(land, [255, 255, 255], 0.14)));
    fillLand(stage, (x) => ground + 1 - 1.7 * swell(x + 1.4), deeper(land));
  },
  city: paintCity,
  pines: (stage, brush) => paintTreeLine(stage, brush, pineShape),
  trees: (stage, brush) => paintTreeLine(stage, brush, crownShape),
  clouds: paintClouds,
  rocks: (stage, { land, ground, salt }) => {
    const waves = wavesFor(stage, 22, 3);
    fillLand(
      stage,
      (x) => ground + 8 - 34 * Math.abs(skyline(stage, x, waves, salt, 3) - 0.45),
      deeper(mix(land, [70, 62, 96], 0.25)),
    );
  },
  grass: (stage, { land, random, depth }) => {
    const level = 84 + depth * 8;
    fillLand(
      stage,
      (x) => level - 2 * skyline(stage, x, wavesFor(stage, 40), 5, 1),
      deeper(mix(land, [16, 30, 40], 0.25)),
    );
    const colour = mix(land, [16, 30, 40], 0.25);
    for (let x = 0; x < stage.span; x += random.range(1.4, 2.6)) {
      const [tall, lean] = [random.range(4, 9), random.range(-2, 2)];
      fillAround(stage, polygon(x - 0.8, level + 2, x + lean, level - tall, x + 0.8, level + 2), colour);
    }
  },
  stalactites: (stage, { land, random, depth, salt }) => {
    const waves = wavesFor(stage, 30, 3);
    const roof = (x: number) => 4 + depth * 6 + 12 * skyline(stage, x, waves, salt + 3, 2);
    const path = join(...Array.from({ length: Math.ceil(stage.span) }, (_, x) => box(x - 0.2, -40, 1.6, 40 + roof(x))));
    for (const piece of path) fillAround(stage, [piece], land);
    for (let x = 0; x < stage.span - 5; x += random.range(6, 15)) {
      const [wide, long] = [random.range(2, 4.6), random.range(10, 26) * (0.7 + depth * 0.5)];
      fillAround(
        stage,
        polygon(x - wide, roof(x) - 6, x + wide, roof(x) - 6, x + random.range(-0.8, 0.8), roof(x) + long),
        land,
      );
    }
    fillLand(stage, (x) => 98 - depth * 6 - 8 * skyline(stage, x, waves, salt, 2), deeper(land));
  },
  weeds: (stage, { land, random, ground }) => {
    const colour = mix(land, [60, 160, 110], 0.35);
    fillLand(
      stage,
      (x) => ground + 6 - 4 * skyline(stage, x, wavesFor(stage, 40), 9, 1),
      deeper(mix(land, [220, 200, 150], 0.12)),
    );
    for (let x = 0; x < stage.span; x += random.range(5, 13)) {
      const [tall, sway] = [random.range(16, 40), random.range(2, 5)];
      fillAround(
        stage,
        curve(
          1.6,
          x,
          ground + 8,
          x - sway,
          ground - tall * 0.3,
          x + sway,
          ground - tall * 0.6,
          x - sway * 0.4,
          ground - tall,
        ),
        colour,
      );
    }
  },
  ruins: (stage, { land, random, ground, depth }) => {
    const colour = mix(land, [110, 104, 130], 0.4);
    fillLand(stage, () => ground + 2, deeper(colour));
    for (let x = random.range(4, 14); x < stage.span - 8; x += random.range(16, 34)) {
      const [wide, tall] = [random.range(6, 11) * (0.6 + depth * 0.5), random.range(16, 34) * (0.6 + depth * 0.4)];
      const top = ground - tall;
      const crown = join(...[0, 0.4, 0.8].map((share) => box(x - wide * 0.1 + wide * share, top - 2.6, wide * 0.3, 4)));
      fillAround(stage, box(x, top, wide, tall + 6), colour);
      fillAround(stage, join(box(x - wide * 0.1, top, wide * 1.2, 3), crown), colour);
      if (random.integer(2) === 0)
        fillAround(
          stage,
          polygon(x - wide * 0.15, top - 2, x + wide / 2, top - wide * 1.3, x + wide * 1.15, top - 2),
          mix(colour, [150, 50, 70], 0.5),
        );
      fillAround(stage, box(x + wide * 0.38, top + 7, wide * 0.24, 4, 1), [255, 216, 130], 0.9);
    }
  },
  drift: (stage, { land, random, depth }) => {
    for (let i = 0; i < 9 + depth * 6; i++) {
      const [x, y, size] = [random.range(0, stage.span), random.range(12, 92), random.range(0.7, 2.6)];
      fillAround(
        stage,
        smooth(
          x - size,
          y,
          x - size * 0.3,
          y - size,
          x + size,
          y - size * 0.5,
          x + size * 0.8,
          y + size * 0.7,
          x - size * 0.4,
          y + size * 0.8,
        ),
        mix(land, [140, 130, 160], 0.35),
      );
    }
  },
  nebula: paintNebulaPlane,
  stars: (stage) => paintStars(stage, 90),
  props: (stage, brush) => scatterProps(stage, brush),
};
