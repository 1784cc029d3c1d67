import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/pipeline/events.ts';
import type { PlanReport } from '../../src/plan/describe-plan.ts';
import { decodePng } from '../../src/raster/png.ts';
import type { Raster } from '../../src/raster/raster.ts';
import type { Manifest, ManifestAsset } from '../../src/report/manifest.ts';
import type { ParallaxMetadata, SheetMetadata } from '../../src/sheet/metadata.ts';
import { sliceCells } from '../../src/sheet/slice.ts';
import { freshFolder, readLines, runLimner } from '../run-limner.ts';
import { ROOT } from '../source-files.ts';

const MATCH_3 = join(ROOT, 'examples/match-3');
const EXAMPLES = ['slime-quest', 'space-shooter', 'match-3'];

describe.each(EXAMPLES)('the example %s', (name) => {
  const home = freshFolder();
  const out = join(home, 'out');
  let events: readonly RunEvent[] = [];
  let manifest: Manifest;
  const keepsBackground = (id: string): boolean =>
    new RegExp(`id: ${id}\\b[^{}]*keepBackground: true`).test(
      readFileSync(join(ROOT, 'examples', name, 'limner.yaml'), 'utf8').replaceAll('\n  - ', '{}'),
    );
  const picture = (path: string): Raster => decodePng(readFileSync(join(out, path)));
  const done = (): readonly ManifestAsset[] => manifest.assets;

  beforeAll(async () => {
    cpSync(join(ROOT, 'examples', name), join(home, name), {
      recursive: true,
      filter: (path) => !path.includes('.limner'),
    });
    const { code, stdout, stderr } = await runLimner(['generate', name, '--out', out, '--json'], { cwd: home });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    events = readLines<RunEvent>(stdout);
    manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
  });

  test('tells of each asset once, and ends with the sums', () => {
    const ids = events.flatMap((event) => (event.type === 'asset-done' ? [event.id] : []));
    expect([...ids].sort()).toEqual(
      done()
        .map(({ id }) => id)
        .sort(),
    );
    expect(events.at(-1)).toMatchObject({
      type: 'run-done',
      made: ids.length,
      cached: 0,
      failed: 0,
      refused: 0,
      exitCode: 0,
      cost: { usd: 0 },
    });
  });

  test('lists every file with its hash, its bytes and its size, and leaves no other', () => {
    const listed = done().flatMap(({ files }) => files);
    for (const file of listed) {
      const bytes = readFileSync(join(out, file.path));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
      expect(bytes.length).toBe(file.bytes);
      if (file.role !== 'metadata')
        expect(picture(file.path)).toMatchObject({ width: file.width, height: file.height });
    }
    expect(readdirSync(out).sort()).toEqual([...listed.map(({ path }) => path), 'manifest.json', 'report.html'].sort());
  });

  test('cuts out what must be cut out, and fills what must be full', () => {
    for (const asset of done()) {
      for (const file of asset.files.filter(({ role }) => role !== 'metadata')) {
        const alphas = alphaValues(picture(file.path));
        const isOpaque = asset.type === 'background' || file.layer === 0 || keepsBackground(asset.id);
        if (isOpaque) expect([...alphas], file.path).toEqual([255]);
        else if (asset.type !== 'sheet') expect(alphas.has(0) && alphas.has(255), file.path).toBe(true);
      }
    }
  });

  test('fills every region of a sheet, and neighbours differ', () => {
    for (const asset of done().filter(({ type }) => type === 'sheet')) {
      const { entries, image } = JSON.parse(readFileSync(join(out, `${asset.id}.json`), 'utf8')) as SheetMetadata;
      const cells = sliceCells(picture(image), Object.values(entries)).map(({ rgba }) =>
        Buffer.from(rgba).toString('base64'),
      );
      const rects = new Set(Object.values(entries).map((rect) => JSON.stringify(rect)));
      expect(new Set(cells).size, asset.id).toBe(rects.size);
    }
  });

  test('gives a parallax its layers in order', () => {
    for (const asset of done().filter(({ type }) => type === 'parallax')) {
      const { layers } = JSON.parse(readFileSync(join(out, `${asset.id}.json`), 'utf8')) as ParallaxMetadata;
      expect(layers.map(({ image }) => image)).toEqual(
        asset.files.filter(({ role }) => role === 'layer').map(({ path }) => path),
      );
      expect(layers.every(({ speed }, index) => index === 0 || speed > (layers[index - 1]?.speed ?? 0))).toBe(true);
    }
  });

  test('passes its own gates', () => {
    expect(
      done().flatMap(({ id, gates }) => gates.filter(({ status }) => status !== 'pass').map((gate) => [id, gate])),
    ).toEqual([]);
  });

  test('makes nothing again, and after one changed description exactly that', async () => {
    const plan = async (): Promise<PlanReport> =>
      JSON.parse((await runLimner(['plan', name, '--out', out, '--json'], { cwd: home })).stdout) as PlanReport;
    expect(await plan()).toMatchObject({ toMake: 0, cached: done().length, refused: 0, calls: 0, usd: 0 });
    const file = join(home, name, 'limner.yaml');
    const text = readFileSync(file, 'utf8');
    const changed = text.replace(/description: /, 'description: shiny ');
    expect(changed).not.toBe(text);
    writeFileSync(file, changed);
    expect(await plan()).toMatchObject({ toMake: 1, cached: done().length - 1 });
    writeFileSync(file, text);
  });

  test('brings back from the cache what was deleted', async () => {
    const path = done()[0]?.files[0]?.path ?? '';
    const before = readFileSync(join(out, path));
    rmSync(join(out, path));
    const { code, stdout } = await runLimner(['generate', name, '--out', out, '--json'], { cwd: home });
    expect(code).toBe(0);
    expect(readLines<RunEvent>(stdout).at(-1)).toMatchObject({ made: 0, cached: done().length, calls: 0 });
    expect(readFileSync(join(out, path)).equals(before)).toBe(true);
  });
});

