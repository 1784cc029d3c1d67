import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/hash.ts';
import { ASSET_TYPES } from '../../src/pack/pack.ts';
import { cancelPrompt } from '../../src/providers/comfyui/cancel-prompt.ts';
import { createComfyuiClient } from '../../src/providers/comfyui/client.ts';
import { type PromptEnd, placeInQueue, readHistory } from '../../src/providers/comfyui/history.ts';
import { probeServer } from '../../src/providers/comfyui/probe.ts';
import { decodePng, encodePng } from '../../src/raster/png.ts';
import { createRaster } from '../../src/raster/raster.ts';
import { contextFor, followToEnd } from '../../src/testing/comfyui-rig.ts';
import { sampleJob } from '../../src/testing/sample-jobs.ts';
import { textOf } from '../../src/workflow/answers/loose-json.ts';
import { readRefusalBody } from '../../src/workflow/answers/graph-refusal.ts';
import type { WorkflowGraph } from '../../src/workflow/graph.ts';
import { workflowForJob } from '../../src/workflow/job-workflow.ts';
import { choiceOf } from '../../src/workflow/makings.ts';
import { findFaults } from '../../src/workflow/validate/faults/find-faults.ts';
import { validateAsServer } from '../../src/workflow/validate/validate-as-server.ts';
import { listenTo } from '../rehearsal/comfy-client.ts';
import { doubtfulGraphs, loadingGraph, longGraph, plainGraph } from './graphs.ts';
import { COMFYUI_URL, liveProviders } from './live-environment.ts';

const { signal } = new AbortController();
/** Nothing of an earlier run is in the way of this one. */
const colour = Math.floor(Math.random() * 0xffffff);
const prefix = `limner-live-${colour.toString(16)}`;

