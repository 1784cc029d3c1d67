import { describe, expect, test } from 'vitest';
import { drawGuide } from '../../guide/draw-guide.ts';
import type { GuideSpec } from '../../guide/guide.ts';
import { decodePng, encodePng } from '../../raster/png.ts';
import type { Raster } from '../../raster/raster.ts';
import { FLUX, ScenarioRig, dict, text } from '../../testing/scenario-rig.ts';
import { flatten } from './painting/blend.ts';

const canvas = { width: 160, height: 160, scale: 1, content: { x: 0, y: 0, width: 160, height: 160 } };
const FIGURE = {
  prompt: 'a green slime, a single subject, isolated on a plain white background',
  width: 160,
  height: 160,
};
const SCENE = { prompt: 'an enchanted forest, wide side-scrolling game background scene', width: 256, height: 144 };
const REMOVAL = 'generate/custom/model_photoroom-background-removal';
const LAYERED = 'generate/custom/model_qwen-image-layered';

async function paint(rig: ScenarioRig, path: string, body: unknown): Promise<readonly Raster[]> {
  const ids = await rig.make(path, body);
  return Promise.all(ids.map(async (id) => decodePng(await rig.bytes(id))));
}

async function upload(rig: ScenarioRig, guide: GuideSpec): Promise<string> {
  const image = Buffer.from(encodePng(drawGuide(guide, new Map()))).toString('base64');
  const { json } = await rig.call('POST', 'assets', { body: { image, name: 'guide' } });
  return text(dict(json['asset'])['id']);
}

function alphaAt({ width, rgba }: Raster, x: number, y: number): number | undefined {
  return rgba[(y * width + x) * 4 + 3];
}

function colourAt({ width, rgba }: Raster, x: number, y: number): readonly number[] {
  return [...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
}

/** The largest difference of any channel of any pixel. */
function difference(a: Raster, b: Raster): number {
  return a.rgba.reduce((most, value, i) => Math.max(most, Math.abs(value - (b.rgba[i] ?? 0))), 0);
}

describe('a picture', () => {
  test('has the size that was asked for, and is the same for the same seed alone', async () => {
    await using rig = await ScenarioRig.start();
    const body = { ...FIGURE, width: 192, height: 128, seed: 5 };
    const [first, again, other] = await Promise.all(
      [body, body, { ...body, seed: 6 }].map((each) => paint(rig, FLUX, each)),
    );
    expect(first?.map(({ width, height }) => [width, height])).toEqual([[192, 128]]);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('comes as often as was asked, each another one', async () => {
    await using rig = await ScenarioRig.start();
    const pictures = await paint(rig, FLUX, { ...FIGURE, numOutputs: 3 });
    expect(new Set(pictures.map(({ rgba }) => rgba.join())).size).toBe(3);
  });

  test('stands where the silhouette of its guide is, on the colour the words say', async () => {
    await using rig = await ScenarioRig.start();
    const image = await upload(rig, { kind: 'silhouette', canvas, shape: { kind: 'ellipse' }, chosen: true });
    const [picture] = await paint(rig, FLUX, { ...FIGURE, image, strength: 0.8 });
    if (!picture) throw new Error('no picture');
    expect(colourAt(picture, 2, 2)).toEqual([255, 255, 255]);
    for (const [x, y] of [
      [80, 14],
      [14, 80],
      [146, 80],
      [80, 146],
    ] as const)
      expect(colourAt(picture, x, y)).not.toEqual([255, 255, 255]);
  });

  test('keeps to the cells of a sheet', async () => {
    await using rig = await ScenarioRig.start();
    const cells = [0, 1, 2, 3].map((i) => ({
      key: `${i}`,
      rect: { x: (i % 2) * 80 + 4, y: (i >> 1) * 80 + 4, width: 72, height: 72 },
    }));
    const image = await upload(rig, { kind: 'sheet', canvas, cells });
    const prompt =
      'gems, a sheet of 4 pictures in 2 columns and 2 rows, variants in reading order: ruby; emerald; sapphire; topaz';
    const [sheet] = await paint(rig, FLUX, { ...FIGURE, prompt, image });
    if (!sheet) throw new Error('no picture');
    const gutter = colourAt(sheet, 80, 80);
    for (let y = 0; y < 160; y += 1) expect([y, colourAt(sheet, 80, y)]).toEqual([y, gutter]);
    expect(new Set(cells.map(({ rect }) => colourAt(sheet, rect.x + 36, rect.y + 36).join())).size).toBe(4);
  });

  test('can be transparent from the start', async () => {
    await using rig = await ScenarioRig.start();
    const [picture] = await paint(rig, 'generate/custom/model_openai-gpt-image-2', {
      ...FIGURE,
      background: 'transparent',
    });
    expect(picture && [alphaAt(picture, 1, 1), alphaAt(picture, 80, 110)]).toEqual([0, 255]);
  });
});

test('a background that is removed leaves the subject as it was, and true transparency around it', async () => {
  await using rig = await ScenarioRig.start();
  const [id = ''] = await rig.make(FLUX, FIGURE);
  const whole = decodePng(await rig.bytes(id));
  const [cut] = await paint(rig, REMOVAL, { image: id });
  const [foreign] = await paint(rig, REMOVAL, {
    image: `data:image/png;base64,${Buffer.from(encodePng(whole)).toString('base64')}`,
  });
  for (const picture of [cut, foreign]) {
    expect(picture && [alphaAt(picture, 1, 1), alphaAt(picture, 80, 110)]).toEqual([0, 255]);
    expect(picture && colourAt(picture, 80, 110)).toEqual(colourAt(whole, 80, 110));
  }
  const [coloured] = await paint(rig, REMOVAL, { image: id, backgroundColor: '#ff0000' });
  expect(coloured && colourAt(coloured, 1, 1)).toEqual([255, 0, 0]);
});

describe('layers', () => {
  test.each([2, 5, 8])(
    'are %d, the farthest opaque and the others cut out, and together the scene',
    async (numLayers) => {
      await using rig = await ScenarioRig.start();
      const [id = ''] = await rig.make(FLUX, SCENE);
      const layers = await paint(rig, LAYERED, { image: id, numLayers });
      expect(layers).toHaveLength(numLayers);
      const opaque = layers.map(({ rgba }) => rgba.every((value, i) => i % 4 !== 3 || value === 255));
      expect(opaque).toEqual(layers.map((_, index) => index === 0));
      expect(layers.every(({ rgba }) => rgba.some((value, i) => i % 4 === 3 && value > 0))).toBe(true);
      expect(difference(flatten(layers), decodePng(await rig.bytes(id)))).toBeLessThanOrEqual(3);
    },
  );

  test('of a picture from outside are that picture as well', async () => {
    await using rig = await ScenarioRig.start();
    const image = await upload(rig, { kind: 'silhouette', canvas, shape: { kind: 'ellipse' }, chosen: true });
    const layers = await paint(rig, LAYERED, { image });
    expect(layers).toHaveLength(4);
    expect(flatten(layers)).toEqual(decodePng(await rig.bytes(image)));
  });
});
