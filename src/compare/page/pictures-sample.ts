import { generate } from '../../generate.ts';
import { parsePack } from '../../pack/parse-pack.ts';
import { createPainter } from '../../providers/painter/index.ts';
import type { Manifest } from '../../report/manifest.ts';
import { createMemoryStore } from '../../store/memory.ts';

export interface PaintedRun {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** One run of the sample's pack: every asset type and kind of sheet, small. Styles stand in for the hands of providers. */
export async function paintRun(style: string, seed: number): Promise<PaintedRun> {
  const parsed = parsePack(packText(style), { file: 'limner.yaml', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const store = createMemoryStore();
  await generate(parsed.pack, { providers: [createPainter()], store, seed });
  const manifest = JSON.parse(new TextDecoder().decode(store.files.get('manifest.json'))) as Manifest;
  return { manifest, files: store.files };
}

function packText(style: string): string {
  return `
pack: slime-quest
theme: a damp underground kingdom ruled by slimes
style: ${style}
seed: 7
providers: { default: painter }
assets:
  - { id: slime, type: entity, description: a cute green slime monster with big eyes, shape: circle, width: 64, height: 64 }
  - { id: bat, type: entity, description: a purple bat with spread wings, width: 96, height: 64 }
  - { id: dragon, type: entity, description: a red dragon breathing fire, width: 256, height: 256 }
  - { id: cave, type: background, description: a glowing mushroom cavern, width: 672, height: 384 }
  - { id: logo, type: title_hero, title: Slime Quest, description: dripping slime lettering, width: 512, height: 256 }
  - { id: forest, type: parallax, description: a misty pine forest at dawn, width: 480, height: 270, layers: [sky, far mountains, near ferns] }
  - id: hero
    type: sheet
    kind: sprite
    description: a brave knight
    layout: { type: strip, direction: horizontal, frameCount: 4, cellWidth: 64, cellHeight: 64, spacing: 0, margin: 0 }
    animations: { walk: { frames: 4, fps: 8, loop: true } }
  - id: floor
    type: sheet
    kind: tile
    description: mossy stone floor
    layout: { type: grid, columns: 4, rows: 4, cellWidth: 32, cellHeight: 32, spacing: 0, margin: 0 }
    tileWidth: 32
    tileHeight: 32
  - id: gems
    type: sheet
    kind: variation
    description: a cut gem
    layout: { type: grid, columns: 3, rows: 1, cellWidth: 48, cellHeight: 48, spacing: 2, margin: 2 }
    variants: [{ key: red }, { key: blue }, { key: green }]
  - id: start-button
    type: sheet
    kind: ui_component
    description: a wooden button
    componentType: button
    states: [normal, hover, pressed]
    layout: { type: grid, columns: 1, rows: 3, cellWidth: 96, cellHeight: 32, spacing: 0, margin: 0 }
`;
}