test('makes the same bytes in another place, whatever the concurrency', async () => {
  const runs = await Promise.all(
    ['1', '8'].map(async (concurrency) => {
      const home = freshFolder();
      expect((await runLimner([...generateMatch3(home), '--concurrency', concurrency])).code).toBe(0);
      return join(home, 'o');
    }),
  );
  const [one = '', other = ''] = runs;
  for (const path of readdirSync(one).filter((file) => !/^(manifest|report)\./.test(file))) {
    expect(readFileSync(join(one, path)).equals(readFileSync(join(other, path))), path).toBe(true);
  }
  expect(timeless(one)).toEqual(timeless(other));
});

test('makes only what --only names, and keeps the rest in the manifest', async () => {
  const home = freshFolder();
  const common = generateMatch3(home);
  const ids = (JSON.parse((await runLimner(['plan', MATCH_3, '--json'])).stdout) as PlanReport).assets.map(
    ({ id }) => id,
  );
  const [first = '', second = ''] = ids;
  expect((await runLimner([...common, '--only', first])).code).toBe(0);
  expect((await runLimner([...common, '--only', second])).code).toBe(0);
  const manifest = JSON.parse(readFileSync(join(home, 'o/manifest.json'), 'utf8')) as Manifest;
  expect(manifest.assets.map(({ id }) => id)).toEqual([first, second]);
  const typo = await runLimner([...common, '--only', `${first}x`]);
  expect(typo.code).toBe(2);
  expect(typo.stderr).toContain(`Did you mean "${first}"?`);
});

test('another seed gives other pictures, and none of the old ones are lost', async () => {
  const home = freshFolder();
  const common = [...generateMatch3(home), '--json'];
  await runLimner(common);
  const other = readLines<RunEvent>((await runLimner([...common, '--seed', '99'])).stdout).at(-1);
  expect(other).toMatchObject({ type: 'run-done', cached: 0 });
  const back = readLines<RunEvent>((await runLimner(common)).stdout).at(-1);
  expect(back).toMatchObject({ type: 'run-done', made: 0 });
});

test('refuses what no provider can make before anything is spent, and makes the rest', async () => {
  const home = freshFolder();
  const args = [...generateMatch3(home), '--provider', 'background=scenario', '--json'];
  const { code, stdout } = await runLimner(args);
  expect(code).toBe(3);
  const manifest = JSON.parse(readFileSync(join(home, 'o/manifest.json'), 'utf8')) as Manifest;
  const background = manifest.assets.find(({ type }) => type === 'background');
  expect(background).toMatchObject({
    status: 'refused',
    provider: 'scenario',
    error: { code: 'LIMNER_PROVIDER_UNAVAILABLE' },
  });
  expect(manifest.assets.filter(({ status }) => status === 'done').length).toBeGreaterThan(3);
  expect(readLines<RunEvent>(stdout).at(-1)).toMatchObject({ type: 'run-done', exitCode: 3 });
  expect(existsSync(join(home, 'o/report.html'))).toBe(true);
});

/** Into `o` and `s` of a folder. */
function generateMatch3(home: string): readonly string[] {
  return ['generate', MATCH_3, '--out', join(home, 'o'), '--state', join(home, 's')];
}

function alphaValues({ rgba }: Raster): ReadonlySet<number> {
  const alphas = new Set<number>();
  for (let i = 3; i < rgba.length; i += 4) alphas.add(rgba[i] ?? 0);
  return alphas;
}

/** A manifest without what may differ between two runs. */
function timeless(out: string): unknown {
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
  const { startedAt: _startedAt, finishedAt: _finishedAt, ...rest } = manifest;
  return { ...rest, assets: manifest.assets.map(({ timings: _timings, ...asset }) => asset) };
}
