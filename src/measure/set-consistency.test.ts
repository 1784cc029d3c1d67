import { expect, test } from 'vitest';
import { paintSheetSample } from '../../test/measured-samples.ts';
import { STYLE_NAMES, type StyleName } from '../pack/pack.ts';
import { measureSet, type PictureSummary, summarisePicture } from './set-consistency.ts';

const SUBJECTS = ['a potion', 'a sword', 'a mushroom', 'a faceted gem', 'a shield'];

function summaries(styleOf: (i: number) => StyleName): PictureSummary[] {
  return Array.from({ length: 10 }, (_, i) =>
    summarisePicture(
      paintSheetSample({
        kind: 'variation',
        seed: 10 + i,
        cell: 48,
        style: styleOf(i),
        subject: SUBJECTS[i % 5] ?? '',
      }),
    ),
  ).filter((summary) => summary !== undefined);
}

const mixed = summaries((i) => STYLE_NAMES[i % STYLE_NAMES.length] ?? 'flat');

test.each(STYLE_NAMES)('pictures all in the style %s are more of one hand than a mixture of styles', (style) => {
  const alike = measureSet(summaries(() => style));
  expect(alike['set-stroke']).toBeLessThan(measureSet(mixed)['set-stroke'] ?? 0);
});

test('the more pictures are tinted, the more colours are spread', () => {
  const picture = paintSheetSample({ kind: 'tile', seed: 4, cell: 32, subject: 'stone wall' });
  const tinted = (strength: number): PictureSummary[] =>
    [0, 1, 2, 3]
      .map((i) => {
        const rgba = picture.raster.rgba.map((value, at) => (at % 4 === i % 3 ? value * (1 - strength) : value));
        return summarisePicture({ ...picture, raster: { ...picture.raster, rgba } });
      })
      .filter((summary) => summary !== undefined);
  const spread = [0, 0.2, 0.4, 0.6, 0.8].map((strength) => measureSet(tinted(strength))['set-colour'] ?? -1);
  expect(spread[0]).toBe(0);
  for (let i = 1; i < spread.length; i++) expect(spread[i]).toBeGreaterThan(spread[i - 1] ?? 0);
});

test('a summary is small plain data', () => {
  const [summary] = mixed;
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  expect(JSON.stringify(summary).length).toBeLessThan(600);
});

test('one picture is no set, and nothing has no summary', () => {
  expect(measureSet(mixed.slice(0, 1))).toEqual({});
  const picture = paintSheetSample({ kind: 'sprite', seed: 1 });
  const rgba = new Uint8Array(picture.raster.rgba.length);
  expect(summarisePicture({ ...picture, raster: { ...picture.raster, rgba } })).toBeUndefined();
});
