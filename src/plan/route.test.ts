import { describe, expect, test } from 'vitest';
import type { AssetType, Pack } from '../pack/pack.ts';
import { type RouteOptions, routeAsset } from './route.ts';

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

const SET_UP = ['painter', 'comfyui-premade', 'comfyui-custom', 'scenario'];

function routeOf(routed: Pack, type: AssetType, options: RouteOptions = {}, setUp: readonly string[] = SET_UP) {
  return routeAsset(routed, type, options, (name) => setUp.includes(name));
}

describe('where nobody says anything', () => {
  test.each([
    ['entity', 'comfyui-premade'],
    ['background', 'comfyui-premade'],
    ['title_hero', 'comfyui-premade'],
    ['sheet', 'comfyui-premade'],
    ['parallax', 'scenario'],
  ] as const)('%s goes to %s, once that is set up', (type, provider) => {
    expect(routeOf(pack(), type).first).toBe(provider);
    expect(routeOf(pack(), type, {}, ['painter', 'comfyui-custom']).first).toBe('painter');
  });
});

test('the route of a type beats the default of the pack, and what was named stands although it is not set up', () => {
  const routed = pack({ providers: { default: 'scenario', entity: 'comfyui-custom' } });
  expect(routeOf(routed, 'entity', {}, ['painter']).first).toBe('comfyui-custom');
  expect(routeOf(routed, 'sheet', {}, ['painter']).first).toBe('scenario');
});

test('the environment beats the whole pack, so that one variable goes back', () => {
  const routed = pack({ providers: { default: 'painter', entity: 'comfyui-custom' } });
  expect(routeOf(routed, 'entity', { environment: 'scenario' }).first).toBe('scenario');
  expect(routeOf(routed, 'sheet', { environment: 'scenario' }).first).toBe('scenario');
  expect(routeOf(pack(), 'parallax', { environment: 'painter' }).first).toBe('painter');
});

test('flags beat all, the one for the type first, and are orders', () => {
  const routed = pack({ providers: { entity: 'scenario' } });
  const flags = { default: 'painter', entity: 'comfyui-direct' };
  expect(routeOf(routed, 'entity', { environment: 'scenario', flags: { default: 'painter' } }).first).toBe('painter');
  expect(routeOf(routed, 'entity', { flags })).toMatchObject({ first: 'comfyui-direct', isOrdered: true });
  expect(routeOf(routed, 'entity', { environment: 'scenario' }).isOrdered).toBe(false);
});

test('fallbacks follow in order, none twice and never the first', () => {
  const routed = pack({ providers: { default: 'scenario' }, fallback: ['painter', 'scenario', 'painter'] });
  expect(routeOf(routed, 'entity')).toMatchObject({ first: 'scenario', fallback: ['painter'] });
});

test('a stand-in has to be set up', () => {
  const routed = pack({ providers: { default: 'comfyui-premade' } });
  expect(routeOf(routed, 'entity').standIns).toEqual(['comfyui-custom']);
  expect(routeOf(routed, 'entity', {}, ['comfyui-premade']).standIns).toEqual([]);
  expect(routeOf(routed, 'entity', { standIns: {} }).standIns).toEqual([]);
  expect(routeOf(pack({ providers: { default: 'comfyui-custom' } }), 'entity').standIns).toEqual([]);
});
