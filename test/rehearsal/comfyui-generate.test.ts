import { describe, expect, test } from 'vitest';
import { generate } from '../../src/generate.ts';
import { createMemoryLedger } from '../../src/ledger/memory.ts';
import { parsePack } from '../../src/pack/parse-pack.ts';
import type { RunEvent } from '../../src/pipeline/events.ts';
import { promptIdOf } from '../../src/providers/comfyui/translate.ts';
import { pause } from '../../src/providers/pause.ts';
import type { ImageProvider } from '../../src/providers/provider.ts';
import { OUT_OF_MEMORY } from '../../src/rehearsal/comfy/faults.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { ComfyuiRig, rerouted } from '../../src/testing/comfyui-rig.ts';

const IDS = ['one', 'two', 'three', 'four'];

/** Makes four pictures; everything that was told, and what the ledger keeps of each call. */
async function make(provider: ImageProvider, onEvent: (event: RunEvent) => void = () => undefined) {
  const assets = IDS.map((id) => ({ id, type: 'background', description: `field ${id}`, width: 32, height: 32 }));
  const parsed = parsePack(JSON.stringify({ pack: 'few', assets }), { file: 'limner.json', format: 'json' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const ledger = createMemoryLedger();
  const events: RunEvent[] = [];
  const summary = await generate(parsed.pack, {
    providers: [provider],
    route: { flags: { default: provider.name } },
    ledger,
    store: createMemoryStore(),
    onEvent: (event) => {
      events.push(event);
      onEvent(event);
    },
  });
  return { summary, events, calls: await ledger.calls.list({ limit: 100 }) };
}

describe('a run at a ComfyUI', () => {
  test('sends one prompt for each picture, under the id of its call', async () => {
    await using rig = await ComfyuiRig.start();
    const { summary, calls } = await make(rig.provider());
    expect(summary).toMatchObject({ status: 'done', made: 4, calls: 4, cost: { usd: 0 } });
    expect([...rig.ran].sort()).toEqual(calls.map(({ id }) => promptIdOf(id)).sort());
  });

  test('tells the steps of what runs and that the rest waits', async () => {
    // The first picture is held at its first step until something waits behind it.
    const go = Promise.withResolvers<void>();
    await using rig = await ComfyuiRig.start({
      stepMs: 60,
      sleep: (ms, stop) => go.promise.then(() => pause(ms, stop)),
    });
    const told = new Set<string>();
    const { events } = await make(rig.provider(), (event) => {
      if (event.type === 'progress') told.add(event.phase);
      if (told.has('queued') && told.has('running')) go.resolve();
    });
    const phases = events.flatMap((event) => (event.type === 'progress' ? [event] : []));
    expect(phases).toContainEqual(expect.objectContaining({ phase: 'queued' }));
    expect(phases).toContainEqual(
      expect.objectContaining({ phase: 'running', progress: { step: expect.any(Number), total: 8 } }),
    );
  });

  test('asks for anew what a server forgot that was started anew', async () => {
    let restart: Promise<void> | undefined;
    // The second picture is held until the server that has it is gone.
    const sleep = (ms: number, stop: AbortSignal): Promise<void> =>
      pause(rig.ran.length > 1 && !restart ? 600_000 : ms, stop);
    await using rig = await ComfyuiRig.start({ stepMs: 30, sleep });
    const { summary, calls } = await make(rig.provider(), ({ type }) => {
      if (type === 'asset-done') restart ??= rig.restart();
    });
    expect(restart).toBeDefined();
    expect(summary).toMatchObject({ status: 'done', made: 4, failed: 0 });
    const gone = calls.filter(({ state }) => state === 'failed');
    expect(gone.length).toBeGreaterThan(0);
    expect(new Set(gone.map(({ error }) => error?.code))).toEqual(new Set(['LIMNER_RESULT_GONE']));
  });

  test('asks for a picture under a new prefix whose file is gone', async () => {
    await using rig = await ComfyuiRig.start();
    let misses = 0;
    const losing = rerouted('/view', async (_init, ask) => {
      misses += 1;
      return misses === 1 ? new Response('404: Not Found', { status: 404 }) : ask();
    });
    const { summary } = await make(rig.provider({ fetch: losing }));
    expect(summary).toMatchObject({ status: 'done', made: 4, calls: 5 });
    expect(new Set(rig.ran).size).toBe(5);
  });

  test('loses no picture with a lost answer, and sends none of them twice', async () => {
    await using rig = await ComfyuiRig.start();
    const mute = rerouted('/prompt', async (_init, ask) => {
      await ask();
      throw new TypeError('fetch failed');
    });
    const { summary } = await make(rig.provider({ fetch: mute }));
    expect(summary).toMatchObject({ status: 'done', made: 4, calls: 4 });
    expect(rig.ran).toHaveLength(4);
  });

  test('fails the picture that did not fit into memory, and no other', async () => {
    await using rig = await ComfyuiRig.start({ fault: OUT_OF_MEMORY });
    const { summary, events } = await make(rig.provider());
    expect(summary).toMatchObject({ made: 3, failed: 1 });
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'asset-failed',
        error: expect.objectContaining({ code: 'LIMNER_OUT_OF_MEMORY' }),
      }),
    );
  });
});
