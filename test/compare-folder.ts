import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JudgedComparison, JudgedSample } from '../src/compare/read-comparison.ts';
import { generate } from '../src/generate.ts';
import { createSqliteLedger } from '../src/ledger/sqlite/index.ts';
import { parsePack } from '../src/pack/parse-pack.ts';
import { createPainter } from '../src/providers/painter/index.ts';
import type { Manifest } from '../src/report/manifest.ts';
import { createFsStore } from '../src/store/fs/index.ts';
import { freshFolder } from './run-limner.ts';

export interface CompareFolder {
  /** Holds `compare.json`, the pack, the ledger and the pictures. */
  readonly folder: string;
  readonly comparison: JudgedComparison;
}

const PACK = `
pack: slime-quest
theme: a damp underground kingdom ruled by slimes
style: STYLE
assets:
  - { id: slime, type: entity, description: a cute green slime monster with big eyes, shape: circle, width: 64, height: 64 }
  - { id: potion, type: entity, description: a round glass bottle of red healing potion, width: 48, height: 64 }
  - { id: cave, type: background, description: a glowing blue mushroom cavern with a still lake, width: 320, height: 180 }
  - { id: logo, type: title_hero, title: Slime Quest, description: dripping green letters, width: 256, height: 128 }
  - { id: forest, type: parallax, description: a misty pine forest at dawn, width: 320, height: 180, loop: x, layers: [sky, pines] }
  - id: hero
    type: sheet
    kind: sprite
    description: a small knight in blue armor
    layout: { type: grid, columns: 4, rows: 1, cellWidth: 32, cellHeight: 32 }
    animations: { walk: { frames: 4, fps: 8 } }
`;

const STYLES = ['pixel', 'cartoon', '3d', 'flat', 'painterly'];

/** A comparison in a fresh folder: the painter under several names, which paints for each with another seed and style. */
export async function makeCompareFolder(providers: readonly string[] = ['alpha', 'beta']): Promise<CompareFolder> {
  const folder = freshFolder();
  writeFileSync(join(folder, 'limner.yaml'), PACK.replace('STYLE', 'pixel'));
  mkdirSync(join(folder, '.limner'));
  await createSqliteLedger(join(folder, '.limner', 'ledger.sqlite')).close();
  const samples: JudgedSample[] = [];
  for (const [index, provider] of providers.entries()) samples.push(...(await paint(folder, provider, index)));
  const comparison: JudgedComparison = {
    pack: 'slime-quest',
    packFile: 'limner.yaml',
    state: '.limner',
    background: `${providers[0]}/1/cave.png`,
    providers: providers.map((name) => ({ name })),
    samples,
  };
  writeFileSync(join(folder, 'compare.json'), JSON.stringify(comparison));
  return { folder, comparison };
}

async function paint(folder: string, provider: string, index: number): Promise<readonly JudgedSample[]> {
  const parsed = parsePack(PACK.replace('STYLE', STYLES[index] ?? 'pixel'), { file: 'limner.yaml', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const place = `${provider}/1`;
  await generate(parsed.pack, { providers: [createPainter()], store: createFsStore(join(folder, place)), seed: index });
  const { assets } = JSON.parse(readFileSync(join(folder, place, 'manifest.json'), 'utf8')) as Manifest;
  return assets.map(({ id, type, kind, status, files }) => ({
    id,
    type,
    ...(kind === undefined ? {} : { kind }),
    provider,
    number: 1,
    status,
    files: files.map((file) => ({ ...file, path: `${place}/${file.path}` })),
  }));
}
