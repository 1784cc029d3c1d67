import { describe, expect, test } from 'vitest';
import { DAMAGES } from '../../test/damage/index.ts';
import { paintedScenes, paintedSubject, paintedSubjects } from '../../test/damage/pictures.ts';
import { STYLE_NAMES } from '../pack/pack.ts';
import type { Raster } from '../raster/raster.ts';
import { checkPicture } from './index.ts';
import type { MeasuredPicture } from '../measure/picture.ts';

const SUBJECTS = paintedSubjects();
const TINY = STYLE_NAMES.flatMap((style) =>
  ['a slime', 'a key', 'a heart'].flatMap((subject) => [
    paintedSubject(subject, style, [16, 16]),
    paintedSubject(subject, style, [24, 20]),
  ]),
);

function alarms(picture: MeasuredPicture, raster: Raster = picture.raster): readonly string[] {
  const { width, height } = picture.raster;
  const free = picture.alpha === 'cut-out' ? ({ free: 'subject' } as const) : {};
  const colours = picture.isPixelArt ? { mostColours: 64 } : {};
  const gates = checkPicture({ ...picture, raster, width, height, ...free, ...colours });
  return gates.filter(({ status }) => status !== 'pass').map(({ name }) => name);
}

test.each([...SUBJECTS, ...TINY, ...paintedScenes()])('the painter raises no alarm: $name', ({ picture }) => {
  expect(alarms(picture)).toEqual([]);
});

describe.each([
  ['white ring', 'halo'],
  ['magenta ring', 'halo'],
  ['green stain', 'halo'],
  ['crop', 'cut-off'],
  ['fade to transparent', 'transparency'],
  ['fade to flat', 'transparency'],
])('%s', (damage, gate) => {
  test('is caught nearly always when it is strong', () => {
    const missed = SUBJECTS.filter(({ picture }, seed) => {
      const raster = DAMAGES[damage]?.(picture.raster, 0.9, seed);
      return !alarms(picture, raster).includes(gate);
    });
    expect(missed.map(({ name }) => name).slice(Math.floor(SUBJECTS.length / 20))).toEqual([]);
  });
});
