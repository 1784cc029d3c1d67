import { parsePack } from '../src/pack/parse-pack.ts';
import { buildJob } from '../src/plan/build-job.ts';
import { BIOMES as PLACES } from '../src/providers/painter/art/vocabulary/biomes.ts';
import { createPainter } from '../src/providers/painter/index.ts';
import type { ImageJob } from '../src/providers/provider.ts';
import { type Figure, medianMs, ms } from './figure.ts';

const NOUNS = ['slime', 'bat', 'gem', 'potion', 'tree', 'robot', 'key', 'star', 'dragon', 'sword', 'ghost', 'castle'];

const BIOMES = Object.keys(PLACES);

export async function measurePainter(): Promise<readonly Figure[]> {
  const painter = createPainter();
  const { signal } = new AbortController();
  const capabilities = await painter.probe({ signal });
  const readBlob = async (): Promise<Uint8Array> => new Uint8Array();
  const jobs = async (text: string): Promise<readonly ImageJob[]> => {
    const parsed = parsePack(text, { file: 'bench.yaml', format: 'yaml' });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.pack.assets.map((asset) =>
      buildJob(asset, { pack: parsed.pack, imageHashes: new Map() }, capabilities),
    );
  };
  const paint = async (job: ImageJob): Promise<void> => {
    const ticket = await painter.submit(job, { callId: 'bench', claimedAt: 0, signal, readBlob });
    const state = await painter.poll(ticket, { signal, readBlob });
    if (state.phase !== 'done') throw new Error(`The painter is ${state.phase}.`);
  };

  const figures: Figure[] = [];
  for (const style of ['pixel', 'cartoon', 'flat', '3d', 'painterly']) {
    const sprites = await jobs(
      `pack: b\nstyle: ${style}\nassets:\n${NOUNS.map((noun) => `  - { id: ${noun}, type: entity, description: a ${noun}, width: 512, height: 512 }`).join('\n')}\n`,
    );
    for (const job of sprites) await paint(job);
    const startedAt = performance.now();
    for (const job of sprites) await paint(job);
    const perSecond = (sprites.length * 1000) / (performance.now() - startedAt);
    figures.push({
      subject: `painter, 512×512 sprites, ${style}, PNG included`,
      measured: `${perSecond.toFixed(1)} a second`,
      target: '20 a second',
      met: perSecond >= 20,
    });
  }
  const scenes = await jobs(
    `pack: b\nstyle: cartoon\nassets:\n${BIOMES.map((biome) => `  - { id: ${biome}, type: background, description: a ${biome} at dawn, width: 1344, height: 768 }`).join('\n')}\n`,
  );
  const times: (readonly [biome: string, took: number])[] = [];
  for (const [index, scene] of scenes.entries())
    times.push([BIOMES[index] ?? '', await medianMs(5, () => paint(scene))]);
  const [biome = '', took = 0] = times.toSorted((a, b) => b[1] - a[1])[0] ?? [];
  figures.push({
    subject: `painter, 1344×768 background, the slowest of ${times.length} biomes (${biome}), PNG included`,
    measured: ms(took),
    target: '150 ms',
    met: took <= 150,
  });
  return figures;
}
