import { expect, test } from 'vitest';
import { type GenerateOptions, generate } from '../../src/generate.ts';
import { createMemoryLedger } from '../../src/ledger/memory.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { parsePack } from '../../src/pack/parse-pack.ts';
import type { RunEvent } from '../../src/pipeline/events.ts';
import { createPainter } from '../../src/providers/painter/index.ts';
import { createRunpod } from '../../src/providers/runpod/index.ts';
import { pause } from '../../src/providers/pause.ts';
import type { Manifest, ManifestAsset } from '../../src/report/manifest.ts';
import type { RunpodServer } from '../../src/rehearsal/runpod/server.ts';
import { createMemoryBlobs, createMemoryStore } from '../../src/store/memory.ts';
import { HASTE, HASTY_CLOCK, onSmallCanvas, startHastyEndpoint } from './faulty-run.ts';

/** Who takes over; any provider that needs nothing but this process will do. */
const OTHER = createPainter();
const DONE_BEFORE = 6;

function packOf(providers: string): Pack {
  const assets = Array.from({ length: 8 }, (_, i) => [
    `  - { id: icon${i}, type: entity, description: a gem number ${i}, width: 32, height: 32 }`,
    `  - { id: wall${i}, type: background, description: a wall number ${i}, width: 64, height: 64 }`,
    `  - { id: hills${i}, type: parallax, description: hills number ${i}, width: 64, height: 32, layers: [sky, hills, grass] }`,
    `  - id: eggs${i}
    type: sheet
    kind: variation
    description: an egg number ${i}
    layout: { type: grid, columns: 2, rows: 1, cellWidth: 16, cellHeight: 16 }
    variants: [{ key: red }, { key: blue }]`,
  ]);
  const text = `pack: dies\nstyle: pixel\nproviders: ${providers}\nfallback: [${OTHER.name}]\nassets:\n${assets.flat().join('\n')}\n`;
  const parsed = parsePack(text, { file: 'limner.yaml', format: 'yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

function scene(): Pick<GenerateOptions, 'ledger' | 'blobs' | 'clock'> & {
  readonly ledger: ReturnType<typeof createMemoryLedger>;
  readonly store: ReturnType<typeof createMemoryStore>;
} {
  return { ledger: createMemoryLedger(), blobs: createMemoryBlobs(), store: createMemoryStore(), clock: HASTY_CLOCK };
}

const textOf = (store: ReturnType<typeof createMemoryStore>, path: string): string =>
  new TextDecoder().decode(store.files.get(path));
const picturesOf = ({ files }: ManifestAsset): readonly string[] => files.map(({ sha256 }) => sha256);

/**
 * Stops the endpoint once all it may have is under way and nothing moves any more: a submission that is cut off on its way is of
 * unknown fate, which is another story. Gives what it has taken.
 */
async function die(server: RunpodServer, events: readonly RunEvent[], takenBefore: number): Promise<number> {
  server.admin.setFaults([{ fault: 'never-ending-run' }]);
  const taken = (): number => server.admin.counters().total.submitsAccepted - takenBefore;
  const count = (type: string): number => events.filter((event) => event.type.startsWith(type)).length;
  // Many short looks: what is under way gets its turn between any two of them, however late they come.
  for (let [calm, before] = [0, -1]; calm < 40;) {
    await pause(10, new AbortController().signal);
    calm = before === count('call-') && taken() === count('call-start') ? calm + 1 : 0;
    before = count('call-');
  }
  const all = taken();
  await server.stop();
  return all;
}

test('every asset is made when the endpoint dies in the middle of a run, and it is told who made what and why', async () => {
  const server = await startHastyEndpoint();
  const custom = onSmallCanvas(createRunpod({ ...HASTE, baseUrl: server.baseUrl }));
  await custom.probe({ signal: new AbortController().signal });
  const before = server.admin.counters().total.submitsAccepted;
  const { store, ...rest } = scene();
  const events: RunEvent[] = [];
  let death: Promise<number> | undefined;
  const onEvent = (event: RunEvent): void => {
    events.push(event);
    if (events.filter(({ type }) => type === 'asset-done').length === DONE_BEFORE)
      death ??= die(server, events, before);
  };

  const summary = await generate(packOf('comfyui-custom'), {
    ...rest,
    store,
    providers: [custom, OTHER],
    onEvent,
  });
  const accepted = (await death) ?? 0;

  const { assets } = JSON.parse(textOf(store, 'manifest.json')) as Manifest;
  const fallen = assets.filter(({ provider }) => provider === OTHER.name);
  const stayed = assets.filter(({ provider }) => provider === custom.name);
  expect(summary).toMatchObject({ status: 'done', made: 32, failed: 0, refused: 0, exitCode: 0 });
  expect(stayed.length).toBeGreaterThanOrEqual(DONE_BEFORE);
  expect(fallen.length).toBeGreaterThanOrEqual(10);
  expect(stayed.length + fallen.length).toBe(32);

  for (const { fallback } of stayed) expect(fallback).toBeUndefined();
  for (const { fallback } of fallen)
    expect(fallback).toEqual({ from: custom.name, reason: expect.stringContaining('cannot be reached') as string });
  expect(events.filter(({ type }) => type === 'fallback')).toHaveLength(fallen.length);
  expect(summary.fallbacks).toMatchObject([{ from: custom.name, to: OTHER.name, assets: fallen.length }]);
  expect(textOf(store, 'report.html')).toContain(`${fallen.length} assets fell back from comfyui-custom to painter`);

  const calls = await rest.ledger.calls.list({ limit: 1000 });
  const sent = calls.filter(({ provider, state }) => provider === custom.name && state !== 'refused');
  expect(sent).toHaveLength(accepted);
  for (const { id } of fallen) {
    const theirs = calls.filter(({ asset, provider }) => asset === id && provider === OTHER.name);
    expect(theirs.map(({ state }) => state)).toEqual(['done']);
  }
  for (const { id, type } of stayed) {
    const theirs = calls.filter(({ asset }) => asset === id).map(({ state }) => state);
    expect(theirs).toEqual(Array.from({ length: type === 'parallax' ? 3 : 1 }, () => 'done'));
  }

  const whole = scene();
  await generate(packOf(OTHER.name), { ...whole, providers: [OTHER] });
  const pure = (JSON.parse(textOf(whole.store, 'manifest.json')) as Manifest).assets;
  for (const asset of fallen)
    expect(picturesOf(asset)).toEqual(picturesOf(pure.find(({ id }) => id === asset.id) ?? asset));
  for (const asset of stayed.filter(({ type }) => type === 'parallax')) {
    const others = new Set(picturesOf(pure.find(({ id }) => id === asset.id) ?? asset).slice(0, 3));
    expect(picturesOf(asset).filter((sha256) => others.has(sha256))).toEqual([]);
  }
});