describe.skipIf(COMFYUI_URL === undefined)('the ComfyUI of COMFYUI_URL', () => {
  const url = COMFYUI_URL ?? '';
  const client = createComfyuiClient({ name: 'ComfyUI', url: url || 'http://127.0.0.1' });

  async function send(prompt: WorkflowGraph, clientId: string = crypto.randomUUID()): Promise<string> {
    const promptId = crypto.randomUUID();
    const { status, body } = await client.prompt({ prompt, prompt_id: promptId, client_id: clientId }, signal);
    expect({ status, body }).toMatchObject({ status: 200, body: { prompt_id: promptId, node_errors: {} } });
    return promptId;
  }

  async function endOf(promptId: string): Promise<PromptEnd> {
    for (;;) {
      const place = placeInQueue(promptId, await client.queue(signal));
      const end = readHistory(promptId, await client.history(promptId, signal));
      if (end) return end;
      if (place === 'absent') throw new Error(`The server has lost the prompt ${promptId}.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  test('can be probed', async ({ annotate }) => {
    const { fit, facts } = await probeServer('ComfyUI', client, {}, signal);
    const { system } = (await client.systemStats(signal)) as { system?: { comfyui_version?: string } };
    await annotate(
      `ComfyUI ${system?.comfyui_version ?? 'of unknown version'}, ${facts.nodes.present.length} nodes: ${fit.words}`,
    );
    expect(facts.nodes.present).toEqual(expect.arrayContaining(['SaveImage', 'LoadImage', 'ImageScale', 'EmptyImage']));
    expect(['A', 'B', 'C']).toContain(fit.outcome);
  });

  test('paints what needs no model: an uploaded picture, scaled, saved and fetched', async () => {
    const picture = encodePng(createRaster(64, 48, [colour >> 16, (colour >> 8) & 255, colour & 255, 255]));
    const file = await client.upload(`${sha256(picture)}.png`, picture, signal);
    expect(await client.upload(`${sha256(picture)}.png`, picture, signal)).toBe(file);
    const { outcome, images } = await endOf(await send(loadingGraph(`${prefix}-loaded`, file)));
    expect(outcome).toBe('success');
    const [saved] = images.get('save') ?? [];
    if (!saved) throw new Error('It saved nothing.');
    const bytes = await client.view(saved, signal);
    const { width, height, rgba } = decodePng(bytes ?? new Uint8Array());
    expect({ width, height }).toEqual({ width: 128, height: 96 });
    // The server cuts its tensors off to bytes, where ours would round.
    [colour >> 16, (colour >> 8) & 255, colour & 255].forEach((value, channel) =>
      expect(Math.abs((rgba[channel] ?? -1) - value)).toBeLessThanOrEqual(1),
    );
    expect(await client.view({ ...saved, filename: `no-${saved.filename}` }, signal)).toBeUndefined();
  });

  test('tells over its WebSocket what it does', async () => {
    const clientId = crypto.randomUUID();
    const listener = await listenTo(url, clientId, false);
    const promptId = await send(plainGraph(`${prefix}-told`, colour), clientId);
    await listener.hear(
      ({ type, data }) => type === 'executing' && data['node'] === null && data['prompt_id'] === promptId,
    );
    expect(readHistory(promptId, await client.history(promptId, signal))).toMatchObject({ outcome: 'success' });
    const types = listener.frames.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['status', 'execution_start', 'executing']));
    await listener.close();
  });

  test.for(Object.entries(doubtfulGraphs(`${prefix}-doubtful`, colour)))(
    'answers to %s as our validator says it would',
    async ([, graph]) => {
      const { catalogue } = await probeServer('ComfyUI', client, {}, signal);
      const prompt = { prompt: graph as WorkflowGraph, prompt_id: crypto.randomUUID(), client_id: crypto.randomUUID() };
      const theirs = await client.prompt(prompt, signal);
      const ours = validateAsServer(prompt, { catalogue });
      expect(theirs.status).toBe(ours.status);
      // Other versions have other words for the same.
      if (await isAsRecorded()) expect(shape(theirs.body)).toEqual(shape(ours.body));
      if (theirs.status === 200 && shape(theirs.body).nodes.length === 0)
        expect(findFaults(graph, catalogue)).toEqual([]);
      else expect(findFaults(graph, catalogue)).not.toEqual([]);
    },
  );

  async function isAsRecorded(): Promise<boolean> {
    const { system } = (await client.systemStats(signal)) as { system?: { comfyui_version?: unknown } };
    const [major = 0, minor = 0] = textOf(system?.comfyui_version).split('.').map(Number);
    return major > 0 || minor >= 33;
  }

  test('stops a prompt that runs and drops one that waits, and says so', async () => {
    const runs = await send(longGraph(`${prefix}-runs`, colour));
    const waits = await send(longGraph(`${prefix}-waits`, colour ^ 1));
    await expect.poll(async () => placeInQueue(runs, await client.queue(signal)), { timeout: 120_000 }).toBe('running');
    const isDropped = await cancelPrompt(waits, client, signal);
    const isStopped = await cancelPrompt(runs, client, signal);
    expect({ isDropped, isStopped }).toEqual({ isDropped: true, isStopped: true });
    await expect.poll(async () => placeInQueue(runs, await client.queue(signal)), { timeout: 120_000 }).toBe('absent');
    expect(readHistory(runs, await client.history(runs, signal))?.outcome).toBe('interrupted');
    expect(readHistory(waits, await client.history(waits, signal))?.outcome).not.toBe('success');
  });

  describe('as a provider', () => {
    const provider = liveProviders().find(({ name }) => name === 'comfyui-direct');

    test.for(ASSET_TYPES)('makes a small %s, or says what it lacks', async (type, { skip, annotate }) => {
      if (!provider) throw new Error('COMFYUI_URL sets no provider up.');
      const { cannot, makings } = await provider.probe({ signal });
      if (cannot[type] !== undefined) return skip(cannot[type]);
      const job = { ...sampleJob(type, { multipleOf: 16, minSide: 256, maxSide: 512 }), seed: colour };
      const { composition } = job;
      const alone =
        composition.kind === 'layers' ? { ...composition, layers: composition.layers.slice(0, 1) } : composition;
      const startedAt = Date.now();
      const ticket = await provider.submit({ ...job, composition: alone }, contextFor(`${prefix}-${type}`));
      const end = (await followToEnd(provider, ticket)).at(-1);
      if (end?.phase !== 'done') throw end?.phase === 'failed' ? end.error : new Error('It did not end.');
      const [image] = end.images;
      const { width, height } = decodePng(image?.bytes ?? new Uint8Array());
      expect({ width, height }).toEqual({ width: job.canvas.width, height: job.canvas.height });
      await annotate(`${makings?.[type]?.workflow} with ${makings?.[type]?.profile}: ${Date.now() - startedAt} ms`);
    });

    test('tells each step of a sampler', async ({ skip }) => {
      const { fit } = await probeServer('ComfyUI', client, {}, signal);
      const choice = choiceOf(fit.assets.background);
      if (!choice) return skip('no profile fits');
      const job = { ...sampleJob('background', { multipleOf: 16, minSide: 256, maxSide: 256 }), seed: colour + 1 };
      const { graph } = workflowForJob(job, choice, { prefix: `${prefix}-steps` });
      const clientId = crypto.randomUUID();
      const listener = await listenTo(url, clientId, false);
      const promptId = await send(graph, clientId);
      await listener.hear(
        ({ type, data }) => type === 'executing' && data['node'] === null && data['prompt_id'] === promptId,
      );
      const steps = listener.frames.filter(({ type }) => type === 'progress').map(({ data }) => data['value']);
      expect(steps.length).toBeGreaterThan(1);
      await listener.close();
    });
  });
});

/** What matters of an answer to `POST /prompt`. */
function shape(body: unknown) {
  const { error, nodes } = readRefusalBody(body);
  return {
    type: error?.type,
    nodes: nodes.map(({ id, errors }) => `${id}: ${errors.map(({ type }) => type).join(', ')}`).sort(),
  };
}
