import { createPainter } from '../../src/providers/painter/index.ts';
import type { ImageProvider } from '../../src/providers/provider.ts';
import { createScenario } from '../../src/providers/scenario/index.ts';
import { CAPABILITY_PRESETS } from '../../src/rehearsal/presets.ts';
import { ComfyuiRig } from '../../src/testing/comfyui-rig.ts';
import { ScenarioRig } from '../../src/testing/scenario-rig.ts';

/** Pixels of a canvas: small ones are painted sooner. */
const CANVAS = 256 * 256;

/** Lends each of the providers in turn; the rehearsed ones run while they are lent. */
export const PROVIDERS = {
  painter: (use) => use(createPainter()),
  async 'comfyui, native removal'(use) {
    await using rig = await ComfyuiRig.start();
    return await use(rig.provider());
  },
  async 'comfyui, key colour'(use) {
    await using rig = await ComfyuiRig.start({ catalogue: CAPABILITY_PRESETS['flux1-dev-fp8']() });
    return await use(rig.provider());
  },
  async scenario(use) {
    await using rig = await ScenarioRig.start();
    const keys = { apiKey: 'api_rehearsal', secretApiKey: 'rehearsal' };
    return await use(createScenario({ ...keys, baseUrl: rig.server.baseUrl, targetPixels: CANVAS }));
  },
} as const satisfies Readonly<Record<string, <T>(use: (provider: ImageProvider) => Promise<T>) => Promise<T>>>;
