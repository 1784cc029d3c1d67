import { describe, expect, it } from 'vitest';
import type { ManifestAsset } from './manifest.ts';
import { reportChunks } from './report-html.ts';
import { collectReport, HOSTILE, makeSample, sampleInput } from './report-sample.ts';

const sample = makeSample();
const input = sampleInput(sample);

describe('reportChunks', () => {
  it('yields the head, one card an asset, and the end', async () => {
    const chunks: string[] = [];
    for await (const chunk of reportChunks(input)) chunks.push(chunk);
    expect(chunks).toHaveLength(sample.manifest.assets.length + 2);
    for (const card of chunks.slice(1, -1)) expect(card.match(/<article/g)).toHaveLength(1);
    expect(chunks.at(-1)?.trimEnd().endsWith('</html>')).toBe(true);
  });

  it('escapes whatever users write', async () => {
    const page = await collectReport(input);
    expect(page).not.toContain(HOSTILE);
    expect(page).not.toContain('<script>window');
    expect(page).not.toContain('<img src=x');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain('&lt;/script&gt;&lt;script&gt;window.hacked');
  });

  it('says why an asset failed and what to do next', async () => {
    const page = await collectReport(input);
    expect(page).toContain('The endpoint ran out of memory.');
    expect(page).toContain('Run the command again: only what is missing is made.');
    expect(page).toContain('LIMNER_CALL_FAILED');
  });

  it('embeds pictures up to the limit, links the others and says so', async () => {
    const [first] = sample.manifest.assets;
    const page = await collectReport({ ...input, embedLimitBytes: first?.files[0]?.bytes ?? 0 });
    expect(page.match(/src="data:image\/png/g)).toHaveLength(1);
    expect(page.match(/loading="lazy"/g)).toHaveLength(6);
    expect(page).toContain('The pictures of 4 of 7 assets are shown from the files beside this page');
    expect(await collectReport(input)).not.toContain('beside this page');
  });

  it('links every file by a path that stays beside the page', async () => {
    const page = await collectReport(input);
    expect(page).toContain('href="./odd%20name%20%231.png"');
    expect(page).toContain('href="./forest-layer-2.png"');
    expect(page).toContain('ab'.repeat(32));
  });

  it('says why an asset was painted again, and leads to what was not kept', async () => {
    const page = await collectReport(input);
    expect(page).toContain('2 candidates; the first failed: The picture is blank: every pixel has the same colour.');
    expect(page).toContain('href="./candidates/cave/1/cave.png"');
  });

  it('reads one picture at a time, so that memory stays flat', async () => {
    const template = sample.manifest.assets[0] as ManifestAsset;
    const assets = Array.from({ length: 2000 }, (_, index) => ({ ...template, id: `asset-${index}` }));
    let loads = 0;
    let cards = -1;
    const load = (path: string): Promise<Uint8Array> => {
      loads += 1;
      return input.load(path);
    };
    for await (const chunk of reportChunks({ ...input, load, manifest: { ...sample.manifest, assets } })) {
      expect(chunk.length).toBeLessThan(60_000);
      cards += 1;
      expect(loads).toBe(Math.min(cards, assets.length));
    }
  });

  it('names no file of the machine', async () => {
    expect(await collectReport(input)).not.toMatch(/file:\/\/|\/home\/|\/tmp\/|[A-Z]:\\\\/);
  });
});
