import { expect, test } from 'vitest';
import { createMemoryProbeCache } from '../probe-cache.ts';
import { createRunpod } from './index.ts';

const { signal } = new AbortController();

/** An endpoint whose jobs all fail with these words. */
function endpointThatSays(error: string) {
  const cache = createMemoryProbeCache();
  let jobs = 0;
  const runpod = createRunpod({
    name: 'comfyui-custom',
    endpointId: 'e1',
    apiKey: 'a-key-of-the-test',
    cache,
    sleep: async () => undefined,
    fetch: async (address) => {
      const { url } = new Request(address);
      if (url.endsWith('/run')) jobs += 1;
      return Response.json(url.endsWith('/health') ? {} : { id: `job-${jobs}`, status: 'FAILED', error });
    },
  });
  return { runpod, known: () => cache.read('runpod-e1') };
}

test.each([
  'Workflow validation failed',
  'Workflow validation failed: Prompt has no outputs',
  'Workflow validation failed:\n• Node 12 (class_type): UNETLoader',
])('a refusal that does not answer the probe is not taken for an endpoint without models: %j', async (error) => {
  const { runpod, known } = endpointThatSays(error);
  await expect(runpod.probe({ signal })).rejects.toMatchObject({ code: expect.stringMatching(/^LIMNER_/) as string });
  expect(await known()).toBeUndefined();
});
