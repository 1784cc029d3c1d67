import { expect, test } from 'vitest';
import { PROVIDER_NAMES } from '../pack/pack.ts';
import { setVariables } from './environment.ts';
import { lackingVariables } from './lacking-variables.ts';

test('names the one of a pair of variables that is not set', () => {
  const set = setVariables({ SCENARIO_API_KEY: 'api_x', RUNPOD_API_KEY: '' });
  expect(Object.fromEntries(PROVIDER_NAMES.map((name) => [name, lackingVariables(name, set)]))).toEqual({
    painter: [],
    'comfyui-premade': ['RUNPOD_API_KEY', 'RUNPOD_COMFYUI_ENDPOINT_ID'],
    'comfyui-custom': ['RUNPOD_API_KEY', 'RUNPOD_COMFYUI_CUSTOM_ENDPOINT_ID'],
    'comfyui-direct': ['COMFYUI_URL'],
    scenario: ['SCENARIO_SECRET_API_KEY'],
  });
});
