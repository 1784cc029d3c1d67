import { describe, expect, test } from 'vitest';
import { DAMAGES } from '../../test/damage/index.ts';
import { HAND_MADE, type NamedPicture, paintedScenes, paintedSubjects } from '../../test/damage/pictures.ts';
import { measurePicture } from './measure-picture.ts';
import type { MeasuredPicture } from './picture.ts';

/** Of the painted ones every fourth: all styles and subjects, but not each in each. */
const SUBJECTS = [...HAND_MADE, ...paintedSubjects().filter((_, index) => index % 4 === 1)];
const SCENES = paintedScenes();
const ALL = [...SUBJECTS, ...SCENES];
/** What has slopes that can be cut into steps. */
const SHADED = ALL.filter(({ name }) => /ball|3d|painterly/.test(name));
/** What can be cut anywhere and shows more the more of it is lost. */
const ROUND = SUBJECTS.filter(({ name }) => /ball|disc|slime/.test(name));

/** What grey stands out from. */
const COLOURFUL = SUBJECTS.filter(({ name }) => /green|outline|slime|dragon/.test(name));

/** Of a halo the colour counts: a ring that is opaque shows no more of it than one that nearly is. */
const SATURATED = 0.08;

const STRENGTHS = [0, 0.3, 0.6, 1];

/** Which metric each kind of damage moves, whereto, and by how much at least. */
const CASES: readonly (readonly [
  damage: string,
  metric: string,
  direction: 1 | -1,
  least: number,
  readonly NamedPicture[],
])[] = [
  ['white stain', 'halo', 1, 3, SUBJECTS],
  ['green stain', 'halo', 1, 3, SUBJECTS],
  ['white ring', 'halo', 1, 15, SUBJECTS],
  ['magenta ring', 'halo', 1, 15, SUBJECTS],
  ['grey ring', 'halo', 1, 6, COLOURFUL],
  ['white stain', 'halo-black', 1, 3, SUBJECTS],
  ['green stain', 'halo-magenta', 1, 3, SUBJECTS],
  ['white ring', 'halo-black', 1, 15, SUBJECTS],
  ['magenta ring', 'halo-white', 1, 15, SUBJECTS],
  ['grey ring', 'halo-magenta', 1, 6, COLOURFUL],
  ['blur', 'sharpness', -1, 0.3, ALL],
  ['crop', 'border-contact', 1, 0.1, ROUND],
  ['crop', 'shift', 1, 0.1, SUBJECTS],
  ['shift', 'shift', 1, 0.08, SUBJECTS],
  ['noise', 'noise', 1, 8, ALL],
  ['banding', 'banding', 1, 2, SHADED],
  ['hole', 'holes', 1, 0.01, SUBJECTS],
  ['fade to flat', 'flatness', 1, 0.5, ALL],
  ['fade to flat', 'contrast', -1, 0.05, SCENES],
  ['fade to transparent', 'flatness', 1, 0.5, ALL],
  ['fade to transparent', 'coverage', -1, 0.1, SUBJECTS],
  ['turned hue', 'palette-distance', 1, 0.5, ALL.filter(({ name }) => !/grey/.test(name))],
  ['foreign colour', 'palette-distance', 1, 10, ALL],
];

describe.each(CASES)('%s moves %s', (damage, metric, direction, least, pictures) => {
  test.each(pictures)('the stronger, the more: $name', ({ picture }) => {
    const values = STRENGTHS.map((strength) => direction * (measureSpoiled(picture, damage, strength)[metric] ?? NaN));
    const [first = NaN, last = NaN] = [values[0], values.at(-1)];
    expect(last - first).toBeGreaterThan(least);
    const slack = (last - first) * (metric === 'halo' ? SATURATED : 0.03);
    for (const [i, value] of values.entries())
      expect(value).toBeGreaterThanOrEqual((values[i - 1] ?? -Infinity) - slack);
  });
});

test.each(Object.entries(DAMAGES))('%s of no strength changes nothing', (_, damage) => {
  for (const { picture } of HAND_MADE) expect(damage(picture.raster, 0, 5)).toEqual(picture.raster);
});

function measureSpoiled(picture: MeasuredPicture, name: string, strength: number): ReturnType<typeof measurePicture> {
  const damage = DAMAGES[name];
  if (!damage) throw new Error(`There is no damage ${name}.`);
  return measurePicture({ ...picture, raster: damage(picture.raster, strength, 5), palette: paletteOf(picture) });
}

/** Its sixteen commonest colours. */
function paletteOf({ raster: { rgba } }: MeasuredPicture): readonly (readonly [number, number, number])[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgba.length; at += 4) {
    if ((rgba[at + 3] ?? 0) < 128) continue;
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at, at + 3);
    const colour = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const common = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 16);
  return common.map(([colour]) => [(colour >> 8) * 16 + 8, ((colour >> 4) & 15) * 16 + 8, (colour & 15) * 16 + 8]);
}
