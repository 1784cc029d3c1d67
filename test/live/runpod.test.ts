import { describe, expect, test } from 'vitest';
import { decodePng } from '../../src/raster/png.ts';
import { contextFor, followToEnd } from '../../src/testing/comfyui-rig.ts';
import { sampleJob } from '../../src/testing/sample-jobs.ts';
import { MAY_SPEND, RUNPOD_ENDPOINTS, liveProviders } from './live-environment.ts';

const { signal } = new AbortController();

describe.skipIf(RUNPOD_ENDPOINTS.length === 0)('the RunPod endpoints of the environment', () => {
  describe.each(liveProviders().filter(({ name }) => name !== 'comfyui-direct'))('$name', (provider) => {
    test('can be probed', async ({ annotate }) => {
      const { fit } = await provider.look({ signal, fresh: true });
      await annotate(fit.words);
      expect(['A', 'B', 'C']).toContain(fit.outcome);
    });

    test.skipIf(!MAY_SPEND)('makes one small picture, which costs', async ({ skip, annotate }) => {
      const { cannot } = await provider.probe({ signal });
      if (cannot.background !== undefined) return skip(cannot.background);
      const job = sampleJob('background', { multipleOf: 16, minSide: 256, maxSide: 512 });
      const ticket = await provider.submit(job, contextFor(`live-${crypto.randomUUID()}`));
      const end = (await followToEnd(provider, ticket)).at(-1);
      if (end?.phase !== 'done') throw end?.phase === 'failed' ? end.error : new Error('It did not end.');
      const { width, height } = decodePng(end.images[0]?.bytes ?? new Uint8Array());
      expect({ width, height }).toEqual({ width: job.canvas.width, height: job.canvas.height });
      await annotate(`It cost $${end.usd.toFixed(4)}.`);
    });
  });
});
