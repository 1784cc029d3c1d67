import { expect, test } from 'vitest';
import type { Pack } from '../pack/pack.ts';
import { routeProviders } from './route.ts';

const pack = (overrides: Partial<Pack> = {}): Pack => ({
  pack: 'p',
  theme: '',
  style: 'flat',
  seed: 0,
  providers: {},
  fallback: [],
  budget: {},
  store: { type: 'fs' },
  workflow: {},
  assets: [],
  ...overrides,
});

test('goes to the painter when nobody says anything', () => {
  expect(routeProviders(pack(), 'entity', {})).toEqual(['painter']);
});

test('the route of a type beats the default of the pack', () => {
  const routed = pack({ providers: { default: 'scenario', entity: 'comfyui-custom' } });
  expect(routeProviders(routed, 'entity', {})).toEqual(['comfyui-custom']);
  expect(routeProviders(routed, 'sheet', {})).toEqual(['scenario']);
});

test('the environment stands in for the default, not for the route of a type', () => {
  const routed = pack({ providers: { default: 'scenario', entity: 'comfyui-custom' } });
  const options = { environmentDefault: 'painter' };
  expect(routeProviders(routed, 'entity', options)).toEqual(['comfyui-custom']);
  expect(routeProviders(routed, 'sheet', options)).toEqual(['painter']);
});

test('flags beat all, the one for the type first', () => {
  const routed = pack({ providers: { entity: 'scenario' } });
  expect(routeProviders(routed, 'entity', { environmentDefault: 'scenario', flags: { default: 'painter' } })).toEqual([
    'painter',
  ]);
  expect(routeProviders(routed, 'entity', { flags: { default: 'painter', entity: 'comfyui-direct' } })).toEqual([
    'comfyui-direct',
  ]);
});

test('fallbacks follow in order, none twice', () => {
  const routed = pack({ providers: { default: 'scenario' }, fallback: ['painter', 'scenario'] });
  expect(routeProviders(routed, 'entity', {})).toEqual(['scenario', 'painter']);
});
