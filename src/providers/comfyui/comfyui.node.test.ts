import { afterAll, beforeAll, describe } from 'vitest';
import { ComfyuiRig } from '../../testing/comfyui-rig.ts';
import { providerContract } from '../../testing/provider-contract.ts';
import { createComfyui } from './index.ts';

describe('on a server that has everything', () => {
  let rig: ComfyuiRig;
  beforeAll(async () => {
    rig = await ComfyuiRig.start();
  });
  afterAll(() => rig.stop());

  providerContract('a ComfyUI of one’s own', { create: () => createComfyui({ name: 'comfyui-direct', url: rig.url }) });
});
